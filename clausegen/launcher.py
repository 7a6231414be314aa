"""Serve the app: French shell, security headers, health route. Streamlit alone would do, in English and without them."""

import logging
import os
import re
import secrets
import socket
import sys
import threading
import webbrowser
from base64 import b64encode
from functools import lru_cache
from hashlib import sha256
from ipaddress import ip_address
from pathlib import Path
from typing import Any

from clausegen import __version__, paths
from clausegen.errors import ClausegenError
from clausegen.guards import SameOrigin, allowed_hosts

_STATIC = Path(__file__).parent / "ui" / "static"
_MESSAGE_SIZE = 10_000_000
"""Bytes accepted in one message from the browser; files take another way."""
_HEADERS = {
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "x-frame-options": "DENY",
    "permissions-policy": "camera=(), microphone=(), geolocation=()",
}
_HOST = re.compile(rb"[A-Za-z0-9.:\[\]-]{1,255}")
_INLINE_SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def serve(host: str = "127.0.0.1", port: int = 8501) -> None:
    """Serve the app until it is stopped; ClausegenError when the address cannot be used."""
    local = _loopback(host)
    os.environ.setdefault("STREAMLIT_SERVER_ADDRESS", host)
    os.environ.setdefault("STREAMLIT_SERVER_PORT", str(port))
    with _bound(host, port) as bound:
        import uvicorn

        address = f"http://{'localhost' if local else host}:{port}"
        print(f"L'application est prête : {address} (Ctrl+C pour l'arrêter).", flush=True)
        # -- the first visitor should not wait while the pages load --
        threading.Thread(target=_load_pages, daemon=True).start()
        if local and _has_screen():
            threading.Timer(1, webbrowser.open, [address]).start()
        config = uvicorn.Config(
            application(allowed_hosts(host, local)), log_level="warning", access_log=False, ws_max_size=_MESSAGE_SIZE
        )
        uvicorn.Server(config).run(sockets=[bound])


def _load_pages() -> None:
    """Import the pages: loading them is all that is wanted, and a plain import is one that the import contract sees."""
    from clausegen.ui import main  # noqa: F401


def application(hosts: list[str]) -> Any:
    """Return the ASGI application, which answers under these names only (`*` for any)."""
    import streamlit as st
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.requests import Request
    from starlette.responses import FileResponse, JSONResponse, Response
    from starlette.routing import Route

    async def health(_: Request) -> Response:
        return JSONResponse({"statut": "ok", "version": __version__}, headers={"cache-control": "no-store"})

    async def script(_: Request) -> Response:
        return FileResponse(_STATIC / "fr.js", media_type="text/javascript", headers={"cache-control": "no-cache"})

    return st.App(
        paths.root() / "app.py",
        routes=[Route("/sante", health), Route("/fr.js", script)],
        middleware=[
            Middleware(TrustedHostMiddleware, allowed_hosts=hosts, www_redirect=False),
            Middleware(SameOrigin),
            Middleware(Shell),
        ],
        on_script_error=_tell,
    )


class Shell:
    """Turns Streamlit's English page into a French one, and sends every answer with the security headers."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        wants_page = scope["method"] == "GET" and b"text/html" in headers.get(b"accept", b"")
        if wants_page:  # -- a compressed page could not be rewritten --
            scope = {**scope, "headers": [h for h in scope["headers"] if h[0] != b"accept-encoding"]}
        page, body = None, b""

        async def answer(message: Any) -> None:
            nonlocal page, body
            if message["type"] == "http.response.start":
                message = {**message, "headers": _secured(message["headers"], headers.get(b"host", b""))}
                if wants_page and any(
                    k == b"content-type" and v.startswith(b"text/html") for k, v in message["headers"]
                ):
                    page = message
                    return
            elif page:
                body += message.get("body", b"")
                if message.get("more_body"):
                    return
                body = french_page(body.decode("utf-8")).encode("utf-8")
                kept = [(k, v) for k, v in page["headers"] if k not in (b"content-length", b"etag", b"last-modified")]
                await send({**page, "headers": [*kept, (b"content-length", str(len(body)).encode())]})
                message = {"type": "http.response.body", "body": body}
            await send(message)

        await self._app(scope, receive, answer)


def french_page(html: str) -> str:
    """Return Streamlit's page in French, with our script."""
    page = html.replace('<html lang="en">', '<html lang="fr">').replace(
        "<title>Streamlit</title>", "<title>clausegen</title>"
    )
    page = page.replace(
        "You need to enable JavaScript to run this app.", "Activez JavaScript pour utiliser cette application."
    )
    return page.replace("</head>", '<script src="./fr.js" defer></script></head>', 1)


def _secured(headers: list[tuple[bytes, bytes]], host: bytes) -> list[tuple[bytes, bytes]]:
    added = _HEADERS | {"content-security-policy": _policy(host if _HOST.fullmatch(host) else b"")}
    return [*headers, *((name.encode(), value.encode()) for name, value in added.items())]


@lru_cache(maxsize=32)
def _policy(host: bytes) -> str:
    """Only our own files and scripts; styles may be inline, because Streamlit's are. Some browsers need the socket named."""
    import streamlit

    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text("utf-8")
    digests = (b64encode(sha256(script.encode()).digest()).decode() for script in _INLINE_SCRIPT.findall(page))
    scripts = " ".join(f"'sha256-{digest}'" for digest in digests)
    sockets = f" ws://{host.decode()} wss://{host.decode()}" if host else ""
    return (
        f"default-src 'self'; script-src 'self' {scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        f"font-src 'self' data:; connect-src 'self'{sockets}; worker-src 'self' blob:; object-src 'none'; "
        "base-uri 'self'; form-action 'self'; frame-ancestors 'none'"
    )


def _tell(error: Exception) -> bool:
    """Show people a sentence and a reference, and log the rest under that reference."""
    import streamlit as st

    if isinstance(error, ClausegenError):
        st.error(str(error))
        return True
    reference = secrets.token_hex(4)
    logging.getLogger("clausegen").error("erreur %s", reference, exc_info=error)
    st.error(
        f"Une erreur imprévue empêche d'afficher cette page. Vos réponses sont enregistrées. Rechargez la page ; si l'erreur revient, "
        f"signalez-la avec la référence {reference}."
    )
    return True


def _bound(host: str, port: int) -> socket.socket:
    try:
        return socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET)
    except OSError as error:
        raise ClausegenError(
            f"L'application ne peut pas écouter sur {host}, port {port} ({error.strerror}). "
            "Choisissez un autre port, par exemple : clausegen app --port 8502."
        ) from None


def _loopback(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _has_screen() -> bool:
    return sys.platform in ("darwin", "win32") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
