"""The app on a store of its own, run without a browser (`show`) or served to a real one (`server`, `page`)."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from app_tools import Show
from streamlit import config
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from clausegen import paths
from clausegen.dossier.dossier import Dossier
from clausegen.dossier.store import Store
from clausegen.ui import resources

CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-dev-shm-usage",
]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A store of its own for one test."""
    monkeypatch.setenv("CLAUSEGEN_DATA", str(tmp_path))
    monkeypatch.delenv("CLAUSEGEN_DATABASE_URL", raising=False)
    resources.store.clear()
    yield tmp_path
    resources.store.clear()


@pytest.fixture
def show(data: Path) -> Show:
    """Return `show("clauses", dossier, annexe="1")`: the page run once, exceptions in full."""
    config.set_option("client.showErrorDetails", "full")

    def open_page(address: str = "", dossier: str = "", **where: str) -> AppTest:
        app = AppTest.from_file(str(paths.root() / "app.py"), default_timeout=30)
        for name, value in (where | {"dossier": dossier} if dossier else where).items():
            app.query_params[name] = value
        if address:
            app._page_hash = calc_hash(address)  # -- the public way knows only pages that are files --
        return app.run()

    return open_page


@pytest.fixture
def kept(data: Path) -> Callable[[Dossier], str]:
    """Return `kept(dossier)`: the id of the dossier once in the store."""
    return lambda dossier: Store().create(dossier, "test").id


# -- browser ----------------------------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SimpleNamespace]:
    """The app, served as `clausegen app` does, on a free port and a store of its own."""
    folder = tmp_path_factory.mktemp("donnees")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "CLAUSEGEN_DATA": str(folder)}
    environment.pop("CLAUSEGEN_DATABASE_URL", None)
    command = [sys.executable, "-c", f"from clausegen.launcher import serve; serve('127.0.0.1', {port})"]
    log = (folder / "server.log").open("wb")
    process = subprocess.Popen(command, cwd=paths.root(), env=environment, stdout=log, stderr=log)
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/sante", process)
        yield SimpleNamespace(address=address, data=folder, store=Store(f"sqlite:///{folder / 'dossiers.sqlite3'}"))
    finally:
        process.terminate()
        process.wait(10)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(100):
        assert process.poll() is None, "the server stopped"
        try:
            urllib.request.urlopen(address, timeout=1)
            return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server does not answer")


def _need_chromium() -> None:
    if Path(CHROMIUM).exists():
        return
    if os.environ.get("CI"):
        pytest.fail(f"Chromium is missing ({CHROMIUM})")
    pytest.skip(f"Chromium is missing ({CHROMIUM})")


@pytest.fixture(scope="session")
def chromium() -> Iterator[object]:
    _need_chromium()
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()
