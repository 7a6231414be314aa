"""The app answers under its own names, to its own pages, and to nobody else."""

import asyncio

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute

from clausegen.guards import FOREIGN, SameOrigin, allowed_hosts


async def page(_):
    return PlainTextResponse("bonjour")


async def stream(socket) -> None:
    await socket.accept()
    await socket.close()


def said(kind: str, host: str, origin: str = "", listens: str = "127.0.0.1", local: bool = True) -> dict:
    """Return the first message that the guarded application sends to a request under that name, from that page."""
    hosts = Middleware(TrustedHostMiddleware, allowed_hosts=allowed_hosts(listens, local), www_redirect=False)
    routes = [Route("/", page), WebSocketRoute("/", stream)]
    application = Starlette(routes=routes, middleware=[hosts, Middleware(SameOrigin)])
    headers = [(b"host", host.encode())] + ([(b"origin", origin.encode())] if origin else [])
    scope = {"type": kind, "path": "/", "headers": headers, "query_string": b"", "method": "GET", "scheme": "http"}
    sent: list[dict] = []

    async def receive() -> dict:
        return {"type": "websocket.connect" if kind == "websocket" else "http.request"}

    async def send(message: dict) -> None:
        sent.append(message)

    asyncio.run(application(scope, receive, send))
    return sent[0]


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost:8501", "[::1]:8501"])
def test_the_machine_s_own_names_are_answered(host) -> None:
    assert said("http", host)["status"] == 200


@pytest.mark.parametrize("host", ["site.example", "site.example:8501", "localhost.site.example"])
def test_a_page_that_gives_itself_our_address_is_refused(host) -> None:
    assert said("http", host)["status"] == 400
    assert said("websocket", host, f"http://{host}")["type"] != "websocket.accept"


def test_listening_elsewhere_any_name_is_answered_unless_names_are_given(monkeypatch) -> None:
    def status(host: str) -> int:
        return said("http", host, listens="0.0.0.0", local=False)["status"]

    assert status("clauses.ville.example") == 200
    monkeypatch.setenv("CLAUSEGEN_ALLOWED_HOSTS", "clauses.ville.example, autre.example")
    assert status("clauses.ville.example") == 200
    assert status("site.example") == 400


def test_our_own_page_may_open_the_stream() -> None:
    assert said("websocket", "127.0.0.1:8501", "http://127.0.0.1:8501")["type"] == "websocket.accept"


@pytest.mark.parametrize("origin", ["http://site.example", "http://127.0.0.1:9999", "null"])
def test_a_foreign_page_may_not_open_the_stream(origin) -> None:
    assert said("websocket", "127.0.0.1:8501", origin) == {"type": "websocket.close", "code": FOREIGN}
