"""Defined terms: a capitalised term means the same thing wherever it stands."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from clausegen.document.nodes import Inline


@dataclass(frozen=True)
class Term:
    """One defined term, the other forms it takes in texts (plurals), and its definition."""

    name: str
    definition: tuple[Inline, ...]
    forms: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    contracts: tuple[str, ...] = ()
    """Contract types it is meant for; empty for all."""


@dataclass(frozen=True)
class Glossary:
    terms: Mapping[str, Term] = field(default_factory=dict)

    @cached_property
    def _by_form(self) -> dict[str, Term]:
        return {form: term for term in self.terms.values() for form in (term.name, *term.forms)}

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        forms = sorted(self._by_form, key=len, reverse=True)
        return re.compile(r"\b(?:" + "|".join(map(re.escape, forms)) + r")\b" if forms else r"(?!)")

    def without(self, text: str) -> str:
        """Return the text once its defined terms are taken out."""
        return self._pattern.sub("…", text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'"))

    def used_in(self, text: str) -> set[str]:
        """Return the names of the terms that stand in the text (longest form first, any kind of space or apostrophe)."""
        return {name for line in text.split("\n") for name in self._terms_of(line)}

    @cached_property
    def _terms_of(self) -> Callable[[str], frozenset[str]]:
        """Return the same for one line, kept: the lines of the library come back in every contract."""

        @lru_cache(maxsize=2**15)
        def terms(line: str) -> frozenset[str]:
            plain = line.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")
            return frozenset(self._by_form[found].name for found in self._pattern.findall(plain))

        return terms
