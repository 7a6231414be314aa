"""The content control around each printed clause: it says which clause this is, and survives editing.

Word keeps its tag; LibreOffice drops the tag of such a control and keeps its alias, and bookmarks survive both. Tag, alias and
bookmarks therefore all carry the clause.
"""

import hashlib
from functools import lru_cache

from clausegen.renderers.word_xml import escape

_MAX = 64
"""Characters of a tag or an alias that Word accepts."""


CONTROL_CLOSING = "</w:sdtContent></w:sdt>"


@lru_cache(maxsize=2**12)
def control_opening(clause: str, version: str, title: str) -> str:
    """Return what opens the control tagged `cg:clause@version`, that Word shows under « clause – title »."""
    alias = _cut(f"{clause} – {title}")
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{escape(alias)}"/><w:tag w:val="{escape(tag(clause, version))}"/>'
        f'<w:id w:val="{_number(clause)}"/></w:sdtPr><w:sdtContent>'
    )


def tag(clause: str, version: str) -> str:
    """Return the tag of a clause; an id too long for Word is cut and told apart by a digest.

    >>> tag("don-inventaire", "0123456789abcdef")
    'cg:don-inventaire@01234567'
    >>> len(tag("x" * 80, "0123456789abcdef"))
    64
    """
    end = f"@{version[:8]}" if version else ""
    room = _MAX - len("cg:") - len(end)
    if len(clause) > room:
        digest = hashlib.sha256(clause.encode()).hexdigest()[:8]
        clause = f"{clause[: room - len(digest) - 1]}_{digest}"
    return f"cg:{clause}{end}"


def _cut(text: str) -> str:
    return text if len(text) <= _MAX else f"{text[: _MAX - 1]}…"


def _number(clause: str) -> int:
    """Return an identifier that depends on the clause alone: positive, under 2³¹."""
    return int(hashlib.sha256(clause.encode()).hexdigest()[:8], 16) % (2**31 - 1) + 1
