"""Check that sentences can be read in one breath."""

from collections.abc import Iterator

from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import blocks_of, paragraphs_of, split_sentences

MAX_WORDS = 60


def sentences(library: ClauseLibrary) -> Iterator[Problem]:
    """Une phrase compte soixante mots au plus ; au-delà, elle se coupe ou devient une liste."""
    for clause in library:
        for _, alinea in paragraphs_of(clause):
            for block in blocks_of(alinea):
                for sentence in split_sentences(block):
                    length = len(sentence.split())
                    if length > MAX_WORDS:
                        told = f"la phrase « {sentence[:50]}… » compte {length} mots ; coupez-la ({MAX_WORDS} au plus)."
                        yield Problem(clause.path, alinea.line, told)
