"""Libraries of any size: the clauses that ship, renamed and multiplied, every reference inside its own copy."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from clausegen import paths

_TABLE = re.compile(r"^tableau: .*\n", re.MULTILINE)


def texts(size: int) -> dict[str, str]:
    """Return `{path: content}` of a sound library of about `size` clauses; same size, same texts."""
    shipped = _shipped()
    clauses = {path: text for path, text in shipped.items() if _is_clause(path)}
    found = {path: text for path, text in shipped.items() if path.count("/") == 1 or "/droit/" in path}
    for copy in range(-(-size // len(clauses))):
        kept = _reduced(clauses, size - copy * len(clauses))
        found |= _renamed(kept, copy) if copy else kept
    return found


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


def _words(ids: Mapping[str, str]) -> re.Pattern[str]:
    names = "|".join(sorted((PurePosixPath(path).stem for path in ids), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])({names})(?![\w-])")


def _renamed(clauses: Mapping[str, str], copy: int) -> dict[str, str]:
    """Return the clauses under other names. One computed table of a kind is enough: copies print none."""
    words = _words(clauses)
    return {
        path.replace(".md", f"-copie-{copy}.md"): _TABLE.sub("", words.sub(rf"\1-copie-{copy}", text))
        for path, text in clauses.items()
    }


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
