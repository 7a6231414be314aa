"""Check what the printer cannot mend: straight quotes, missing spaces where a no-break space must stand."""

import re
from collections.abc import Iterator

from clausegen.document.nodes import Run, plain_text
from clausegen.errors import Problem
from clausegen.library.library import ClauseLibrary
from clausegen.library.lint.texts import paragraphs_of, parts_of

_FAULTS = (
    (re.compile(r'"'), "un guillemet droit ; écrivez « »"),
    (re.compile(r"\.\.\."), "trois points ; fermez la liste"),
    (re.compile(r"[^\s\u00a0\u202f][;?!»](?!\w)"), "une ponctuation haute sans espace devant"),
    (re.compile(r"(?<=[^\W\d]):(?!/)"), "deux points sans espace devant"),
    (re.compile(r"«(?=\S)(?![\u00a0\u202f])"), "un guillemet ouvrant sans espace après"),
    (re.compile(r"\d(?:€|%)"), "un nombre collé à son unité"),
    (re.compile(r"\S {2,}\S"), "deux espaces à la suite"),
)


def typing(library: ClauseLibrary) -> Iterator[Problem]:
    """La typographie est française : guillemets « », une espace devant « : ; ? ! » et dans les guillemets, que l'impression rend insécable."""
    for clause in library:
        yield from _faults(clause.path, clause.line("titre"), clause.title)
        for _, alinea in paragraphs_of(clause):
            for part in parts_of(alinea):
                if isinstance(part, Run):
                    yield from _faults(clause.path, alinea.line, part.text)
    for term in library.frame.glossary.terms.values():
        yield from _faults("clauses/glossaire.yml", 0, plain_text(term.definition))


def _faults(where: str, line: int, text: str) -> Iterator[Problem]:
    for pattern, told in _FAULTS:
        if found := pattern.search(text):
            around = text[max(0, found.start() - 15) : found.end() + 10].strip()
            yield Problem(where, line, f"« {around} » : {told}.")
