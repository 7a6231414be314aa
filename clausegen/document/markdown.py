"""Read the body of a clause: numbered paragraphs, lettered points, tables, and four marks inside the sentences.

Small on purpose: a lawyer's numbered paragraphs are not Markdown's lists (points are « a) », a blank line changes
nothing, the number written is the number meant), and every message needs its line.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from clausegen.document.nodes import Alinea, Blank, Inline, Item, Reference, Run, Table
from clausegen.document.roles import SPELLINGS, parse_role

_PARAGRAPH = re.compile(r"^(\d{1,3})\.\s+(?:\{([a-z0-9][a-z0-9-]*)\}\s*)?(.*)$")
_POINT = re.compile(r"^\s+([a-z])\)\s+(.*)$")
_ROW = re.compile(r"^\s*\|(.*)\|\s*$")
_RULE = re.compile(r"^[\s|:]*-[\s|:-]*$")
_LETTERS = 26
_MARK = re.compile(
    r"\{\{\s*(?P<blank>[a-z0-9_.]+)\s*\}\}"
    r"|\[\[\s*(?P<reference>[a-z0-9|/#-]+)\s*\]\]"
    r"|\{(?P<role>[^{}]*)\}"
    r"|(?P<bold>\*\*)|(?P<italic>\*)"
    r"|(?P<stray>\{\{|\}\}|\{%|\[\[|\]\])"
)


class TextError(ValueError):
    """A clause text cannot be read; `line` counts from 1 in the text given."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


@dataclass
class _Draft:
    number: int
    condition: str
    line: int
    lines: list[str]
    points: list[tuple[str, int, list[str]]]
    rows: list[tuple[int, str]]


def parse_body(text: str, first_line: int = 1) -> tuple[Alinea, ...]:
    """Return the numbered paragraphs of a clause; TextError (French, with its line) otherwise."""
    drafts: list[_Draft] = []
    for line, content in enumerate(text.splitlines(), start=first_line):
        if not content.strip():
            continue
        if found := _PARAGRAPH.match(content):
            number, condition, rest = found.groups()
            drafts.append(_Draft(int(number), condition or "", line, [rest], [], []))
        elif content.startswith("#"):
            raise TextError(line, f"« {content[:60]} » n'est pas un titre attendu : « ## Texte », « ## Motifs »…")
        elif not drafts:
            raise TextError(line, "le texte commence par un paragraphe numéroté : « 1. … »")
        elif found := _POINT.match(content):
            drafts[-1].points.append((found.group(1), line, [found.group(2)]))
        elif _ROW.match(content):
            drafts[-1].rows.append((line, content))
        elif drafts[-1].points:
            drafts[-1].points[-1][2].append(content.strip())
        else:
            drafts[-1].lines.append(content.strip())
    if not drafts:
        raise TextError(first_line, "le texte est vide ; il commence par un paragraphe numéroté : « 1. … »")
    for expected, draft in enumerate(drafts, start=1):
        if draft.number != expected:
            raise TextError(draft.line, f"le paragraphe « {draft.number}. » devrait porter le numéro {expected}")
    return tuple(_alinea(draft) for draft in drafts)


def _alinea(draft: _Draft) -> Alinea:
    children: list[Item | Table] = []
    if len(draft.points) > _LETTERS:
        raise TextError(draft.line, f"un paragraphe compte {_LETTERS} points au plus, de « a) » à « z) »")
    for index, (letter, line, lines) in enumerate(draft.points):
        expected = chr(ord("a") + index)
        if letter != expected:
            raise TextError(line, f"le point « {letter}) » devrait porter la lettre « {expected} »")
        children.append(Item(f"{letter})", parse_inline(" ".join(lines), line)))
    if draft.rows:
        children.append(_table(draft.rows))
    return Alinea(
        draft.number, parse_inline(" ".join(draft.lines), draft.line), tuple(children), draft.condition, draft.line
    )


def _table(rows: list[tuple[int, str]]) -> Table:
    if _RULE.match(rows[0][1]):
        raise TextError(rows[0][0], "un tableau commence par la ligne de ses titres")
    ruled = len(rows) > 1 and _RULE.match(rows[1][1])
    (_, header), *others = [
        (line, tuple(parse_inline(cell.strip(), line) for cell in row.strip()[1:-1].split("|")))
        for line, row in _escaped(rows[:1] + rows[2:] if ruled else rows)
    ]
    for line, row in others:
        if len(row) != len(header):
            raise TextError(line, f"cette ligne du tableau a {len(row)} cases ; l'en-tête en a {len(header)}")
    return Table(header, tuple(row for _, row in others))


def _escaped(rows: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """A bar inside [[a|b]] does not part cells: the alternative is written with a slash while cells are cut."""
    for line, row in rows:
        yield line, re.sub(r"\[\[[^\]]*\]\]", lambda found: found.group().replace("|", "/"), row)


def parse_inline(text: str, line: int = 1) -> tuple[Inline, ...]:
    """Return the parts of one sentence or cell; TextError names what is not understood."""
    parts: list[Inline] = []
    bold = italic = False
    position = 0
    for found in _MARK.finditer(text):
        if found.start() > position:
            parts.append(Run(text[position : found.start()], bold, italic))
        position = found.end()
        if found.group("bold"):
            bold = not bold
        elif found.group("italic"):
            italic = not italic
        elif found.group("stray"):
            raise TextError(
                line,
                f"« {found.group()} » est mal fermé ou mal placé dans « {text[:60]} » ; "
                "un nom s'écrit en minuscules sans accent, chiffres et soulignés",
            )
        else:
            parts.append(replace(_mark(found, line), bold=bold, italic=italic))
    if position < len(text):
        parts.append(Run(text[position:], bold, italic))
    if bold or italic:
        raise TextError(line, "une mise en gras ou en italique (** ou *) n'est pas refermée")
    return tuple(parts)


def _mark(found: re.Match[str], line: int) -> Inline:
    if name := found.group("blank"):
        return Blank(name)
    if reference := found.group("reference"):
        if re.fullmatch(r"#\d+", reference):
            return Reference(paragraph=int(reference[1:]))
        return Reference(tuple(reference.replace("/", "|").split("|")))
    if role := parse_role(found.group("role")):
        return role
    raise TextError(
        line,
        f"« {found.group()} » n'est pas compris : entre accolades simples on écrit une partie "
        f"({', '.join(sorted(s for s in SPELLINGS if 'operateur' not in s and s[0].islower()))}), ou, en tête de paragraphe, le nom d'un alinéa facultatif",
    )
