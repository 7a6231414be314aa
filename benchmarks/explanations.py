"""Why some faults pass every net: what is known of each, in French."""

from collections.abc import Mapping

from benchmarks.faults import Mutant

_KNOWN: Mapping[str, str] = {}
"""Beginning of a mutant's id -> the reason."""


def explanation(mutant: Mutant) -> str:
    """Return why nothing stops the fault, « À expliquer. » when nobody has said it yet."""
    return next((why for start, why in _KNOWN.items() if mutant.id.startswith(start)), "À expliquer.")
