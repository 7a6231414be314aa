"""What the commands read: a library, a dossier. Each is loaded by the command that needs it, so that the others start fast."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from clausegen import memory, paths

if TYPE_CHECKING:
    from clausegen.dossier.dossier import Dossier
    from clausegen.library.library import ClauseLibrary

DossierArgument = Annotated[
    str, typer.Argument(metavar="DOSSIER", help="Fichier YAML ou JSON, ou identifiant d'un dossier enregistré.")
]
_LONG = 100
"""No stored dossier has an id as long as this."""


def library(folder: Path | None) -> "ClauseLibrary":
    """Return the library of a folder, that of the product by default; LibraryError lists what cannot be read."""
    from clausegen.library.reader import read_library

    found = read_library(folder or paths.clauses()).sound()
    memory.settle()
    return found


def dossier(name: str) -> "Dossier":
    """Return the dossier of a file, else the stored one of that id; DossierError or StoreError otherwise."""
    from clausegen.dossier.dossier import load_dossier

    path = Path(name)
    if path.suffix or len(path.parts) != 1 or len(name) > _LONG or path.exists():
        return load_dossier(path)
    from clausegen.dossier.store import Store

    return Store().get(name).dossier
