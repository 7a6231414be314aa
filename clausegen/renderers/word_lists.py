"""Tie the styles of articles, clauses, paragraphs and points to one multilevel list, whatever the shell numbers them with.

The list of a shell that was restyled in Word is kept: indents and fonts of its numbers are the lawyer's. Another one is
replaced, because the numbers that the text refers to must be those that Word draws.
"""

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from clausegen.renderers import word_styles as styles
from clausegen.renderers.word_parts import MAIN, W

_LEVELS = {
    styles.ARTICLE: (0, "decimal", "Article %1"),
    styles.CLAUSE: (1, "decimal", "%1.%2"),
    styles.NUMBERED: (2, "decimal", "%1.%2.%3"),
    styles.POINT: (3, "lowerLetter", "%4)"),
}
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
    return Lists(str(letters), max(numbers, default=0) + 1, not kept)


def leave_alone(styles: etree._Element, found: Mapping[str, etree._Element], body: etree._Element) -> None:
    """Keep the list for what is printed: a style made from a numbered one (« TOC Heading », most often), or a title that the
    shell brings itself, would count as an article and shift every number after it."""
    numbered = {str(found[name].get(f"{W}styleId")) for name in _LEVELS}
    by_id = {str(each.get(f"{W}styleId")): each for each in styles.iter(f"{W}style")}
    derived = {id for id in by_id if id not in numbered and numbered & set(_ancestors(id, by_id))}
    for id in derived:
        if by_id[id].find(f"{W}pPr/{W}numPr") is None:
            _number(by_id[id], 0, 0)
    for paragraph in body.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        if style is not None and style.get(f"{W}val") in numbered:
            _number(paragraph, 0, 0)


def _ancestors(id: str, by_id: Mapping[str, etree._Element]) -> list[str]:
    """Return the styles that a style is made from, the nearest first."""
    found: list[str] = []
    while (style := by_id.get(id)) is not None:
        parent = style.find(f"{W}basedOn")
        id = str(parent.get(f"{W}val")) if parent is not None else ""
        if not id or id in found:
            break
        found.append(id)
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
    written = style.find(f"{W}pPr/{W}numPr/{W}ilvl")
    if int(written.get(f"{W}val") if written is not None else 0) != level:
        return False
    abstract = _list_of(style, numbering)
    for each in numbering.iter(f"{W}abstractNum"):
        if abstract is not None and each.get(f"{W}abstractNumId") == abstract:
            found = next((e for e in each.iter(f"{W}lvl") if e.get(f"{W}ilvl") == str(level)), None)
            drawn = (
                tuple(found.find(f"{W}{tag}") for tag in ("numFmt", "lvlText")) if found is not None else (None, None)
            )
            return [e.get(f"{W}val") if e is not None else "" for e in drawn] == [form, text]
    return False


def _copy(
    model: etree._Element,
    numbering: etree._Element,
    levels: Mapping[str, tuple[int, str, str]],
    found: Mapping[str, etree._Element],
) -> int:
    """Add a copy of an abstract list and a list that follows it; return the list's number."""
    abstract = deepcopy(model)
    id = max([int(e.get(f"{W}abstractNumId")) for e in numbering.iter(f"{W}abstractNum")], default=-1) + 1
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
