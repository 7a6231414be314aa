"""What `clausegen app` serves: a French shell, security headers, a health route; and how it refuses a taken port."""

import http.client
import json
import socket
import urllib.request
from types import SimpleNamespace

import pytest

from clausegen import __version__, launcher
from clausegen.errors import ClausegenError


def answer(address: str, accept: str = "text/html") -> tuple[str, dict[str, str]]:
    """Return the body and the headers (lower case) that the server gives a browser."""
    request = urllib.request.Request(address, headers={"Accept": accept, "Accept-Encoding": "gzip"})
    with urllib.request.urlopen(request, timeout=10) as response:
        return response.read().decode("utf-8"), {name.lower(): value for name, value in response.headers.items()}


@pytest.mark.parametrize("path", ["/", "/questions", "/bibliotheque?recherche=eau"])
def test_every_page_is_in_french_and_carries_our_script(path: str, server: SimpleNamespace) -> None:
    page, _ = answer(server.address + path)
    assert '<html lang="fr">' in page
    assert 'src="./fr.js"' in page
    assert "<title>Streamlit</title>" not in page


@pytest.mark.parametrize("path", ["/", "/sante", "/fr.js", "/_stcore/health", "/absente.js"])
def test_every_answer_carries_the_security_headers(path: str, server: SimpleNamespace) -> None:
    try:
        _, headers = answer(server.address + path)
    except urllib.error.HTTPError as error:
        headers = {name.lower(): value for name, value in error.headers.items()}
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"
    policy = headers["content-security-policy"]
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    script = next(rule for rule in policy.split("; ") if rule.startswith("script-src"))
    assert "unsafe-inline" not in script


def test_the_health_route_tells_the_version(server: SimpleNamespace) -> None:
    body, _ = answer(f"{server.address}/sante", "application/json")
    assert json.loads(body) == {"statut": "ok", "version": __version__}


@pytest.mark.parametrize(
    ("origin", "status"), [("http://ailleurs.example", 403), ("http://{host}", 101), ("null", 403)]
)
def test_a_page_of_another_site_cannot_talk_to_the_app(origin: str, status: int, server: SimpleNamespace) -> None:
    host = server.address.removeprefix("http://")
    connection = http.client.HTTPConnection(host, timeout=10)
    upgrade = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }
    connection.request("GET", "/_stcore/stream", headers={**upgrade, "Origin": origin.format(host=host)})
    assert connection.getresponse().status == status
    connection.close()


def test_a_taken_port_is_refused_in_one_sentence() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(ClausegenError, match=f"port {port}.*--port"):
            launcher.serve("127.0.0.1", port)


def test_a_strange_host_does_not_enter_the_policy() -> None:
    assert "evil" not in launcher._policy(b"")
    assert not launcher._HOST.fullmatch(b"evil; script-src *")
