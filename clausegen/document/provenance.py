"""Where a printed document comes from: kept in the file, so that what comes back can be compared with what was sent.

It names nothing internal: bidders receive it.
"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Imprint:
    """One printed clause: the version of the library's text, and the digest of the text as printed."""

    clause: str
    wording: str
    version: str
    printed: str


@dataclass(frozen=True)
class Provenance:
    """The dossier's title, the library's fingerprint, the day of law, the version of the product, the clauses in order."""

    dossier: str = ""
    library: str = ""
    law_date: date | None = None
    tool: str = ""
    clauses: tuple[Imprint, ...] = ()


UNTRACED = Provenance()
