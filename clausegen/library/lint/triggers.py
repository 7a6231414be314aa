"""Check that what the law requires is said of clauses, wordings, reminders and articles that exist."""

from collections.abc import Collection, Iterator

from clausegen.errors import Problem, did_you_mean
from clausegen.library.library import ClauseLibrary
from clausegen.library.triggers import Stipulation, Trigger


def triggers(library: ClauseLibrary) -> Iterator[Problem]:
    """Une obligation légale nomme des clauses, des rédactions, des rappels, des alertes et des références qui existent."""
    reminders = [reminder.id for reminder in library.frame.cautions.reminders]
    warnings = [warning.id for warning in library.frame.cautions.warnings]
    for trigger in library.frame.triggers:
        for stipulation in trigger.stipulations():
            yield from _unknown_stipulation(library, trigger, stipulation)
        yield from _unknown(trigger, "le rappel", trigger.reminders, reminders)
        yield from _unknown(trigger, "l'alerte", trigger.warnings, warnings)
        yield from _unknown(trigger, "la référence juridique", trigger.bases, library.frame.registry.references)


def _unknown_stipulation(library: ClauseLibrary, trigger: Trigger, named: Stipulation) -> Iterator[Problem]:
    if named.clause not in library:
        yield from _unknown(trigger, "la clause", (named.clause,), library.clauses)
        return
    clause = library[named.clause]
    if named.variant is not None:
        yield from _unknown(trigger, f"la rédaction de « {clause.id} »", (named.variant,), clause.variant_names)
    if named.paragraph is not None:
        yield from _unknown(trigger, f"l'alinéa facultatif de « {clause.id} »", (named.paragraph,), clause.optional)


def _unknown(trigger: Trigger, what: str, named: tuple[str, ...], known: Collection[str]) -> Iterator[Problem]:
    for id in named:
        if id not in known:
            told = f"« {trigger.id} » nomme {what} « {id} », qui n'existe pas.{did_you_mean(id, known)}"
            yield Problem(trigger.path, trigger.line, told)
