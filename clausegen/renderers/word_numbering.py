"""Count as Word will count, so that the number printed is the number that the text refers to.

Numbers are not written in the file: Word draws them from the shell's list. This replays its counting and refuses any
number that would come out otherwise, because a wrong « article 4.2 » is worse than no document.
"""

import re

from clausegen.errors import RenderError

_LETTER = re.compile(r"[a-z]\)")


class Counting:
    """Where Word stands in the list: articles, clauses, paragraphs, then lettered points."""

    def __init__(self) -> None:
        self.free_lists: list[int] = []
        """The rank at which each free lettered list starts."""
        self._counts = [0, 0, 0]
        self._above = ["", "0.", "0.0."]
        """What the number of each level begins with."""
        self._list: int | None = None
        self._letter = 0

    def number(self, level: int, number: str) -> None:
        """Count one more at this level: 0 article, 1 clause, 2 paragraph."""
        self._counts[level] += 1
        shown = f"{self._above[level]}{self._counts[level]}"
        for lower in range(level + 1, len(self._counts)):
            self._counts[lower] = 0
            self._above[lower] = f"{shown}.{'0.' * (lower - level - 1)}"
        self._letter, self._list = 0, (0 if level == len(self._counts) - 1 else None)
        if shown != number:
            raise RenderError(
                f"Le numéro {number} est attendu là où Word afficherait {shown} : les numéros d'une annexe doivent se "
                "suivre sans trou depuis l'article 1. C'est un défaut du logiciel ; signalez-le avec ce dossier."
            )

    def interrupt(self) -> None:
        """Pass an unnumbered title: letters start afresh below it."""
        self._list = None

    def letter(self, label: str) -> int | None:
        """Return the list of the point « a) »: 0 its paragraph's own, 1 the first free list…; None for no letter."""
        if not _LETTER.fullmatch(label):
            return None
        letter = ord(label[0]) - ord("a") + 1
        if self._list is None or letter != self._letter + 1:
            self.free_lists.append(letter)
            self._list = len(self.free_lists)
        self._letter = letter
        return self._list
