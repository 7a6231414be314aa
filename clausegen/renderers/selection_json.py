"""A selection as plain data, for `clausegen select --json` and for machines."""

from typing import Any

from clausegen.assembly.decisions import Decision, Level, Origin, Selection

LEVELS = {
    Level.OBLIGATORY: "obligatory",
    Level.RECOMMENDED: "recommended",
    Level.OPTIONAL: "optional",
    Level.WAITING: "waiting",
    Level.EXCLUDED: "excluded",
    Level.NOT_APPLICABLE: "not_applicable",
}
"""Levels as machines read them."""


def selection_data(selection: Selection) -> dict[str, Any]:
    """Return every clause of the library in exactly one list, in the order of the library.

    `retained` stand in the contract; `optional` may be added; `set_aside` were put aside by the buyer or by an
    incompatibility; `not_applicable` do not fit the contract type or are excluded by the facts; `waiting` wait for the
    named facts (`printed` when every possible answer retains them).
    """
    data: dict[str, Any] = {"retained": [], "optional": [], "set_aside": [], "not_applicable": [], "waiting": []}
    for id, decision in selection.decisions.items():
        name, entry = _entry(decision)
        data[name].append({"id": id, **entry})
    data["alerts"] = [{"id": alert.clause, "message": alert.message} for alert in selection.alerts]
    return data


def _entry(decision: Decision) -> tuple[str, dict[str, Any]]:
    """Return the list a decision belongs to, and what is said of it there."""
    level = LEVELS[decision.level]
    reasons = {"because": list(decision.because), "basis": list(decision.bases)}
    related = {"origin": decision.origin.value, "others": list(decision.others)}
    if decision.set_aside:
        return "set_aside", {"level": level, "reason": decision.reason, **reasons, **related}
    if decision.level is Level.WAITING and decision.origin is Origin.RULE:
        at_least = LEVELS[decision.at_least]
        waited = {"facts": list(decision.waiting_for), "at_least": at_least, "printed": decision.retained}
        return "waiting", {**waited, "basis": list(decision.bases)}
    if decision.retained:
        known = decision.level if decision.level is not Level.WAITING else max(decision.at_least, Level.OPTIONAL)
        wording = {"variant": decision.variant or None, "variant_waiting_for": list(decision.variant_waiting)}
        confidence = {"confidence": decision.clause.confidence, "waiting_for": list(decision.waiting_for)}
        return "retained", {"level": LEVELS[known], **wording, **reasons, **confidence, **related}
    if decision.level is Level.OPTIONAL:
        return "optional", reasons
    return "not_applicable", {"verdict": level, **reasons}
