"""Print the defined terms that the contract uses, once, and no other."""

from collections.abc import Iterator, Sequence

from clausegen.assembly.resolution import ResolvedClause
from clausegen.assembly.typography import typeset
from clausegen.assembly.wording import worded
from clausegen.document.nodes import Inline, plain_text
from clausegen.library.contracts import Contract
from clausegen.library.glossary import Glossary


def definitions_used(
    resolved: Sequence[ResolvedClause], glossary: Glossary, contract: Contract
) -> tuple[tuple[str, tuple[Inline, ...]], ...]:
    """Return (term, definition) in alphabetical order, the terms that definitions themselves use included."""
    used: set[str] = set()
    waiting = glossary.used_in("\n".join([text for clause in resolved for text in _texts(clause)]))
    while waiting:
        name = waiting.pop()
        term = glossary.terms[name]
        if name in used or (term.contracts and contract.type not in term.contracts):
            continue
        used.add(name)
        waiting |= glossary.used_in(plain_text(term.definition)) - used
    return tuple(
        (typeset(name), worded(glossary.terms[name].definition, contract)) for name in sorted(used, key=_alphabetical)
    )


def _texts(clause: ResolvedClause) -> Iterator[str]:
    yield clause.clause.title
    for alinea in clause.paragraphs:
        yield from alinea.texts


def _alphabetical(name: str) -> str:
    return name.lower().translate(str.maketrans("àâäéèêëîïôöùûüç", "aaaeeeeiioouuuc"))
