"""The processings of personal data that a contract makes known, and what is known of each.

They come from three places: the main one, described by the blanks of the model clause; the lines of the table of roles;
the personal data sets of the inventory.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from clausegen.assembly.resolution import FilledBlank, ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.companions.findings import Findings
from clausegen.document.nodes import Filling, Value
from clausegen.library.clause_rows import Dataset
from clausegen.library.processing import RoleList


@dataclass(frozen=True)
class Processing:
    """One processing: its name, where it comes from, and what is known of it."""

    name: Value
    origin: str
    role: RoleList | None = None
    """None when the answers alone tell the role of the parties."""
    blanks: Mapping[str, FilledBlank] | None = None
    dataset: Dataset | None = None


def processings(f: Findings) -> Iterator[Processing]:
    """Yield the main one, the others that the parties listed, then one per personal data set."""
    plan = f.library.frame.sheet_plan
    clauses = {clause.id: clause for clause in f.resolved}
    roles = {}
    listed = []
    for source in plan.lists:
        for line in _lines(clauses.get(source.clause), source.blank):
            roles[line.text.casefold()] = source
            listed.append(line)
    main = _blanks(clauses.get(plan.clause))
    named = main.get(plan.title)
    if named:
        name = Value(named.text, named.filling)
        yield Processing(name, "Traitement principal", roles.get(named.text.casefold()), main)
    for line in listed:
        if named is None or line.text.casefold() != named.text.casefold():
            yield Processing(line, "Tableau des rôles", roles[line.text.casefold()])
    for found in f.contents.inventory:
        if found.dataset.personal:
            described = found.dataset.processing
            name = Value(typeset(described.name if described else found.dataset.name), Filling.DEFAULT)
            yield Processing(name, "Inventaire des données", dataset=found.dataset)


def _blanks(clause: ResolvedClause | None) -> dict[str, FilledBlank]:
    return {filled.name: filled for filled in clause.blanks} if clause else {}


def _lines(clause: ResolvedClause | None, blank: str) -> list[Value]:
    filled = _blanks(clause).get(blank)
    if filled is None or filled.filling is Filling.MISSING:
        return []
    lines = filled.value if isinstance(filled.value, tuple) else (filled.text,)
    return [Value(line, filled.filling) for line in lines]
