"""The legal basis of a clause, as its sheet and the page of retained clauses show it."""

from collections.abc import Sequence
from html import escape

from clausegen.library.clause import Clause
from clausegen.library.law import CONFIDENCE_LABELS, LegalReference
from clausegen.library.library import ClauseLibrary
from clausegen.ui import markup, wording

_LOOK = {"verifie": "sure", "partiel": "partial", "memoire": "doubtful", "a_verifier": "doubtful"}


def references(clause: Clause, library: ClauseLibrary) -> Sequence[LegalReference]:
    """Return the references of a clause that the registry holds."""
    registry = library.frame.registry
    return [registry[id] for id in clause.bases if id in registry]


def citations(clause: Clause, library: ClauseLibrary) -> str:
    """Return the bases in one line."""
    found = references(clause, library)
    return wording.based_on([reference.citation for reference in found]) if found else wording.NO_BASIS


def basis_html(clause: Clause, library: ClauseLibrary) -> str:
    """Return each reference with what it obliges, how far it was read, and the excerpt of the text."""
    found = references(clause, library)
    head = f"<p>{escape(CONFIDENCE_LABELS.get(clause.confidence, clause.confidence).capitalize())}.</p>"
    return head + ("".join(map(_reference, found)) if found else markup.paragraphs(wording.NO_BASIS))


def _reference(reference: LegalReference) -> str:
    confidence = CONFIDENCE_LABELS.get(reference.confidence, reference.confidence)
    details = [
        (wording.TITLED, reference.title),
        (wording.OBLIGES, reference.obliges),
        (wording.APPLIES, reference.condition),
        (wording.IN_FORCE, reference.in_force_since),
        (wording.VERSION, reference.version_of),
        (wording.READING, reference.reading),
        (wording.SOURCE, reference.source),
    ]
    shown = "".join(f"<dt>{escape(name)}</dt><dd>{escape(text)}</dd>" for name, text in details if text)
    excerpt = f"<blockquote>{markup.paragraphs(reference.excerpt)}</blockquote>" if reference.excerpt else ""
    return (
        f'<section class="cg-basis"><p><strong>{escape(reference.citation)}</strong> '
        f"{markup.badge(confidence, _LOOK.get(reference.confidence, 'optional'))}</p>{excerpt}<dl>{shown}</dl></section>"
    )
