"""A store on SQLite and, for the same tests, on a real PostgreSQL server that lives as long as the tests."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from clausegen.dossier.store import Store


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Callable[[], str]]:
    """Return a function that makes a new empty database and gives its URL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
    initdb = str(found[-1]) if found else shutil.which("initdb")
    if initdb is None:
        message = "les programmes du serveur PostgreSQL (initdb, pg_ctl) ne sont pas installés"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(message)
    pg_ctl = str(Path(initdb).with_name("pg_ctl"))
    with tempfile.TemporaryDirectory(prefix="pg", dir="/tmp") as folder:  # a socket's path must be short
        as_server = {"cwd": folder, "capture_output": True, "check": True, "text": True}
        if os.getuid() == 0:  # the server refuses to run as root
            shutil.chown(folder, "postgres", "postgres")
            as_server |= {"user": "postgres", "group": "postgres", "extra_groups": []}
        subprocess.run(
            [initdb, "-D", f"{folder}/data", "-U", "postgres", "-A", "trust", "-N", "-E", "UTF8"], **as_server
        )
        options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off"
        start = [pg_ctl, "-D", f"{folder}/data", "-o", options, "-l", f"{folder}/log", "-w"]
        subprocess.run([*start, "start"], **as_server | {"capture_output": False, "stdout": subprocess.DEVNULL})
        try:
            yield lambda: _new_database(folder)
        finally:
            subprocess.run([pg_ctl, "-D", f"{folder}/data", "-m", "immediate", "-w", "stop"], **as_server)


def _new_database(folder: str) -> str:
    import psycopg

    name = f"t{uuid4().hex}"
    with psycopg.connect(f"host={folder} user=postgres dbname=postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql+psycopg://postgres@/{name}?host={folder}"


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgresql)])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a new database."""
    if request.param == "postgresql":
        return request.getfixturevalue("postgresql")()
    return f"sqlite:///{tmp_path}/dossiers.sqlite3"


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    store = Store(url)
    yield store
    store.close()
