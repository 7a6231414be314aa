"""Libraries of any size: the clauses that ship, renamed and multiplied, every reference inside its own copy."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

import yaml

from clausegen import paths

_TABLE = re.compile(r"^tableau(?:_sous)?: .*\n", re.MULTILINE)
_DATASET = re.compile(r"(?<=\bid: )[a-z]+-[a-z0-9-]+(?=, nom:)|(?<=\bsource: )[a-z]+-[a-z0-9-]+(?=[,}])")
"""The identifier of a data set, where it is described and where an indicator names it: no two libraries share one."""
_END = re.compile(r"(?<=[^\s.;:])(?<!\b[LRD])(?<!^\d)(?<!^\d\d)( ?[.;:])(?=\s)")
"""The end of a sentence or of a point, not the number that opens a paragraph."""


def texts(size: int) -> dict[str, str]:
    """Return `{path: content}` of a sound library of about `size` clauses; same size, same texts."""
    shipped = _shipped()
    clauses = {path: text for path, text in shipped.items() if _is_clause(path)}
    found = {path: text for path, text in shipped.items() if path.count("/") == 1 or "/droit/" in path}
    for copy in range(-(-size // len(clauses))):
        kept = _reduced(clauses, size - copy * len(clauses))
        found |= _renamed(kept, copy) if copy else kept
    glossary = "clauses/glossaire.yml"
    said = "\n".join(_signed(text) for path, text in found.items() if _is_clause(path))
    return found | {glossary: _terms_used(found[glossary], said)}


def write(size: int, folder: Path) -> int:
    """Write such a library under `folder` and return how many clauses it holds."""
    library = texts(size)
    for path, text in library.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    return sum(map(_is_clause, library))


def _shipped() -> dict[str, str]:
    root = paths.clauses()
    files = sorted([*root.rglob("*.md"), *root.rglob("*.yml")])
    return {f"clauses/{path.relative_to(root).as_posix()}": path.read_text("utf-8") for path in files}


def _is_clause(path: str) -> bool:
    return path.endswith(".md") and path.count("/") == 2 and "/droit/" not in path


def _signed(text: str) -> str:
    """Return what the parties of a clause sign: its title and its wordings."""
    _, head, body = text.split("---\n", 2)
    return head.splitlines()[0] + body.split("\n## À savoir")[0]


def _terms_used(glossary: str, said: str) -> str:
    """Return the glossary without the terms that neither the clauses nor the definitions of the others use."""
    terms = yaml.load(glossary, yaml.BaseLoader)["termes"]
    kept: dict[str, dict] = {}
    while added := {
        name: term
        for name, term in terms.items()
        if name not in kept and any(form in said for form in (name, *term.get("formes", ())))
    }:
        kept |= added
        said = "\n".join(term["definition"] for term in added.values())
    return yaml.safe_dump({"termes": {name: kept[name] for name in terms if name in kept}}, allow_unicode=True)


def _words(ids: Mapping[str, str]) -> re.Pattern[str]:
    names = "|".join(sorted((PurePosixPath(path).stem for path in ids), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({names})(?![\w-])")


def _renamed(clauses: Mapping[str, str], copy: int) -> dict[str, str]:
    """Return the clauses under other names. One computed table of a kind is enough: copies print none.

    Two clauses do not share a sentence: each copy signs its own.
    """
    words = _words(clauses)
    found = {}
    for path, text in clauses.items():
        _, head, body = _TABLE.sub("", words.sub(rf"\1-copie-{copy}", text)).split("---\n", 2)
        head = _DATASET.sub(rf"\g<0>-{copy}", head) if "\njeux:" in head else head
        lines = body.splitlines(keepends=True)
        signed = "".join(ln if ln.startswith("##") else _END.sub(rf" n{copy}\g<0>", ln) for ln in lines)
        found[path.replace(".md", f"-copie-{copy}.md")] = f"---\n{head}---\n{signed}"
    return found


def _reduced(clauses: Mapping[str, str], size: int) -> dict[str, str]:
    """Return at most `size` clauses, as long as some can go that no other one names."""
    kept = dict(clauses)
    while len(kept) > size:
        words = _words(kept)
        named = {id for path, text in kept.items() for id in words.findall(text) if id != PurePosixPath(path).stem}
        free = [path for path in kept if PurePosixPath(path).stem not in named]
        if not free:
            break
        del kept[free[-1]]
    return kept
