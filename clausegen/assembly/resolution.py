"""Fill the text of a retained clause: blanks, roles, optional paragraphs. References wait for the numbering."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from clausegen.assembly.decisions import Decision, Selection
from clausegen.assembly.typography import typeset
from clausegen.document.nodes import (
    Alinea,
    Blank,
    Filling,
    Inline,
    Item,
    Role,
    Run,
    Table,
    Value,
    mapped,
)
from clausegen.facts import formatting
from clausegen.facts.conditions import Holds
from clausegen.facts.facts import Facts
from clausegen.library import clause as library
from clausegen.library.blanks import UNITS, BlankValue, cells_of, parse_blank
from clausegen.library.clause import Clause
from clausegen.library.contracts import GENERAL, Contract, Contracts


@dataclass(frozen=True)
class FilledBlank:
    """One blank of the contract: what it asks, what is printed, and where that comes from."""

    clause: str
    name: str
    blank: library.Blank
    text: str
    filling: Filling
    value: BlankValue | None = None


@dataclass(frozen=True)
class ResolvedClause:
    """A retained clause as it will be printed, references excepted."""

    decision: Decision
    paragraphs: tuple[Alinea, ...]
    """Source numbers are kept; optional paragraphs that do not stand are gone."""
    blanks: tuple[FilledBlank, ...]

    @property
    def clause(self) -> Clause:
        return self.decision.clause

    @property
    def id(self) -> str:
        return self.decision.clause.id


Values = Mapping[str, Mapping[str, object]]


def resolve(
    selection: Selection, facts: Facts, contract: Contract, contracts: Contracts, values: Values
) -> tuple[ResolvedClause, ...]:
    """Return the retained clauses, filled, in the order of the library.

    `values` holds what the buyer typed, per clause id (or `contrat`) and blank name; it has been checked already.
    """
    retained = {decision.clause.id for decision in selection.retained}
    return tuple(
        resolve_clause(decision, facts, contract, contracts.general, retained, values)
        for decision in selection.retained
    )


def resolve_clause(
    decision: Decision,
    facts: Facts,
    contract: Contract,
    general: Mapping[str, library.Blank],
    retained: set[str],
    values: Values,
) -> ResolvedClause:
    """Return one clause filled; `general` are the dossier's own blanks, `retained` the ids of the printed clauses."""
    clause = decision.clause

    def standing(alinea: Alinea) -> bool:
        if not alinea.condition:
            return True
        optional = clause.optional[alinea.condition]
        beside = optional.with_clause is None or optional.with_clause in retained
        return beside and isinstance(optional.condition.verdict(facts), Holds)

    text = [alinea for alinea in clause.variant(decision.variant).text if standing(alinea)]
    used = {name for alinea in text for name in alinea.blanks}
    given, common = values.get(clause.id, {}), values.get(GENERAL, {})
    filled = {name: fill(clause, name, blank, given.get(name)) for name, blank in clause.blanks.items() if name in used}
    for name, blank in general.items():
        if (named := f"{GENERAL}.{name}") in used:
            filled[named] = fill(None, name, blank, common.get(name))
    worded = _wording(contract)
    return ResolvedClause(
        decision, tuple([_filled_in(worded(alinea), filled) for alinea in text]), tuple(filled.values())
    )


