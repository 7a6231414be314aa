"""Small pieces of HTML, everything escaped: badges in words, bars, lists, tables."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from clausegen.assembly.decisions import Level
from clausegen.assembly.explanation import LEVEL_LABELS
from clausegen.facts.formatting import day
from clausegen.ui import wording

_PARIS = ZoneInfo("Europe/Paris")
_LOOK = {
    Level.OBLIGATORY: "obligatory",
    Level.RECOMMENDED: "recommended",
    Level.OPTIONAL: "optional",
    Level.WAITING: "waiting",
}


def badge(text: str, look: str = "optional") -> str:
    """Return a coloured word; the colour says nothing that the word does not."""
    return f'<span class="cg-badge cg-{look}">{escape(text)}</span>'


def level_badge(level: Level) -> str:
    return badge(LEVEL_LABELS[level], _LOOK.get(level, "none"))


def bar(done: int, total: int, label: str) -> str:
    """Return a progress bar that says the same in words."""
    width = round(100 * done / total) if total else 0
    return (
        f'<span class="cg-progress"><span class="cg-bar" aria-hidden="true"><span style="width:{width}%"></span></span>'
        f"<span>{escape(label)}</span></span>"
    )


def lines(items: Iterable[str], look: str = "") -> str:
    """Return a list of pieces of HTML."""
    inside = "".join(f"<li>{item}</li>" for item in items)
    return f'<ul class="cg-list {look}">{inside}</ul>' if inside else ""


def table(
    header: Sequence[str], rows: Iterable[Sequence[str]], caption: str, look: str = "", named: bool = False
) -> str:
    """Return a table of pieces of HTML that scrolls inside itself on a small screen; `named`: each row by its first cell."""
    head = "".join(f'<th scope="col">{escape(title)}</th>' for title in header)
    first = '<th scope="row">{}</th>' if named else "<td>{}</td>"
    body = "".join(
        f"<tr>{first.format(row[0])}{''.join(f'<td>{cell}</td>' for cell in row[1:])}</tr>" for row in rows if row
    )
    return (
        f'<div class="cg-scroll" role="region" tabindex="0" aria-label="{escape(caption)}"><table class="cg-table {look}">'
        f'<caption class="cg-hidden">{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def paragraphs(text: str) -> str:
    """Return a text as paragraphs."""
    return "".join(f"<p>{escape(part.strip())}</p>" for part in text.split("\n\n") if part.strip())


def moment(instant: datetime) -> str:
    """Return « à 14:05 » today, « le 21 novembre 2026 à 14:05 » before, in French time."""
    local = instant.astimezone(_PARIS)
    hour = f"à {local:%H:%M}"
    return hour if local.date() == datetime.now(_PARIS).date() else f"le {day(local.date())} {hour}"


def count(number: int, one: str, many: str) -> str:
    """Return « 1 clause », « 12 clauses »."""
    return f"{number}{wording.NBSP}{many if number > 1 else one}"
