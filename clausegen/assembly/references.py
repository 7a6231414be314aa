"""Turn references into the numbers of the retained clauses, across annexes: never dangling."""

from collections.abc import Mapping

from clausegen.assembly.numbering import Place, document_of
from clausegen.document.nodes import Alinea, Link, Reference, mapped


class DanglingReferenceError(Exception):
    """A printed text refers to a clause that is not printed: the library check should have refused it."""


def linked(alinea: Alinea, own: str, places: Mapping[str, Place]) -> Alinea:
    """Return the paragraph with each reference resolved, as read from clause `own`; itself when it has none."""
    if not alinea.refers:
        return alinea
    return mapped(
        alinea,
        lambda parts: tuple([_link(part, own, places) if isinstance(part, Reference) else part for part in parts]),
    )


def _link(part: Reference, own: str, places: Mapping[str, Place]) -> Link:
    here = places[own]
    if part.paragraph is not None:
        number = here.paragraphs.get(part.paragraph)
        if number is None:
            raise DanglingReferenceError(f"{own}: [[#{part.paragraph}]]")
        text, bookmark = f"l’alinéa\u00a0{number}", here.bookmark(own, part.paragraph)
        return Link(text, bookmark, part.bold, part.italic, number)
    target = next((id for id in part.targets if id in places), None)
    if target is None:
        raise DanglingReferenceError(f"{own}: {part.targets}")
    place = places[target]
    return Link(article_of(place, here.annex), place.bookmark(target), part.bold, part.italic, place.article)


def article_of(place: Place, from_annex: int | None = None) -> str:
    """Return « l'article 4.2 », with « de l'annexe 3 » (or « de l'avenant ») when it is read from another annex."""
    article = f"l’article\u00a0{place.article}"
    return article if place.annex == from_annex else f"{article} de l’{document_of(place.annex)}"
