"""A dossier: what a buyer said of one contract. Its file is YAML or JSON with French keys; `faits` alone is enough.

>>> dossier = read_dossier("faits:\\n  type_contrat: concession\\n  population: 12 000", "dossier.yml")
>>> dossier.title, dossier.answers
('Sans titre', {'type_contrat': 'concession', 'population': '12 000'})
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, model_validator

from clausegen.document.yaml_source import MAX_PROBLEMS, MAX_SIZE, UNREADABLE, read_yaml
from clausegen.dossier.json_source import read_json
from clausegen.dossier.kept import UNTITLED, Day, Name, ScalarOrLines, Text, TextOrNothing, Title, YesNo
from clausegen.errors import ClausegenError, DossierError, Problem
from clausegen.library.model_errors import validated

GENERAL = "contrat"
"""Where `values` keeps the general data of the contract, beside the clause ids."""

_FRENCH = {
    "title": "titre",
    "law_date": "date_droit",
    "library": "bibliotheque",
    "answers": "faits",
    "choices": "choix",
    "values": "valeurs",
    "retain": "retenir",
    "reason": "motif",
    "variant": "variante",
}

# -- a key left empty in a file says nothing --
_EMPTY = BeforeValidator(lambda raw: {} if raw is None or raw == "" else raw)
_FILLED = AfterValidator(lambda values: {clause: blanks for clause, blanks in values.items() if blanks})


class _Part(BaseModel):
    """A part of a dossier: French keys in files, English names here, never changed in place."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, populate_by_name=True, alias_generator=lambda name: _FRENCH[name]
    )


class ClauseChoice(_Part):
    """What the buyer decided of one clause; None leaves it to the rules."""

    retain: YesNo = None
    reason: Text = ""
    variant: TextOrNothing = None

    @model_validator(mode="before")
    @classmethod
    def _a_group(cls, raw: object) -> object:
        if not isinstance(raw, Mapping | ClauseChoice):
            raise ValueError(
                "écrivez sous le nom de la clause « retenir: oui » ou « retenir: non », et au besoin « motif: … » "
                "ou « variante: … »"
            )
        return raw


class Dossier(_Part):
    """Answers, choices and texts of one contract, as typed; the questionnaire and the clauses give them types."""

    title: Title = UNTITLED
    law_date: Day = None
    """The law applied is the law in force that day; None is the day the caller chooses."""
    library: TextOrNothing = None
    """Fingerprint of the library last used."""
    answers: Annotated[Mapping[Name, ScalarOrLines], _EMPTY] = {}
    """Fact -> answer."""
    choices: Annotated[Mapping[Name, ClauseChoice], _EMPTY] = {}
    """Clause id -> choice."""
    values: Annotated[Mapping[Name, Annotated[Mapping[Name, ScalarOrLines], _EMPTY]], _EMPTY, _FILLED] = {}
    """Clause id, or GENERAL -> blank -> what was filled in."""


def dossier_from(
    data: object, where: str = "", line_of: Callable[[tuple[str | int, ...]], int] = lambda _: 0
) -> Dossier:
    """Return the dossier that says what `data` says, keys in French; DossierError lists what is wrong."""
    problems: list[Problem] = []
    dossier = validated(Dossier, data, where, line_of, problems)
    if dossier is None:
        told = (replace(problem, message=UNREADABLE.sub("�", problem.message)) for problem in problems[:MAX_PROBLEMS])
        raise DossierError(told)
    return dossier


def read_dossier(text: str, where: str) -> Dossier:
    """Return the dossier written in YAML or JSON (a text that opens with a brace); DossierError lists every problem."""
    is_json = text.lstrip("\ufeff \t\r\n").startswith(("{", "["))
    try:
        source = read_json(text, where) if is_json else read_yaml(text, where)
    except ClausegenError as error:
        raise DossierError(error.problems) from None
    if source.data == "":
        raise DossierError(
            Problem(where, 0, "le fichier est vide ; écrivez au moins « faits: » et une réponse dessous.")
        )
    if not isinstance(source.data, dict):
        message = "un dossier est un groupe de clés ; commencez par « faits: » et une réponse par ligne dessous."
        raise _refused(where, message, source.line(()))
    return dossier_from(source.data, where, source.line)


def load_dossier(path: Path) -> Dossier:
    """Return the dossier of a file; DossierError when it cannot be read."""
    where = UNREADABLE.sub("�", str(path))
    try:
        if path.exists() and not path.is_file():
            raise _refused(where, "ce n'est pas un fichier ; indiquez le fichier YAML ou JSON du dossier.")
        with path.open("rb") as file:
            content = file.read(4 * MAX_SIZE + 1)
        if len(content) > 4 * MAX_SIZE:
            raise _refused(where, f"le fichier est trop gros ; {MAX_SIZE} caractères au plus sont acceptés.")
        text = content.decode("utf-8")
    except FileNotFoundError:
        raise _refused(where, "ce fichier n'existe pas ; vérifiez son nom et son emplacement.") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        advice = "le fichier n'est pas en UTF-8 ; enregistrez-le à nouveau en choisissant ce codage."
        raise _refused(where, advice, line) from None
    except PermissionError:
        raise _refused(where, "vos droits ne permettent pas de lire ce fichier ; demandez-les à son auteur.") from None
    except (OSError, ValueError):
        raise _refused(where, "ce fichier ne peut pas être lu ; vérifiez son nom et le disque.") from None
    return read_dossier(text, where)


def _refused(where: str, message: str, line: int = 0) -> DossierError:
    return DossierError(Problem(where, line, message))


def dump_dossier(dossier: Dossier) -> str:
    """Return the JSON file of a dossier: equal dossiers give equal texts, and reading it gives the dossier back."""
    data = dossier.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    parts = {"titre": dossier.title} | {part: _sorted(said) for part, said in data.items()}
    text = json.dumps(parts, ensure_ascii=False, indent=2) + "\n"
    if len(text) > MAX_SIZE:
        raise DossierError(
            f"Le dossier « {dossier.title} » est trop long ; {MAX_SIZE} caractères au plus sont acceptés."
        )
    return text


def _sorted(said: Any) -> Any:
    return {name: _sorted(said[name]) for name in sorted(said)} if isinstance(said, dict) else said
