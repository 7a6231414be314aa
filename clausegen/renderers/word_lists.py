"""Tie the styles of articles, clauses, paragraphs and points to one multilevel list, whatever the shell numbers them with.

The list of a shell that was restyled in Word is kept: indents and fonts of its numbers are the lawyer's. Another one is
replaced, because the numbers that the text refers to must be those that Word draws.
"""

from collections.abc import Iterable, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from clausegen.errors import RenderError
from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_parts import MAIN, W

_LEVELS = {
    styles.ARTICLE: (0, "decimal", "Article %1"),
    styles.CLAUSE: (1, "decimal", "%1.%2"),
    styles.NUMBERED: (2, "decimal", "%1.%2.%3"),
    styles.POINT: (3, "lowerLetter", "%4)"),
}
_MOST = 1_000_000
"""Above any list that Word makes, far below the largest number that a file may hold."""
_FREE = {styles.FREE_POINT: (0, "lowerLetter", "%1)")}
_BEFORE_LIST = tuple(
    f"{W}{tag}" for tag in ("pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl")
)
_AFTER_FORMAT = tuple(
    f"{W}{tag}"
    for tag in ("name", "aliases", "basedOn", "next", "link", "autoRedefine", "hidden", "uiPriority", "semiHidden",
                "unhideWhenUsed", "qFormat", "locked", "personal", "personalCompose", "personalReply", "rsid")
)  # fmt: skip


@dataclass(frozen=True)
class Lists:
    """`letters`: the abstract list « a) » of free points; `next_list`: the first free list number."""

    letters: str
    next_list: int
    replaced: bool
    """True when the numbering of the shell was not the one of the product."""


def tie(found: Mapping[str, etree._Element], numbering: etree._Element, usual: etree._Element) -> Lists:
    """Return the lists in use; `usual` is the numbering of the product's own shell, copied when the shell's own differs."""
    article = _list_of(found[styles.ARTICLE], numbering)
    kept = all(
        _follows(found[name], numbering, level) and _list_of(found[name], numbering) == article
        for name, level in _LEVELS.items()
    ) and all(_follows(found[name], numbering, level) for name, level in _FREE.items())
    if not kept:
        for position, levels in enumerate((_LEVELS, _FREE)):
            number = _copy(usual.findall(f"{W}abstractNum")[position], numbering, levels, found)
            for name, (level, _, _) in levels.items():
                _number(found[name], number, level)
    letters = _list_of(found[styles.FREE_POINT], numbering)
    numbers = [int(num.get(f"{W}numId")) for num in numbering.iter(f"{W}num")]
    if max(numbers, default=0) > _MOST:
        raise RenderError(
            "ses listes portent des numéros démesurés ; ouvrez-le dans Word et enregistrez-le de nouveau."
        )
    return Lists(str(letters), max(numbers, default=0) + 1, not kept)


def leave_alone(
    styles: etree._Element,
    found: Mapping[str, etree._Element],
    numbering: etree._Element,
    texts: Iterable[etree._Element],
) -> None:
    """Keep the list for what is printed: a style made from a numbered one (« TOC Heading », most often), or a title that the
    shell brings itself, in its text or in a header, would count as an article and shift every number after it."""
    numbered = {str(found[name].get(f"{W}styleId")) for name in (*_LEVELS, *_FREE)}
    ours = {_list_of(found[name], numbering) for name in (*_LEVELS, *_FREE)}
    taken = {
        num.get(f"{W}numId")
        for num in numbering.iter(f"{W}num")
        if num.find(f"{W}abstractNumId").get(f"{W}val") in ours
    }
    for style in derived_from(numbered, styles):
        number = style.find(f"{W}pPr/{W}numPr/{W}numId")
        if number is None or number.get(f"{W}val") in taken:
            _number(style, 0, 0)
    for paragraph in (each for text in texts for each in text.iter(f"{W}p")):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        number = paragraph.find(f"{W}pPr/{W}numPr/{W}numId")
        if (style is not None and style.get(f"{W}val") in numbered) or (
            number is not None and number.get(f"{W}val") in taken
        ):
            _number(paragraph, 0, 0)


def derived_from(parents: set[str], styles: etree._Element) -> list[etree._Element]:
    """Return the styles made from these, at any distance, without these."""
    made: dict[str, list[etree._Element]] = {}
    for style in styles.iter(f"{W}style"):
        parent = style.find(f"{W}basedOn")
        made.setdefault(str(parent.get(f"{W}val")) if parent is not None else "", []).append(style)
    found: list[etree._Element] = []
    waiting, seen = list(parents), set(parents)
    while waiting:
        for style in made.get(waiting.pop(), ()):
            id = str(style.get(f"{W}styleId"))
            if id not in seen:
                seen.add(id)
                waiting.append(id)
                found.append(style)
    return found


