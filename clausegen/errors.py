"""What can go wrong, told in French to the person who can mend it: where, what, what is allowed, what to do next."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `where` is a file or a question, `line` starts at 1 (0 when there is none)."""

    where: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.where}, ligne {self.line}" if self.line else self.where
        return f"{place} : {self.message}" if place else self.message


class ClausegenError(Exception):
    """Any refusal that a person can act upon; `str()` is the whole French sentence."""

    def __init__(self, problems: Problem | Iterable[Problem] | str) -> None:
        if isinstance(problems, str):
            problems = Problem("", 0, problems)
        self.problems: tuple[Problem, ...] = (problems,) if isinstance(problems, Problem) else tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


class LibraryError(ClausegenError):
    """The clause library cannot be read as it stands: every problem found, each with its file and line."""


class DossierError(ClausegenError):
    """A dossier is refused: unknown fact, value of the wrong type, unknown clause or variant, broken file."""


class StoreError(ClausegenError):
    """The store of dossiers cannot be read or written."""


class StaleDossierError(StoreError):
    """Someone saved the same dossier in between, and both changed the same thing."""


class RenderError(ClausegenError):
    """A document could not be made: missing template, unwritable folder, text that Word cannot hold."""


def did_you_mean(word: str, allowed: Iterable[str]) -> str:
    """Return « Vouliez-vous écrire « x » ? » when one of the allowed words is close, else an empty string.

    >>> did_you_mean("populaton", ["population", "secteur"])
    ' Vouliez-vous écrire « population » ?'
    >>> did_you_mean("zzz", ["population"])
    ''
    """
    close = get_close_matches(word, list(allowed), n=1, cutoff=0.6)
    return f" Vouliez-vous écrire « {close[0]} » ?" if close else ""


def listed(words: Sequence[str]) -> str:
    """Return the words as a French list, in the order given.

    >>> listed(["a", "b", "c"]), listed([])
    ('a, b, c', 'aucun')
    """
    return ", ".join(words) or "aucun"


def sentence(said: object) -> str:
    """Return what was said with its full stop, unless it ends as a sentence does.

    >>> sentence("« 12 » est trop petit"), sentence("Vouliez-vous écrire « x » ?")
    ('« 12 » est trop petit.', 'Vouliez-vous écrire « x » ?')
    """
    text = str(said)
    return text if text.endswith((".", "?", "…", ".)")) else f"{text}."
