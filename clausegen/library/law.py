"""The registry of legal references: what each obliges, its dates, and how far its wording was read."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

CONFIDENCE_LABELS = {
    "verifie": "texte lu dans une copie du texte officiel ou d'une page qui le reproduit",
    "partiel": "texte lu en partie, ou seulement dans un commentaire",
    "memoire": "cité de mémoire, à vérifier",
    "jugement": "stipulation contractuelle, sans texte qui l'impose",
    "a_verifier": "état du droit incertain, à vérifier",
}
"""French meaning of each confidence level, as printed."""


@dataclass(frozen=True)
class LegalReference:
    """One article or text, with the confidence that the registry gives it (never raised by the product)."""

    id: str
    text: str
    title: str
    obliges: str
    confidence: str
    article: str = ""
    applies_to: tuple[str, ...] = ()
    condition: str = ""
    in_force_since: str = ""
    version_of: str = ""
    reading: str = ""
    source: str = ""
    excerpt: str = ""
    notes: str = ""

    @property
    def citation(self) -> str:
        """Return « Code de la commande publique, L. 3131-2 »."""
        return f"{self.text}, {self.article}" if self.article else self.text


@dataclass(frozen=True)
class Registry:
    """All legal references by id."""

    references: Mapping[str, LegalReference] = field(default_factory=dict)

    def suiting(self, ids: Iterable[str], kinds: Collection[str]) -> tuple[str, ...]:
        """Return the references among `ids` that concern one of these kinds of contract.

        One that names no contract concerns all of them; without kinds, all are returned. None may be left: the clause is
        then a stipulation of the contract, whatever text inspired it elsewhere.
        """
        return tuple(id for id in ids if id not in self.references or self._suits(id, kinds))

    def _suits(self, id: str, kinds: Collection[str]) -> bool:
        applies_to = self.references[id].applies_to
        return not kinds or not applies_to or bool(set(applies_to) & set(kinds))

    def __getitem__(self, id: str) -> LegalReference:
        return self.references[id]

    def __contains__(self, id: str) -> bool:
        return id in self.references

    def __len__(self) -> int:
        return len(self.references)
