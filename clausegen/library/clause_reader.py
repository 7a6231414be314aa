"""Read one clause file into a clause. Every message carries its file and line."""

import hashlib
import re
from collections.abc import Mapping

from clausegen.document.markdown import TextError, parse_body
from clausegen.document.nodes import Alinea
from clausegen.document.yaml_source import read_yaml, unreadable
from clausegen.errors import ClausegenError, Problem, listed, sentence
from clausegen.facts.condition_syntax import ConditionSyntaxError, Vocabulary
from clausegen.facts.conditions import ALWAYS, NEVER, Condition
from clausegen.library.blanks import BlankValue, parse_blank
from clausegen.library.clause import Clause, ClauseFile, OptionalParagraph, Variant
from clausegen.library.clause_page import BUYER, MOTIVES, ClausePage, cut
from clausegen.library.contracts import GENERAL
from clausegen.library.model_errors import LineOf, validated

VERSION = 16
"""Digits kept of the digest of a clause file."""
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def read_clause(
    text: str, where: str, id: str, theme: str, vocabulary: Vocabulary
) -> tuple[Clause | None, list[Problem]]:
    """Return the clause and the problems found; None when nothing usable could be read."""
    problems: list[Problem] = []
    if not ID.fullmatch(id):
        problems.append(
            Problem(where, 0, f"« {id} » : un identifiant s'écrit en minuscules sans accent, chiffres et tirets.")
        )
    if id == GENERAL:
        problems.append(
            Problem(where, 0, f"« {id} » désigne les données générales du dossier ; choisissez un autre nom.")
        )
    if invisible := unreadable(text, where, first_line=1):
        return None, [*problems, *invisible]
    page = cut(text, where, problems)
    try:
        source = read_yaml(page.matter, where, first_line=2)
    except ClausegenError as error:
        return None, [*problems, *error.problems]
    file = validated(ClauseFile, source.data, where, source.line, problems)
    if file is None:
        return None, problems

    def condition(raw: object, path: tuple[str | int, ...], absent: Condition) -> Condition:
        if raw is None:
            return absent
        try:
            return vocabulary.parse(raw, path)
        except ConditionSyntaxError as error:
            problems.append(Problem(where, source.line(error.path), sentence(error)))
            return absent

    def body(name: str) -> tuple[Alinea, ...]:
        line, written = page.texts[name]
        try:
            return parse_body(written, line)
        except TextError as error:
            problems.append(Problem(where, error.line, sentence(error)))
            return ()

    _match_texts(file, page, where, source.line, problems)
    variants = tuple(
        Variant(
            name=name,
            label=described.label,
            text=body(name),
            condition=condition(described.condition, ("variantes", name, "si"), NEVER),
            excluded_if=condition(described.excluded_if, ("variantes", name, "exclue_si"), NEVER),
            is_default=described.is_default,
            for_buyer=described.for_buyer,
            for_operator=described.for_operator,
            licence=described.licence,
        )
        for name, described in file.variants.items()
        if name in page.texts
    )
    if not file.variants and "" in page.texts:
        variants = (Variant("", file.title, body("")),)
    defaults: dict[str, BlankValue] = {}
    for name, blank in file.blanks.items():
        path = ("a_completer", name)
        if blank.kind == "choix" and not blank.choices:
            problems.append(
                Problem(
                    where, source.line(path), f"le blanc « {name} » est un choix : donnez ses choix (choix: [a, b])."
                )
            )
        elif blank.default is not None:
            try:
                defaults[name] = parse_blank(blank, blank.default)
            except ValueError as error:
                problems.append(
                    Problem(where, source.line((*path, "defaut")), sentence(f"valeur proposée de « {name} » : {error}"))
                )
    clause = Clause(
        id=id,
        version=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:VERSION],
        theme=theme,
        title=file.title,
        annex=file.annex,
        section=file.section,
        order=float(file.order),
        contracts=file.contracts,
        variants=variants,
        excluded_if=condition(file.excluded_if, ("exclue_si",), NEVER),
        obligatory_if=condition(file.obligatory_if, ("obligatoire_si",), NEVER),
        recommended_if=condition(file.recommended_if, ("recommandee_si",), NEVER),
        possible_if=condition(file.possible_if, ("possible_si",), ALWAYS),
        duty=file.duty,
        heavy=file.heavy,
        bases=file.bases,
        confidence=file.confidence,
        recommendations=file.recommendations,
        requires=tuple(group if isinstance(group, tuple) else (group,) for group in file.requires),
        excludes=file.excludes,
        optional={
            name: OptionalParagraph(
                condition(described.condition, ("alineas", name, "si"), ALWAYS), described.with_clause
            )
            for name, described in file.optional.items()
        },
        blanks=file.blanks,
        defaults=defaults,
        deliverables=file.deliverables,
        indicators=file.indicators,
        datasets=file.datasets,
        assets=file.assets,
        penalty_cap=file.penalty_cap,
        answers=file.answers,
        deviations=file.deviations,
        table=file.table,
        table_under=file.table_under,
        buyer_notes=page.notes.get(BUYER, ""),
        motives=page.notes.get(MOTIVES, ""),
        path=where,
        lines={str(key): source.line((key,)) for key in source.data} if isinstance(source.data, Mapping) else {},
    )
    return (clause if variants else None), problems


def _match_texts(file: ClauseFile, page: ClausePage, where: str, line_of: LineOf, problems: list[Problem]) -> None:
    """Each variant has its text and each text its variant."""
    for name in file.variants.keys() - page.texts.keys():
        problems.append(
            Problem(
                where,
                line_of(("variantes", name)),
                f"la variante « {name} » n'a pas de texte : ajoutez « ## Texte : {name} ».",
            )
        )
    for name in page.texts.keys() - file.variants.keys():
        if name or file.variants:
            line = page.texts[name][0] - 1
            title = f"## Texte : {name}" if name else "## Texte"
            problems.append(
                Problem(
                    where,
                    line,
                    f"« {title} » ne correspond à aucune variante ; variantes : {listed(tuple(file.variants))}.",
                )
            )
    if not page.texts:
        problems.append(Problem(where, 1, "la clause n'a pas de texte : ajoutez « ## Texte »."))
    chosen = [name for name, variant in file.variants.items() if variant.is_default]
    if file.variants and len(chosen) != 1:
        problems.append(
            Problem(
                where,
                line_of(("variantes",)),
                "une variante, et une seule, porte « par_defaut: oui » : celle qui vaut quand aucune condition n'en désigne une autre.",
            )
        )
