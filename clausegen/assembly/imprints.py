"""The digest of a clause as printed: what comes back from the other party can be compared with what was sent."""

import hashlib
from collections.abc import Iterable

from clausegen.assembly.resolution import ResolvedClause
from clausegen.document.provenance import Imprint

_DIGITS = 16


def imprint(clause: ResolvedClause, lines: Iterable[str]) -> Imprint:
    """Return the identity of a printed clause; `lines` are its texts, title first."""
    own = clause.clause
    return Imprint(own.id, clause.decision.variant, own.version, printed_digest(lines))


def printed_digest(lines: Iterable[str]) -> str:
    """Return 16 hexadecimal digits for the words of texts in reading order. Numbers drawn by Word, white space and the limits
    of paragraphs do not count.

    >>> printed_digest(["Objet", "Le\u00a0Contrat  vaut."]) == printed_digest(["Objet", "Le Contrat\\nvaut."])
    True
    """
    text = " ".join("\n".join(lines).split())
    return hashlib.sha256(text.encode()).hexdigest()[:_DIGITS]