def _list_of(style: etree._Element, numbering: etree._Element) -> str | None:
    """Return the abstract list that a style follows."""
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    for num in numbering.iter(f"{W}num"):
        if number is not None and num.get(f"{W}numId") == number.get(f"{W}val"):
            return str(num.find(f"{W}abstractNumId").get(f"{W}val"))
    return None


def _follows(style: etree._Element, numbering: etree._Element, expected: tuple[int, str, str]) -> bool:
    level, form, text = expected
    if _overridden(style, numbering):
        return False
    written = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
    if int(written.get(f"{W}val") if written is not None else 0) != level:
        return False
    abstract = _list_of(style, numbering)
    for each in numbering.iter(f"{W}abstractNum"):
        if abstract is not None and each.get(f"{W}abstractNumId") == abstract:
            found = next((e for e in each.iter(f"{W}lvl") if e.get(f"{W}ilvl") == str(level)), None)
            if found is not None and _counts_otherwise(found):
                return False
            drawn = (
                tuple(found.find(f"{W}{tag}") for tag in ("numFmt", "lvlText")) if found is not None else (None, None)
            )
            return [e.get(f"{W}val") if e is not None else "" for e in drawn] == [form, text]
    return False


def _counts_otherwise(level: etree._Element) -> bool:
    """Return whether a level starts elsewhere than at 1, or restarts when ours does not: its numbers would not be ours."""
    start = level.find(f"{W}start")
    started = start is not None and start.get(f"{W}val") != "1"
    return started or any(level.find(f"{W}{tag}") is not None for tag in ("lvlRestart", "isLgl"))


def _overridden(style: etree._Element, numbering: etree._Element) -> bool:
    """Return whether the list of a style changes the counting of its abstract list (Word's « Commencer à »)."""
    number = style.find(f"{W}pPr/{W}numPr/{W}numId")
    lists = (
        num for num in numbering.iter(f"{W}num") if number is not None and num.get(f"{W}numId") == number.get(f"{W}val")
    )
    return any(num.find(f"{W}lvlOverride") is not None for num in lists)


def _copy(
    model: etree._Element,
    numbering: etree._Element,
    levels: Mapping[str, tuple[int, str, str]],
    found: Mapping[str, etree._Element],
) -> int:
    """Add a copy of an abstract list and a list that follows it; return the list's number."""
    abstract = deepcopy(model)
    id = max([int(e.get(f"{W}abstractNumId")) for e in numbering.iter(f"{W}abstractNum")], default=-1) + 1
    if id > _MOST:
        raise RenderError(
            "ses listes portent des numéros démesurés ; ouvrez-le dans Word et enregistrez-le de nouveau."
        )
    abstract.set(f"{W}abstractNumId", str(id))
    # -- Word takes two lists of one name, or of one signature, for the same --
    abstract.find(f"{W}nsid").set(f"{W}val", f"{0x3C1A0000 + id:08X}")
    if (name := abstract.find(f"{W}name")) is not None:
        abstract.remove(name)
    for style, (level, _, _) in levels.items():
        linked = next(e for e in abstract.iter(f"{W}lvl") if e.get(f"{W}ilvl") == str(level)).find(f"{W}pStyle")
        linked.set(f"{W}val", str(found[style].get(f"{W}styleId")))
    existing = numbering.findall(f"{W}abstractNum")
    position = numbering.index(existing[-1]) + 1 if existing else len(numbering.findall(f"{W}numPicBullet"))
    numbering.insert(position, abstract)
    number = max([int(e.get(f"{W}numId")) for e in numbering.iter(f"{W}num")], default=0) + 1
    num = etree.Element(f"{W}num", {f"{W}numId": str(number)})
    etree.SubElement(num, f"{W}abstractNumId", {f"{W}val": str(id)})
    lists = numbering.findall(f"{W}num")
    numbering.insert(numbering.index(lists[-1]) + 1 if lists else numbering.index(abstract) + 1, num)
    return number


def _number(style: etree._Element, number: int, level: int) -> None:
    """Make a style, or a paragraph, follow a list; none for number 0."""
    format = style.find(f"{W}pPr")
    if format is None:
        format = etree.Element(f"{W}pPr")
        style.insert(_position(style, _AFTER_FORMAT), format)
    if (old := format.find(f"{W}numPr")) is not None:
        format.remove(old)
    new = etree.Element(f"{W}numPr")
    etree.SubElement(new, f"{W}ilvl", {f"{W}val": str(level)})
    etree.SubElement(new, f"{W}numId", {f"{W}val": str(number)})
    format.insert(_position(format, _BEFORE_LIST), new)


def _position(parent: etree._Element, before: tuple[str, ...]) -> int:
    """Return the place after those of its children that the schema wants first."""
    return sum(1 for each in parent if each.tag in before)


EMPTY = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering xmlns:w="{MAIN}"/>'.encode()
