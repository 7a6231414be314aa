"""What differs between two states of a dossier, and how two people's changes are brought together.

A dossier is compared key by key: each answer, each clause's choice, each blank, the title, the date of the law.

    >>> before, after = Dossier(answers={"population": "900"}), Dossier(answers={"population": "12 000"})
    >>> [(change.name, change.before, change.after) for change in changes(before, after)]
    [('faits.population', '900', '12 000')]
"""

from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from clausegen.dossier.dossier import Dossier, dossier_from

Key = tuple[str, ...]
"""("titre",), ("date_droit",), ("bibliotheque",), ("faits", fact), ("choix", clause) or ("valeurs", clause, blank)."""

Side = Literal["mine", "theirs"]

LIBRARY: Key = ("bibliotheque",)


class Absent(Enum):
    """Nothing at this key, which is not the same as an answer left empty."""

    ABSENT = "absent"


ABSENT = Absent.ABSENT


@dataclass(frozen=True)
class Change:
    """One key whose content differs; `before` or `after` is ABSENT when the key came or went."""

    key: Key
    before: object
    after: object

    @property
    def kind(self) -> str:
        return self.key[0]

    @property
    def name(self) -> str:
        """The key as people read it: « faits.population »."""
        return ".".join(self.key)


@dataclass(frozen=True)
class Merged:
    """Both people's changes in one dossier; at the keys in conflict, what `prefer` asked for (theirs by default)."""

    dossier: Dossier
    conflicts: tuple[str, ...]


def changes(before: Dossier, after: Dossier) -> tuple[Change, ...]:
    """Return what differs, in the order of the dossier."""
    old, new = _flat(before), _flat(after)
    return tuple(
        Change(key, old.get(key, ABSENT), new.get(key, ABSENT))
        for key in dict.fromkeys([*old, *new])
        if not _same(old.get(key, ABSENT), new.get(key, ABSENT))
    )


def edited(dossier: Dossier, key: Key, value: object) -> Dossier:
    """Return the dossier with one key set, or taken away with ABSENT; DossierError when the value cannot be kept.

    >>> edited(Dossier(), ("valeurs", "contrat", "objet"), "Eau potable").values
    {'contrat': {'objet': 'Eau potable'}}
    """
    return _assembled(_flat(dossier) | {key: value})


def merge(base: Dossier, mine: Dossier, theirs: Dossier, prefer: Side = "theirs") -> Merged:
    """Return `theirs` with what changed from `base` to `mine`; a key that both changed differently is in conflict."""
    result, conflicts = _flat(theirs), []
    for change in changes(base, mine):
        current = result.get(change.key, ABSENT)
        if _same(current, change.after):
            continue
        # -- nobody chooses the library's fingerprint: the last export tells it --
        if not _same(current, change.before) and change.key != LIBRARY:
            conflicts.append(change.name)
            if prefer == "theirs":
                continue
        result[change.key] = change.after
    return Merged(_assembled(result), tuple(conflicts))


def _same(one: object, other: object) -> bool:
    """In Python 1 equals True; for a buyer, « 1 » is not « oui »."""
    return type(one) is type(other) and one == other


def _flat(dossier: Dossier) -> dict[Key, object]:
    flat: dict[Key, object] = {("titre",): dossier.title, ("date_droit",): dossier.law_date, LIBRARY: dossier.library}
    flat |= {("faits", fact): answer for fact, answer in dossier.answers.items()}
    flat |= {("choix", clause): choice for clause, choice in dossier.choices.items()}
    for clause, blanks in dossier.values.items():
        flat |= {("valeurs", clause, blank): value for blank, value in blanks.items()}
    return flat


def _assembled(flat: dict[Key, object]) -> Dossier:
    data: dict[str, Any] = {}
    for key, value in flat.items():
        if value is not ABSENT:
            part = data
            for name in key[:-1]:
                part = part.setdefault(name, {})
            part[key[-1]] = value
    return dossier_from(data)
