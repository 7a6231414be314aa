"""Read JSON with the line of each key, and every number exactly as it was typed.

>>> source = read_json('{"montant": 12.50,\\n "avenant": false}', "dossier.json")
>>> source.data, source.line(("avenant",))
({'montant': '12,50', 'avenant': False}, 2)
"""

import json
import re
from typing import NoReturn

from clausegen.document.yaml_source import MAX_DEPTH, MAX_SIZE, UNREADABLE, Source, read_yaml
from clausegen.errors import ClausegenError, Problem

MAX_DIGITS = 18

_SYNTAX = {
    "property name": "une clé s'écrit entre guillemets doubles, et la dernière ligne d'un groupe ne finit pas par une virgule",
    "',' delimiter": "une virgule manque, ou un guillemet à l'intérieur d'un texte",
    "':' delimiter": "« : » manque après le nom de la clé",
    "Unterminated": "un guillemet ouvert n'est pas refermé",
    "control character": "un retour à la ligne dans un texte s'écrit \\n",
    "escape": "la barre oblique inversée s'écrit deux fois",
    "Extra data": "le fichier continue après la fermeture du groupe principal",
}
_UNKNOWN = "une valeur manque ou n'est pas entre guillemets"

_ESCAPED_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_YAML_BREAKS = re.compile("[\t\x85\u2028\u2029]")


def read_json(text: str, where: str) -> Source:
    """Return the source (numbers with decimals become French text); ClausegenError lists every problem."""
    text = text.removeprefix("\ufeff")
    if len(text) > MAX_SIZE:
        raise ClausegenError(Problem(where, 0, f"le texte dépasse {MAX_SIZE} caractères."))
    try:
        data = json.loads(text, parse_int=_whole, parse_float=_decimal, parse_constant=_refused)
    except json.JSONDecodeError as error:
        advice = next((french for english, french in _SYNTAX.items() if english in error.msg), _UNKNOWN)
        problem = Problem(where, error.lineno, f"la syntaxe JSON est incorrecte : {advice}.")
        raise ClausegenError(problem) from None
    except RecursionError:
        message = f"les niveaux s'emboîtent trop ; {MAX_DEPTH} au plus sont acceptés."
        raise ClausegenError(Problem(where, 0, message)) from None
    except ValueError as error:
        raise ClausegenError(Problem(where, 0, f"{error}.")) from None
    # -- JSON is YAML but for a few characters: the same reader then gives lines, depth and keys given twice --
    text = _YAML_BREAKS.sub(" ", UNREADABLE.sub("?", _ESCAPED_SURROGATE.sub(r"\\u003f", text)))
    return Source(data, read_yaml(text, where).lines)


def _whole(digits: str) -> int:
    if len(digits.lstrip("-")) > MAX_DIGITS:
        raise ValueError(f"le nombre {digits[:MAX_DIGITS]}… est trop grand")
    return int(digits)


def _decimal(digits: str) -> str:
    """A point may group thousands in French figures (12.500): a comma cannot be misread."""
    return digits.replace(".", ",")


def _refused(word: str) -> NoReturn:
    raise ValueError(f"« {word} » n'est pas un nombre")
