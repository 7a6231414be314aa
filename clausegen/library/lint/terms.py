"""Check that a capital means a definition, and that a definition means something in a contract."""

import re
from collections.abc import Iterator

from clausegen.document.nodes import Run, sentences_of
from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import blocks_of, paragraphs_of, split_sentences, written

_CAPITAL = re.compile(r"(?<![\w'’./-])[A-ZÀÂÉÈÊÎÔÛÇ][a-zàâäéèêëîïôöùûüç]+\b")
_OPENING = re.compile(r"(?:^|[:;»«(–]\s*)$")
"""What stands before a word that opens a sentence, a quotation or an enumeration."""


def terms(library: ClauseLibrary) -> Iterator[Problem]:
    """Un mot à majuscule est un terme du glossaire ou un nom propre connu ; un terme du glossaire sert dans une clause."""
    glossary, names = library.frame.glossary, library.frame.style.proper_names
    if not glossary.terms:
        return
    used: set[str] = set()
    for clause in library:
        used |= glossary.used_in(clause.title)
        for _, alinea in paragraphs_of(clause):
            used |= {name for parts in sentences_of(alinea) for name in glossary.used_in(written(parts))}
            sentences = (sentence for block in blocks_of(alinea) for sentence in split_sentences(block))
            unknown = (word for sentence in sentences for word in _capitals(glossary.without(sentence)))
            for word in dict.fromkeys(unknown):
                if word not in names:
                    yield Problem(
                        clause.path,
                        alinea.line,
                        f"« {word} » porte une majuscule sans être défini : ôtez-la, définissez le terme dans glossaire.yml, ou "
                        "ajoutez ce nom propre à style.yml.",
                    )
    for name in sorted(glossary.terms.keys() - _reached(library, used)) if len(library) else ():
        yield Problem("clauses/glossaire.yml", 0, f"le terme « {name} » n'est employé par aucune clause : retirez-le.")


def _capitals(sentence: str) -> Iterator[str]:
    """Yield the capitalised words that do not open the sentence."""
    for found in _CAPITAL.finditer(sentence):
        if not _OPENING.search(sentence[: found.start()]):
            yield found.group()


def _reached(library: ClauseLibrary, used: set[str]) -> set[str]:
    """Return the terms that clauses use, and those that their definitions use in turn."""
    glossary, reached, waiting = library.frame.glossary, set[str](), set(used)
    while waiting:
        name = waiting.pop()
        reached.add(name)
        definition = " ".join(part.text for part in glossary.terms[name].definition if isinstance(part, Run))
        waiting |= glossary.used_in(definition) - reached
    return reached
