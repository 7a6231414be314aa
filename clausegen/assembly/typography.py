"""French typography for the library's own words: curly apostrophes, no-break spaces. User text is never touched."""

import re
from functools import lru_cache

NBSP, NARROW = "\u00a0", "\u202f"

_RULES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile("'"), "’"),
    (re.compile(r"[ \u00a0\u202f]+([;?!])"), rf"{NARROW}\1"),
    (re.compile(r"[ \u00a0\u202f]+([:»%€])"), rf"{NBSP}\1"),
    (re.compile(r"«[ \u00a0\u202f]+"), f"«{NBSP}"),
    (re.compile(r"\b([LRDA]|art|n°|al|p)(\.?) (?=[\d*])"), rf"\1\2{NBSP}"),
    (re.compile(r"\bNIS (?=2\b)"), f"NIS{NBSP}"),
    (re.compile(r"(?<=\d) (?=\d{3}\b)"), NARROW),
    (re.compile(r"(?<=\d) (?=[^\W\d])"), NBSP),
)


@lru_cache(maxsize=2**16)  # -- the library's words come back in every contract --
def typeset(text: str) -> str:
    """Return the text with French typography.

    >>> typeset("l'article L. 3131-2 : 30 jours ; « oui »") == "l’article L.\\u00a03131-2\\u00a0: 30\\u00a0jours\\u202f; «\\u00a0oui\\u00a0»"
    True
    """
    for pattern, replacement in _RULES:
        text = pattern.sub(replacement, text)
    return text
