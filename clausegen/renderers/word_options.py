"""What a buyer may choose of the Word files: the shell, the marks of a draft, the legal bases under each article."""

from dataclasses import dataclass
from pathlib import Path

from clausegen.errors import RenderError
from clausegen.renderers.word_package import MAX_FILE


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
    told = f"Le modèle Word « {path} » ne peut pas être lu"
    try:
        if path.exists() and not path.is_file():
            raise RenderError(f"{told} : ce n'est pas un fichier. Indiquez un document .docx.")
        if path.stat().st_size > MAX_FILE:
            raise RenderError(f"{told} : il dépasse {MAX_FILE // 1_000_000} Mo. Allégez ses images.")
        return ShellFile(str(path), path.read_bytes())
    except (OSError, ValueError) as error:
        raise RenderError(
            f"{told}. Vérifiez son nom et vos droits ; pour un modèle livré, « python templates/make_shell.py » refait celui d'origine."
        ) from error
