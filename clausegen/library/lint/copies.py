"""Check that two clauses do not say the same sentence: what they share is one clause that both require."""

from collections.abc import Iterator

from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import blocks_of, paragraphs_of, split_sentences

SHORT = 14
"""Fewer words than this may be said twice."""


def copies(library: ClauseLibrary) -> Iterator[Problem]:
    """Deux clauses ne disent pas la même phrase : ce qu'elles partagent est une clause que toutes deux requièrent."""
    first: dict[str, str] = {}
    for clause in library:
        for _, alinea in paragraphs_of(clause):
            for sentence in (s for block in blocks_of(alinea) for s in split_sentences(block)):
                if len(sentence.split()) < SHORT:
                    continue
                said = " ".join(sentence.lower().split())
                if first.setdefault(said, clause.id) != clause.id:
                    yield Problem(
                        clause.path,
                        alinea.line,
                        f"la phrase « {sentence[:50]}… » est déjà dans « {first[said]} » : renvoyez-y, ou faites-en une clause commune.",
                    )
