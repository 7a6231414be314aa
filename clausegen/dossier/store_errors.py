"""Say in French what a database refused: the file, the disk, the server, and what to do about it."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from alembic.util import CommandError
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError, SQLAlchemyError
from sqlalchemy.orm.exc import StaleDataError

from clausegen.errors import StoreError

DAMAGED = (
    "La base de dossiers {place} est endommagée : plus rien n'y est écrit, et ce qui se lit encore peut être consulté. "
    "Exportez les dossiers lisibles, gardez ce fichier, puis reprenez votre dernière sauvegarde."
)
_FULL = "L'enregistrement a échoué : le disque de {place} est plein. Libérez de la place, puis recommencez."
_RIGHTS = "La base de dossiers {place} ne peut pas être modifiée. Vérifiez vos droits sur ce fichier et son dossier."
_BUSY = "La base de dossiers {place} est occupée par un autre programme. Recommencez dans quelques secondes."
_UNREACHABLE = "La base de dossiers {place} ne répond pas. Vérifiez l'adresse, le nom et le mot de passe, et que le serveur marche."
_STALE = "Ce dossier vient d'être modifié ailleurs. Recommencez."
_REFUSED = "La base de dossiers {place} a refusé l'opération ({error}). Recommencez ; si le refus dure, signalez-le."

_SQLITE = {
    "SQLITE_CORRUPT": DAMAGED,
    "SQLITE_NOTADB": "Le fichier {place} n'est pas une base de dossiers, ou il est endommagé ; il n'a pas été modifié. "
    "Déplacez-le, puis reprenez votre dernière sauvegarde.",
    "SQLITE_READONLY": _RIGHTS,
    "SQLITE_PERM": _RIGHTS,
    "SQLITE_CANTOPEN": "La base de dossiers {place} ne peut pas être ouverte. Vérifiez que son dossier existe et vos "
    "droits.",
    "SQLITE_FULL": _FULL,
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_IOERR": "Le disque de {place} a refusé de lire ou d'écrire. Vérifiez-le, puis recommencez.",
}
_POSTGRESQL = {"53100": _FULL, "42501": _RIGHTS, "25006": _RIGHTS, "55P03": _BUSY}


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turn what the database raises into StoreError; `place` is how people know the database."""
    try:
        yield
    except (SQLAlchemyError, CommandError, sqlite3.Error, UnicodeDecodeError) as error:
        raise StoreError(_sentence(error).format(place=place, error=type(error).__name__)) from error


def _sentence(error: Exception) -> str:
    if isinstance(error, StaleDataError):
        return _STALE
    if isinstance(error, UnicodeDecodeError):  # SQLite quotes the damaged part in its message
        return DAMAGED
    cause = error.orig if isinstance(error, DBAPIError) else error
    if isinstance(cause, sqlite3.Error):
        name = getattr(cause, "sqlite_errorname", "")
        return next((said for prefix, said in _SQLITE.items() if name.startswith(prefix)), _REFUSED)
    if said := _POSTGRESQL.get(getattr(cause, "sqlstate", None) or ""):
        return said
    return _UNREACHABLE if isinstance(error, OperationalError | InterfaceError) else _REFUSED
