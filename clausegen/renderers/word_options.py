"""What a buyer may choose of the Word files: the shell, the marks of a draft, the legal bases under each article."""

from dataclasses import dataclass
from pathlib import Path

from clausegen.errors import RenderError


@dataclass(frozen=True)
class ShellFile:
    """A shell as given: its name, for messages, and its bytes."""

    name: str
    content: bytes


@dataclass(frozen=True)
class WordOptions:
    """`shell`: the buyer's own template, else the one of the document's layout. `marks`: PROJET while something is missing,
    and what is missing highlighted. `sources`: the legal bases as footnotes."""

    shell: ShellFile | None = None
    marks: bool = True
    sources: bool = False


USUAL = WordOptions()


def shell_file(path: Path) -> ShellFile:
    """Return the shell of a file; RenderError when it cannot be read."""
    try:
        return ShellFile(str(path), path.read_bytes())
    except OSError as error:
        raise RenderError(
            f"Le modèle Word « {path} » ne peut pas être lu ({error.strerror}). Vérifiez son nom ; pour un modèle livré, "
            "« python templates/make_shell.py » refait celui d'origine."
        ) from error