@lru_cache(maxsize=2**4)
def _wording(contract: Contract) -> Callable[[Alinea], Alinea]:
    """Return what gives a paragraph the words of a contract, blanks and references excepted: its parties named, its signs typeset.

    Each is worded once: the paragraphs of the library come back in every contract.
    """

    def inline(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple([_printed(part, contract) for part in parts])

    return lru_cache(maxsize=2**15)(lambda alinea: mapped(alinea, inline))


def _printed(part: Inline, contract: Contract) -> Inline:
    match part:
        case Run(text):
            return Run(typeset(text), part.bold, part.italic)
        case Role(party, form, capital):
            return Run(typeset(contract.party(party).form(form, capital)), part.bold, part.italic)
        case _:
            return part


def _filled_in(alinea: Alinea, filled: Mapping[str, FilledBlank]) -> Alinea:
    """Return the paragraph with its blanks filled; itself when it has none."""
    if not alinea.blanks:
        return alinea

    def inline(parts: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple([_value(part, filled[part.name]) if isinstance(part, Blank) else part for part in parts])

    return mapped(_spread(alinea, filled), inline)


def _value(part: Blank, content: FilledBlank) -> Value:
    return Value(content.text, content.filling, part.bold, part.italic)


def _spread(alinea: Alinea, filled: Mapping[str, FilledBlank]) -> Alinea:
    """Turn a list that ends a sentence (« … suivants : {{ liste }}. ») into lettered points, a table into a table."""
    content = alinea.content[:-1] if alinea.content[-1:] and _full_stop(alinea.content[-1]) else alinea.content
    if alinea.children or not content or not isinstance(last := content[-1], Blank):
        return alinea
    lines = filled[last.name].value
    if filled[last.name].blank.kind == "tableau" and isinstance(lines, tuple):
        return replace(
            alinea, content=content[:-1], children=(_table(filled[last.name].blank, lines, filled[last.name].filling),)
        )
    if not isinstance(lines, tuple) or not 2 <= len(lines) <= 26:
        return alinea
    filling = filled[last.name].filling
    ends = ["\u202f;"] * (len(lines) - 1) + ["."]
    points = tuple(
        Item(f"{chr(ord('a') + rank)})", (Value(line, filling), *([] if line[-1] in ".;:!?" else [Run(end)])))
        for rank, (line, end) in enumerate(zip(lines, ends, strict=True))
    )
    return replace(alinea, content=content[:-1], children=points)


def _table(blank: library.Blank, lines: tuple[str, ...], filling: Filling) -> Table:
    header = tuple((Run(typeset(title)),) for title in blank.columns)
    rows = tuple(tuple((Value(cell, filling),) if cell else () for cell in cells_of(line)) for line in lines)
    return Table(header, rows, tuple(1 / len(header) for _ in header))


def _full_stop(part: Inline) -> bool:
    return isinstance(part, Run) and part.text.strip() in (".", "")


def fill(clause: Clause | None, name: str, blank: library.Blank, raw: object) -> FilledBlank:
    """Return what a blank prints: the buyer's value, else the proposed one, else a visible gap."""
    owner = clause.id if clause else GENERAL
    if raw is not None and raw != "" and raw != []:
        value = parse_blank(blank, raw)
        return FilledBlank(owner, name, blank, written(blank, value), Filling.GIVEN, value)
    if clause and name in clause.defaults:
        default = _typeset(clause.defaults[name])
        return FilledBlank(owner, name, blank, written(blank, default), Filling.DEFAULT, default)
    return FilledBlank(owner, name, blank, f"[à compléter\u00a0: {typeset(blank.label)}]", Filling.MISSING)


def _typeset(default: BlankValue) -> BlankValue:
    """Return a proposed value as the library's own words are printed; what a buyer typed is never touched."""
    if isinstance(default, tuple):
        return tuple(typeset(line) for line in default)
    return typeset(default) if isinstance(default, str) else default


def written(blank: library.Blank, value: BlankValue) -> str:
    """Return a typed value as French contracts write it."""
    if isinstance(value, tuple):
        return "\u202f; ".join(value)
    if isinstance(value, bool):
        return formatting.yes_no(value)
    if isinstance(value, date):
        return formatting.day(value)
    if not isinstance(value, int | Decimal):
        return typeset(value) if blank.kind == "choix" else value
    if blank.kind == "montant":
        return formatting.amount(value, blank.excluding_tax)
    if blank.kind == "pourcentage":
        return formatting.percentage(value)
    if blank.kind in UNITS:
        return formatting.counted(value, *UNITS[blank.kind])
    return formatting.number(value)
