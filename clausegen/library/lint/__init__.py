"""What the reader cannot see in one file alone: links between clauses, texts and what they rest upon.

One check per file, a function from the library to the problems it finds; its docstring is the rule as a lawyer would
say it, and the documentation page is made from it.
"""

from collections.abc import Callable, Iterator

from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.answers import answers
from clausegen.library.lint.blanks import blanks
from clausegen.library.lint.ccag import ccag
from clausegen.library.lint.copies import copies
from clausegen.library.lint.duties import duties
from clausegen.library.lint.frame import frame
from clausegen.library.lint.obligations import obligations
from clausegen.library.lint.paragraphs import paragraphs
from clausegen.library.lint.parties import parties
from clausegen.library.lint.processings import processings
from clausegen.library.lint.references import references
from clausegen.library.lint.relations import relations
from clausegen.library.lint.rows import rows
from clausegen.library.lint.sentences import sentences
from clausegen.library.lint.terms import terms
from clausegen.library.lint.triggers import triggers
from clausegen.library.lint.typing import typing
from clausegen.library.lint.words import words

Check = Callable[[ClauseLibrary], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    frame, relations, blanks, paragraphs, references, obligations, rows, answers, processings, duties, parties, ccag, terms, words, sentences, typing, copies, triggers,
)  # fmt: skip


def findings(library: ClauseLibrary) -> Iterator[Problem]:
    """Yield what every check finds."""
    for check in CHECKS:
        yield from check(library)
