"""Tell pydantic's findings in French, at the line of the key concerned."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from clausegen.errors import Problem, did_you_mean, listed
from clausegen.facts.values import shown

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]
LineOf = Callable[[Path], int]


def validated(
    model: type[Model], data: object, where: str, line_of: LineOf, problems: list[Problem], path: Path = ()
) -> Model | None:
    """Return the model built from `data`, or None after adding one problem per fault to `problems`."""
    try:
        return model.model_validate(data)
    except ValidationError as error:
        for fault in error.errors():
            inside = _readable(fault["loc"], data)
            problems.append(Problem(where, line_of((*path, *inside)), _sentence(model, fault, inside)))
        return None


def _readable(loc: tuple[str | int, ...], data: Any) -> Path:
    """Keep the parts of the location that lead somewhere in the data: pydantic adds names of union branches."""
    kept: list[str | int] = []
    for index, part in enumerate(loc):
        try:
            data = data[part]
        except (KeyError, IndexError, TypeError):
            missing_key = index == len(loc) - 1 and isinstance(part, str) and isinstance(data, Mapping)
            if not missing_key:
                continue
        kept.append(part)
    return tuple(kept)


def _sentence(model: type[BaseModel], fault: Any, path: Path) -> str:
    key = ".".join(map(str, path)) if path else "ce fichier"
    kind, context = fault["type"], fault.get("ctx", {})
    match kind:
        case "missing":
            return f"la clé « {key} » manque."
        case "extra_forbidden":
            allowed = allowed_keys(model, path[:-1])
            return (
                f"la clé « {key} » n'existe pas ; possibles : {listed(allowed)}.{did_you_mean(str(path[-1]), allowed)}"
            )
        case "literal_error":
            allowed = tuple(word.strip("' ") for word in context["expected"].replace(" or ", ", ").split(", "))
            given = shown(fault["input"])
            return f"« {given} » ne convient pas à « {key} » ; possibles : {listed(allowed)}.{did_you_mean(given, allowed)}"
        case "value_error":
            return f"« {key} » : {context['error']}."
        case "int_parsing" | "int_type" | "int_from_float":
            return f"« {key} » attend un nombre entier, pas « {shown(fault['input'])} »."
        case "tuple_type" | "list_type":
            return f"« {key} » attend une liste : [ … ]."
        case "dict_type" | "model_type" | "mapping_type":
            return f"« {key} » attend des clés et des valeurs."
        case "string_type":
            return f"« {key} » attend un texte."
        case "too_short" | "string_too_short":
            return f"« {key} » ne peut pas être vide."
        case "string_too_long":
            return f"« {key} » est trop long : {context['max_length']} caractères au plus."
    return f"« {key} » : valeur non comprise ({shown(fault['input'])})."


def allowed_keys(model: type[BaseModel], path: Path) -> tuple[str, ...]:
    """Return the keys of the part of the model that `path` leads to."""
    for part in path:
        inner = next(_models(_annotation(model, part)), None) if isinstance(part, str) else None
        model = inner or model
    return tuple(field.alias or name for name, field in model.model_fields.items())


def _annotation(model: type[BaseModel], key: str) -> object:
    for name, field in model.model_fields.items():
        if key in (field.alias, name):
            return field.annotation
    return None


def _models(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in getattr(annotation, "__args__", ()):
        yield from _models(argument)
