"""The styles that a printed document uses, by the name that Word shows or keeps; those that a shell lacks are added.

Word rewrites style identifiers when it saves (« Heading1 » becomes « Titre1 » in French): names are what lasts.
"""

from collections.abc import Mapping
from copy import deepcopy

from lxml import etree

from clausegen.renderers.word_parts import W

ARTICLE = "heading 1"
CLAUSE = "heading 2"
TITLE_WITHOUT_NUMBER = "Titre sans numéro"
SUBTITLE_WITHOUT_NUMBER = "Sous-titre sans numéro"
NUMBERED = "Alinéa numéroté"
POINT = "Point d'un alinéa"
FREE_POINT = "Point libre"
DASH = "Tiret"
BODY = "Body Text"
INTRODUCTION = "Introduction"
NOTE = "Note"
CAPTION = "caption"
TABLE = "Tableau de clause"
TABLE_HEAD = "Tableau en-tête"
TABLE_TEXT = "Tableau texte"
SEPARATOR = "Séparateur"
TITLE = "Title"
SUBTITLE = "Subtitle"
COVER_TABLE = "Tableau de garde"
COVER_LABEL = "Garde libellé"
COVER_VALUE = "Garde valeur"
CONTENTS_TITLE = "TOC Heading"
CONTENTS_1 = "toc 1"
CONTENTS_2 = "toc 2"
DRAFT_MARK = "Mention projet"
FOOTNOTE = "footnote text"
FOOTNOTE_MARK = "footnote reference"

REQUIRED = tuple(value for name, value in list(globals().items()) if name.isupper() and len(name) > 1)
_KINDS = {TABLE: "table", COVER_TABLE: "table", FOOTNOTE_MARK: "character"}

Found = dict[str, etree._Element]


def complete(target: etree._Element, usual: etree._Element) -> tuple[Found, list[str]]:
    """Return the styles in use, by name, and the names of those added to `target` because it had none.

    `usual` are the styles of the product's own shell. An added style takes the fonts of the file that it comes into.
    """
    added: list[str] = []
    known = _by_name(usual)
    found = {name: _ensured(name, _KINDS.get(name, "paragraph"), target, known, added) for name in REQUIRED}
    return found, added


def _ensured(
    name: str, kind: str, target: etree._Element, known: Mapping[tuple[str, str], etree._Element], added: list[str]
) -> etree._Element:
    here = _by_name(target)
    if (found := here.get((kind, name.lower()))) is not None:
        return found
    style = deepcopy(known[kind, name.lower()])
    if any(taken == name.lower() for _, taken in here):  # -- the name of a style of another kind --
        style.find(f"{W}name").set(f"{W}val", f"{name} (clausegen)")
    style.set(f"{W}styleId", _free(str(style.get(f"{W}styleId")), target))
    target.append(style)
    added.append(name)
    by_id = {each.get(f"{W}styleId"): (kind, name) for (kind, name), each in known.items()}
    for link in ("basedOn", "next"):
        if (element := style.find(f"{W}{link}")) is None:
            continue
        wanted_kind, wanted = by_id[element.get(f"{W}val")]
        other = _default(wanted_kind, target) if wanted in ("normal", "normal table") else None
        if other is None and (wanted_kind, wanted) not in _by_name(target) and link == "next":
            style.remove(element)
            continue
        other = other if other is not None else _ensured(wanted, wanted_kind, target, known, added)
        element.set(f"{W}val", str(other.get(f"{W}styleId")))
    return style


def _by_name(styles: etree._Element) -> dict[tuple[str, str], etree._Element]:
    """Return (kind, name in lower case) -> style: « heading 1 » for Word, « Heading 1 » for LibreOffice."""
    named = ((each, each.find(f"{W}name")) for each in styles.iter(f"{W}style"))
    return {(str(each.get(f"{W}type")), name.get(f"{W}val").lower()): each for each, name in named if name is not None}


def _default(kind: str, styles: etree._Element) -> etree._Element | None:
    """Return the style that a file uses when none is named."""
    return next(
        (e for e in styles.iter(f"{W}style") if e.get(f"{W}type") == kind and e.get(f"{W}default") in ("1", "true")),
        None,
    )


def _free(id: str, styles: etree._Element) -> str:
    taken = {each.get(f"{W}styleId") for each in styles.iter(f"{W}style")}
    return next(name for name in (id, *(f"{id}{n}" for n in range(2, len(taken) + 3))) if name not in taken)


def speak_french(styles: etree._Element) -> None:
    """Make French the language of a file: screen readers pronounce by it, and spelling is checked by it."""
    defaults = styles.find(f"{W}docDefaults")
    if defaults is None:
        defaults = etree.Element(f"{W}docDefaults")
        styles.insert(0, defaults)
    holder = defaults
    for tag in ("rPrDefault", "rPr"):
        child = holder.find(f"{W}{tag}")
        if child is None:
            child = etree.Element(f"{W}{tag}")
            holder.insert(0, child)
        holder = child
    lang = holder.find(f"{W}lang")
    if lang is None:
        lang = etree.SubElement(holder, f"{W}lang")
    lang.set(f"{W}val", "fr-FR")
