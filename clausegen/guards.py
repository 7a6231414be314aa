"""Who may talk to the app: only pages that it served itself, under a name that it knows.

Streamlit has such settings, but ignores them when it is served this way, and looks up the machine's public address
on the Internet before refusing a foreign page: these guards answer first.
"""

import os
from typing import Any
from urllib.parse import urlsplit

FOREIGN = 1008
"""Code of a refused websocket: policy violation."""


def allowed_hosts(host: str, local: bool) -> list[str]:
    """Return the names under which the app answers: this machine's when it listens on loopback, else any.

    `CLAUSEGEN_ALLOWED_HOSTS` (names parted by commas) replaces them, for an app behind a proxy.
    """
    if names := os.environ.get("CLAUSEGEN_ALLOWED_HOSTS"):
        return [name.strip() for name in names.split(",") if name.strip()]
    return ["localhost", "127.0.0.1", "[::1]", "::1", host] if local else ["*"]


class SameOrigin:
    """Refuses the websocket of a page that another site served: its `Origin` is not our `Host`."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] == "websocket" and _foreign(dict(scope["headers"])):
            await receive()
            await send({"type": "websocket.close", "code": FOREIGN})
            return
        await self._app(scope, receive, send)


def _foreign(headers: dict[bytes, bytes]) -> bool:
    origin = headers.get(b"origin")
    if origin is None:  # -- not a browser: it could name any origin it likes --
        return False
    return urlsplit(origin.decode("latin-1")).netloc.lower() != headers.get(b"host", b"").decode("latin-1").lower()
