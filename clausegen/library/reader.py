"""Read a folder of clauses: every file, every problem, in one pass. A broken clause never hides the others."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from clausegen.errors import LibraryError, Problem, listed
from clausegen.library import lint, triggers_reader
from clausegen.library.clause import Clause
from clausegen.library.clause_reader import read_clause
from clausegen.library.frame_reader import read_frame
from clausegen.library.library import ClauseLibrary

FRAME_FILES = (
    "alertes.yml", "annexes.yml", "consultation.yml", "contrats.yml", "fiches.yml", "glossaire.yml", "listes.yml", "plafonds.yml", "questionnaire.yml", "rappels.yml",
    "recommandations.yml", "seuils.yml", "style.yml",
)  # fmt: skip
CASES_SUFFIX = ".exemples.yml"
_STRAY = (
    "ce fichier n'est lu par rien : une clause se range dans le dossier de son thème (theme/identifiant.md), ses cas à "
    "côté d'elle (.exemples.yml), une référence juridique dans droit/ (.yml)."
)
MAX_FILE = 1_000_000
"""Bytes; a larger file is refused."""


@dataclass(frozen=True)
class Reading:
    """What a folder gave: the sound part of the library, and every problem found."""

    library: ClauseLibrary
    problems: tuple[Problem, ...]
    cases: Mapping[str, str]
    """Path -> content of the case files, left unread."""

    def sound(self) -> ClauseLibrary:
        """Return the library; LibraryError with every problem if there is one."""
        if self.problems:
            raise LibraryError(self.problems)
        return self.library


def read_library(folder: Path) -> Reading:
    """Return what the folder holds; LibraryError only when the folder itself cannot be read."""
    if not folder.is_dir():
        raise LibraryError(
            Problem(
                str(folder), 0, "ce dossier de clauses n'existe pas ; indiquez celui qui contient questionnaire.yml."
            )
        )
    problems: list[Problem] = []
    texts = dict(_texts(folder, problems))
    problems.extend(Problem(path, 0, _STRAY) for path in texts if not _expected(path))
    library, found = read_texts(texts)
    if not library.clauses and not found:
        problems.append(Problem(folder.name, 0, "ce dossier ne contient aucune clause."))
    cases = {path: text for path, text in texts.items() if path.endswith(CASES_SUFFIX)}
    return Reading(library, tuple(sorted([*problems, *found])), cases)


def read_texts(texts: Mapping[str, str]) -> tuple[ClauseLibrary, list[Problem]]:
    """Return the library and its problems from `{path: content}`, without touching the disk."""
    frame, problems = read_frame(texts)
    vocabulary = frame.questionnaire.vocabulary(frame.thresholds)
    clauses: dict[str, Clause] = {}
    for path in sorted(path for path in texts if _is_clause(path)):
        pure = PurePosixPath(path)
        clause, found = read_clause(texts[path], path, pure.stem, pure.parent.name, vocabulary)
        problems.extend(found)
        if clause is None:
            continue
        if pure.parent.name not in frame.questionnaire.themes:
            themes = listed(tuple(frame.questionnaire.themes))
            problems.append(
                Problem(path, 0, f"le dossier « {pure.parent.name} » n'est pas un thème ; possibles : {themes}.")
            )
        if clause.id in clauses:
            problems.append(Problem(path, 0, f"la clause « {clause.id} » existe déjà : {clauses[clause.id].path}."))
        clauses[clause.id] = clause
    ordered = sorted(clauses.values(), key=lambda clause: _rank(frame.plan.annexes, clause))
    library = ClauseLibrary(frame, {clause.id: clause for clause in ordered}, _fingerprint(texts))
    broken = {PurePosixPath(problem.where).stem for problem in problems} - clauses.keys()
    problems.extend(problem for problem in lint.findings(library) if not _echoes(problem, broken))
    return library, problems


def _echoes(problem: Problem, broken: set[str]) -> bool:
    """A link to a clause whose own file is already faulted is not a second fault."""
    return any(f"« {id} »" in problem.message for id in broken)


def _texts(folder: Path, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in (".md", ".yml", ".yaml")):
        inside = path.relative_to(folder)
        if any(part.startswith(".") for part in inside.parts):
            continue
        name = f"{folder.name}/{inside.as_posix()}"
        try:
            if path.stat().st_size > MAX_FILE:
                problems.append(Problem(name, 0, f"le fichier dépasse {MAX_FILE // 1000} ko : il n'est pas lu."))
                continue
            yield name, path.read_text("utf-8")
        except UnicodeDecodeError:
            problems.append(Problem(name, 0, "le fichier n'est pas en UTF-8 ; enregistrez-le dans cet encodage."))
        except OSError:
            problems.append(Problem(name, 0, "ce n'est pas un fichier qui se lit ; vérifiez-le, et vos droits."))


def _is_clause(path: str) -> bool:
    """A Markdown file in the folder of a theme, but for notes in capitals (LISEZMOI.md)."""
    pure = PurePosixPath(path)
    return (
        pure.suffix == ".md"
        and len(pure.parts) == 3
        and pure.parent.name not in ("droit", triggers_reader.FOLDER)
        and not pure.stem.isupper()
    )


def _expected(path: str) -> bool:
    """Return False for a file that nobody reads: an author would believe that it counts."""
    pure = PurePosixPath(path)
    match pure.parts[1:]:
        case (name,) if name in FRAME_FILES:
            return True
        case ("droit" | triggers_reader.FOLDER, name) if name.endswith(".yml"):
            return True
        case (_, name) if name.endswith(CASES_SUFFIX):
            return True
    return _is_clause(path) or (pure.suffix == ".md" and pure.stem.isupper())


def _only_checked(path: str) -> bool:
    """A file that the library is held to and that no contract prints: another one makes no other contract."""
    return path.endswith(CASES_SUFFIX) or PurePosixPath(path).parent.name == triggers_reader.FOLDER


def _rank(annexes: Mapping[str, object], clause: Clause) -> tuple[int, int, float, str]:
    """Order of print: annex, section, rank in the section, id."""
    annex = annexes.get(clause.annex)
    sections: tuple[str, ...] = getattr(annex, "sections", ())
    return (
        list(annexes).index(clause.annex) if clause.annex in annexes else len(annexes),
        sections.index(clause.section) if clause.section in sections else len(sections),
        clause.order,
        clause.id,
    )


def _fingerprint(texts: Mapping[str, str]) -> str:
    digest = hashlib.sha256()
    for path in sorted(path for path in texts if not _only_checked(path)):
        name = path.split("/", 1)[-1]
        digest.update(f"{name}\0{len(texts[path])}\0{texts[path]}\0".encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
