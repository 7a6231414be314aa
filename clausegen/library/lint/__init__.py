"""What the reader cannot see in one file alone: links between clauses, texts and what they rest upon.

One check per file, a function from the library to the problems it finds; its docstring is the rule as a lawyer would
say it, and the documentation page is made from it.
"""

from collections.abc import Callable, Iterator

from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.blanks import blanks
from clausegen.library.lint.frame import frame
from clausegen.library.lint.obligations import obligations
from clausegen.library.lint.paragraphs import paragraphs
from clausegen.library.lint.references import references
from clausegen.library.lint.relations import relations

Check = Callable[[ClauseLibrary], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (frame, relations, blanks, paragraphs, references, obligations)


def findings(library: ClauseLibrary) -> Iterator[Problem]:
    """Yield what every check finds."""
    for check in CHECKS:
        yield from check(library)
