"""A selection as plain data, for `clausegen select --json` and for machines."""

from typing import Any

from clausegen.assembly.selection import Decision, Level, Origin, Selection

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
    level, because = LEVELS[decision.level], list(decision.because)
    if decision.set_aside:
        return "set_aside", {
            "level": level,
            "origin": decision.origin.value,
            "others": list(decision.others),
            "reason": decision.reason,
        }
    if decision.level is Level.WAITING and decision.origin is Origin.RULE:
        return "waiting", {
            "facts": list(decision.waiting_for),
            "at_least": LEVELS[decision.at_least],
            "printed": decision.retained,
        }
    if decision.retained:
        known = decision.level if decision.level is not Level.WAITING else max(decision.at_least, Level.OPTIONAL)
        return "retained", {
            "level": LEVELS[known],
            "variant": decision.variant or None,
            "because": because,
            "basis": list(decision.bases),
            "confidence": decision.clause.confidence,
            "origin": decision.origin.value,
            "others": list(decision.others),
            "waiting_for": list(decision.waiting_for),
        }
    if decision.level is Level.OPTIONAL:
        return "optional", {"because": because, "basis": list(decision.bases)}
    return "not_applicable", {"verdict": level, "because": because}
