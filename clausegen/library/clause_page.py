"""Cut a clause file into its front matter, its wordings and its notes, each with the line where it starts."""

import re
from dataclasses import dataclass, field

from clausegen.errors import Problem, did_you_mean, listed

BUYER, MOTIVES = "À savoir pour l'acheteur", "Motifs"
_TEXT = re.compile(r"^##\s+Texte(?:\s*:\s*(?P<variant>\S+))?\s*$")


@dataclass
class ClausePage:
    """The parts of a clause file, as written."""

    matter: str = ""
    texts: dict[str, tuple[int, str]] = field(default_factory=dict)
    """Variant name, empty for a single wording -> first line, text."""
    notes: dict[str, str] = field(default_factory=dict)
    """BUYER or MOTIVES -> text."""


def cut(text: str, where: str, problems: list[Problem]) -> ClausePage:
    """Return the parts of the file, after adding to `problems` what stands where nothing is expected."""
    page = ClausePage()
    lines = text.removeprefix("\ufeff").splitlines()
    if not lines or lines[0].strip() != "---" or "---" not in (line.strip() for line in lines[1:]):
        problems.append(Problem(where, 1, "le fichier commence par un en-tête entre deux lignes « --- »."))
        return page
    end = next(n for n, line in enumerate(lines[1:], start=1) if line.strip() == "---")
    page.matter = "\n".join(lines[1:end])
    current: tuple[str, str, int, list[str]] | None = None
    for number, line in enumerate([*lines[end + 1 :], "## "], start=end + 2):
        if not line.startswith("## "):
            if current:
                current[3].append(line)
            elif line.strip():
                problems.append(
                    Problem(where, number, "un texte se place sous un titre : « ## Texte », « ## Motifs »…")
                )
            continue
        if current:
            kind, name, start, content = current
            written = "\n".join(content)
            if kind == "texte":
                page.texts[name] = (start, written)
            else:
                page.notes[name] = written.strip()
        current = _section(line, number, where, page, problems) if line != "## " else None
    return page


def _section(
    line: str, number: int, where: str, page: ClausePage, problems: list[Problem]
) -> tuple[str, str, int, list[str]]:
    if found := _TEXT.match(line):
        name = found.group("variant") or ""
        if name in page.texts:
            problems.append(Problem(where, number, f"le titre « {line} » est écrit deux fois."))
        return "texte", name, number + 1, []
    title = line[3:].strip().replace("’", "'")
    if title not in (BUYER, MOTIVES):
        allowed = ("Texte", "Texte : variante", BUYER, MOTIVES)
        problems.append(
            Problem(
                where,
                number,
                f"le titre « {title} » n'est pas attendu ; possibles : {listed(allowed)}.{did_you_mean(title, allowed)}",
            )
        )
    return "note", title, number + 1, []
