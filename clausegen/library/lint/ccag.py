"""Check that a concession never cites the general conditions of public markets."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from clausegen.document.nodes import Blank
from clausegen.errors import Problem
from clausegen.facts.conditions import Fails, Holds
from clausegen.facts.values import Value
from clausegen.library.clause import Clause, Variant
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import parts_of, written

_CCAG = re.compile(r"\bCCAG|cahiers? des clauses administratives générales", re.IGNORECASE)


@dataclass(frozen=True)
class _Concession:
    """All that is known: the contract is a concession."""

    values: Mapping[str, Value] = field(default_factory=lambda: {"type_contrat": "concession"})

    def get(self, name: str) -> Value | None:
        return self.values.get(name)

    def missing_for(self, name: str) -> tuple[str, ...]:
        return (name,)


_FACTS = _Concession()


def ccag(library: ClauseLibrary) -> Iterator[Problem]:
    """Aucun texte qui peut s'imprimer dans une concession ne cite un CCAG."""
    for clause in library:
        if "concession" not in clause.contracts:
            continue
        for variant in _reachable(clause):
            for alinea in variant.text:
                optional = clause.optional.get(alinea.condition)
                if optional and isinstance(optional.condition.verdict(_FACTS), Fails):
                    continue
                blanks = [clause.blanks.get(p.name) for p in parts_of(alinea) if isinstance(p, Blank)]
                choices = " ".join(choice for blank in blanks if blank for choice in blank.choices)
                if _CCAG.search(written(tuple(parts_of(alinea))) + choices):
                    yield Problem(
                        clause.path,
                        alinea.line,
                        "une concession ne cite pas de CCAG : placez ce texte dans une variante ou un alinéa facultatif réservé aux marchés.",
                    )


def _reachable(clause: Clause) -> Iterator[Variant]:
    """Yield the wordings that a concession can have, by the rules or by the buyer's choice."""
    picked = {variant.name for variant in _picked(clause)}
    for variant in clause.variants:
        if variant.name in picked or not isinstance(variant.excluded_if.verdict(_FACTS), Holds):
            yield variant


def _picked(clause: Clause) -> Iterator[Variant]:
    """Yield the wordings that the rules can give to a concession."""
    for variant in clause.variants:
        verdict = variant.condition.verdict(_FACTS)
        if not isinstance(verdict, Fails):
            yield variant
        if isinstance(verdict, Holds):
            return
    yield clause.default_variant
