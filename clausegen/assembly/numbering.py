"""Give every retained clause its place: annex, article, paragraphs. One numbering serves the text and its references."""

import hashlib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from clausegen.assembly.resolution import ResolvedClause
from clausegen.facts.formatting import NBSP
from clausegen.library.annexes import AnnexPlan, AnnexSet

ACT = 0
"""The rank of the act that the annexes are joined to: it is no annex, and is printed before them."""


@dataclass(frozen=True)
class Place:
    """Where a clause is printed: annex 3 (or ACT), article « 4.2 », paragraphs by source number « 4.2.1 »."""

    annex: int
    article: str
    paragraphs: Mapping[int, str]

    def bookmark(self, id: str, paragraph: int | None = None) -> str:
        """Return the bookmark of the clause or of one of its paragraphs: at most 40 letters, digits, underscores."""
        return bookmark(id if paragraph is None else f"{id}_{paragraph}")


@dataclass(frozen=True)
class NumberedSection:
    number: int
    title: str
    clauses: tuple[ResolvedClause, ...]


@dataclass(frozen=True)
class NumberedAnnex:
    """One printed annex: its rank, its title, its non-empty sections."""

    number: int
    title: str
    introductions: tuple[str, ...]
    sections: tuple[NumberedSection, ...]
    layout: str = ""


@dataclass(frozen=True)
class Numbering:
    annexes: tuple[NumberedAnnex, ...]
    places: Mapping[str, Place]

    @property
    def clauses(self) -> tuple[ResolvedClause, ...]:
        """Return the clauses in the order of print."""
        return tuple(clause for annex in self.annexes for section in annex.sections for clause in section.clauses)


def document_of(annex: int) -> str:
    """Return the name of a printed document, without article: « annexe 3 », « avenant »."""
    return f"annexe{NBSP}{annex}" if annex else "avenant"


def heading_of(annex: int, title: str) -> str:
    """Return the title of a printed document: « Annexe 3 – Données du service », or the act's own title."""
    return f"Annexe{NBSP}{annex} – {title}" if annex else title


def number(resolved: Sequence[ResolvedClause], plan: AnnexPlan, annex_set: AnnexSet) -> Numbering:
    """Return the annexes of the set that hold at least one clause, numbered without a hole."""
    annexes: list[NumberedAnnex] = []
    places: dict[str, Place] = {}
    for group in annex_set.annexes:
        sources = [plan.annexes[id] for id in group]
        sections: list[NumberedSection] = []
        present = []
        for source in sources:
            mine = [clause for clause in resolved if clause.clause.annex == source.id]
            if mine:
                present.append(source)
            for title in source.sections:
                held = tuple(clause for clause in mine if clause.clause.section == title)
                if held:
                    sections.append(NumberedSection(len(sections) + 1, title, held))
        if not sections:
            continue
        rank = ACT if sources[0].is_act else sum(1 for annex in annexes if annex.number != ACT) + 1
        merged = len(present) > 1
        title = annex_set.titles.get(group[0], "") if merged else ""
        introduction = annex_set.introductions.get(group[0], "") if merged else ""
        introductions = (introduction,) if introduction else tuple(s.introduction for s in present if s.introduction)
        titles = [source.title for source in present]
        annexes.append(
            NumberedAnnex(rank, title or _merged_title(titles), introductions, tuple(sections), sources[0].layout)
        )
        for section in sections:
            for position, held_clause in enumerate(section.clauses, start=1):
                article = f"{section.number}.{position}"
                paragraphs = {
                    alinea.number: f"{article}.{index}" for index, alinea in enumerate(held_clause.paragraphs, start=1)
                }
                places[held_clause.id] = Place(rank, article, paragraphs)
    return Numbering(tuple(annexes), places)


@lru_cache(maxsize=2**14)
def bookmark(name: str) -> str:
    """Return a Word bookmark name for a clause id: a long one is shortened and told apart by a digest."""
    safe = "cg_" + re.sub(r"[^A-Za-z0-9_]", "_", name)
    return safe if len(safe) <= 40 else f"{safe[:31]}_{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def _merged_title(titles: list[str]) -> str:
    """Return one title for merged annexes: the first whole, the others after it, in lower case."""
    return titles[0] + "".join(f"\u202f; {title[:1].lower()}{title[1:]}" for title in titles[1:])
