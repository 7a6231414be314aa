"""Open the database of the store: a SQLite file in the user's folder, or the server that a URL names."""

import os
import sqlite3
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError

from clausegen.dossier.migrate import migrate
from clausegen.dossier.store_errors import DAMAGED, told
from clausegen.errors import StoreError
from clausegen.paths import user_data

PATIENCE = 10
"""Seconds to wait for another writer, or for a server."""


@dataclass(frozen=True)
class Database:
    """An open database: `engine` to read, `writer` whose transactions hold the right to write from their start."""

    engine: Engine
    writer: Engine
    place: str
    warning: str = ""
    """Says that the file is damaged: then nothing is written any more."""


def open_database(url: str | None = None) -> Database:
    """Return the database at `url`, else `$CLAUSEGEN_DATABASE_URL`, else the SQLite file; its tables are up to date."""
    address = _address(url or os.environ.get("CLAUSEGEN_DATABASE_URL"))
    place, damaged = address.render_as_string(hide_password=True), False
    if address.get_backend_name() == "sqlite" and address.database:
        place = address.database
        with told(place):
            damaged = _prepare_file(Path(place))
    with told(place):
        try:
            engine = _engine(address, damaged)
        except ModuleNotFoundError as error:
            message = f"Il manque le module Python « {error.name} » pour ouvrir {place}. Pour PostgreSQL, installez "
            raise StoreError(message + "« clausegen[postgresql] ».") from error
        writer = engine.execution_options(writing=True)
        try:
            migrate(engine, writer)
        except BaseException:
            engine.dispose()
            raise
    return Database(engine, writer, place, DAMAGED.format(place=place) if damaged else "")


def _address(url: str | None) -> URL:
    if not url:
        return URL.create("sqlite", database=str(user_data() / "dossiers.sqlite3"))
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise StoreError(
            "L'adresse de la base de dossiers ne se lit pas. Écrivez par exemple sqlite:////dossier/dossiers.sqlite3 "
            "ou postgresql+psycopg://nom:mot-de-passe@serveur/base."
        ) from None
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    return address


def _prepare_file(file: Path) -> bool:
    """Make the folder of a SQLite file and set its journal; return whether the file is damaged."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        message = f"Le dossier {file.parent} ne peut pas être créé ; vérifiez vos droits, ou indiquez-en un autre par "
        raise StoreError(message + "la variable CLAUSEGEN_DATA.") from None
    with closing(sqlite3.connect(file, timeout=PATIENCE, isolation_level=None)) as connection:
        connection.text_factory = bytes  # what a damaged file says of itself may not be text
        if connection.execute("PRAGMA quick_check(1)").fetchone() != (b"ok",):
            return True
        # -- SQLite does not wait for its turn to change the journal, so two processes that start together need us to --
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                connection.execute("PRAGMA journal_mode = WAL")
                return False
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                    raise
                time.sleep(0.05)


def _engine(address: URL, damaged: bool) -> Engine:
    # -- a message of ours must never carry the content of a dossier --
    if address.get_backend_name() != "sqlite":
        timeout = {"connect_timeout": PATIENCE} if address.get_backend_name() == "postgresql" else {}
        return create_engine(address, hide_parameters=True, pool_pre_ping=True, connect_args=timeout)
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: object) -> None:
        connection.isolation_level = None  # transactions begin where we say, see below
        # -- bytes that are no longer text must not hide the dossiers around them: the content is checked later --
        connection.text_factory = lambda content: content.decode("utf-8", "surrogateescape")
        # -- FULL: an acknowledged save survives a power cut --
        for setting in ("foreign_keys = ON", "synchronous = FULL", f"query_only = {'ON' if damaged else 'OFF'}"):
            connection.execute(f"PRAGMA {setting}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # -- two transactions that read before they write would otherwise stop each other --
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
