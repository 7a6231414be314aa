"""The interview asks only what matters: a question that can no longer change a document is not put."""

from pathlib import Path
from random import Random

import pytest

from clausegen import paths
from clausegen.assembly.cautions import told
from clausegen.assembly.decisions import Choice
from clausegen.assembly.relevance import interview
from clausegen.assembly.selection import select
from clausegen.delivery import bundle_files
from clausegen.dossier.dossier import Dossier, load_dossier
from clausegen.facts.condition_syntax import word
from clausegen.facts.values import Value
from clausegen.pipeline import draft
from tests.complete_contracts import contracts
from tests.interviews import put_in_turn, state_of
from tests.small_library import TODAY, clause_text

RECORD = "interne/dossier."
"""The file of the answers themselves, to take the dossier up again."""
EXAMPLES = sorted(path.stem for path in paths.examples().glob("*.yml"))
TYPES = ("concession", "partenariat_innovation", "mgp", "experimentation", "rd", "marche_innovant", "autre_marche")


def answered(library, facts) -> dict[str, Value]:
    """Return the answers of a complete contract: its facts that are questions, put to it."""
    asked = {question.name for question in library.frame.questionnaire.asked(facts)}
    return {name: facts.values[name] for name in library.frame.questionnaire.questions if name in asked}


def outcome(library, answers) -> list[tuple]:
    facts = library.frame.questionnaire.known(answers, library.frame.thresholds, TODAY)
    said = told(library.frame.cautions, facts)
    decisions = []
    for decision in select(library, facts).decisions.values():
        wording = decision.clause.variant(decision.variant).text
        named = sorted({alinea.condition for alinea in wording if alinea.condition})
        stands = [type(decision.clause.optional[name].condition.verdict(facts)) for name in named]
        texts = (decision.variant, tuple(stands)) if decision.retained else ()
        decisions.append((decision.clause.id, decision.level, decision.retained, texts))
    return [*decisions, ("warnings", said.warnings), ("reminders", said.reminders), ("ceilings", said.ceilings)]


@pytest.mark.parametrize("type", TYPES)
def test_what_is_not_put_changes_no_decision(library, type) -> None:
    for facts in contracts(library.frame, 7, 5, TODAY, {"type_contrat": type}):
        answers = answered(library, facts)
        put, left = put_in_turn(library, answers, TODAY)
        assert put.items() <= answers.items()
        assert left == sorted(left, reverse=True), "never more questions than were announced"
        assert outcome(library, put) == outcome(library, answers)


@pytest.mark.parametrize("name", EXAMPLES)
def test_two_completions_of_what_is_not_put_give_the_same_bytes(library, name) -> None:
    example = load_dossier(paths.examples() / f"{name}.yml")
    typed, _ = library.frame.questionnaire.read(example.answers)
    put, _ = put_in_turn(library, typed, TODAY)
    bundles = []
    for seed in (1, 2):
        random = Random(seed)
        drawn = dict(next(contracts(library.frame, random.randrange(1000), 1, TODAY, put)).values)
        others = {q: drawn[q] for q in library.frame.questionnaire.questions if q in drawn and q not in put}
        files = bundle_files(draft(written(example, put | others), library, TODAY))
        bundles.append({name: content for name, content in files.items() if not name.startswith(RECORD)})
    asked_only = bundle_files(draft(written(example, put), library, TODAY))
    assert bundles[0] == bundles[1]
    assert bundles[0] == {name: content for name, content in asked_only.items() if not name.startswith(RECORD)}


def written(example: Dossier, answers: dict[str, Value]) -> Dossier:
    """Return the dossier with these answers, as a file holds them."""
    kept = {name: tuple(map(word, v)) if isinstance(v, tuple) else word(v) for name, v in answers.items()}
    return example.model_copy(update={"answers": kept, "library": None})


def test_a_question_settled_by_another_is_not_put(small) -> None:
    library, _ = small(
        une=clause_text("obligatoire_si: {un: [{capteurs: oui}, {population: {au_moins: seuil.grand}}]}"),
        deux=clause_text("exclue_si: {capteurs: oui}\nrecommandee_si: {amb_donnees: {au_moins: 2}}"),
    )
    known = {"type_contrat": "concession"}
    assert {"capteurs", "population", "amb_donnees"} <= set(state_of(library, known, TODAY).open)
    settled = state_of(library, known | {"capteurs": True}, TODAY)
    assert "amb_donnees" not in settled.open and settled.kept == known | {"capteurs": True}
    still = state_of(library, known | {"capteurs": False}, TODAY)
    assert {"population", "amb_donnees"} <= set(still.open)


def test_an_answer_that_no_longer_counts_is_kept_aside(small) -> None:
    library, _ = small(une=clause_text("exclue_si: {capteurs: oui}\nrecommandee_si: {amb_donnees: {au_moins: 2}}"))
    answers = {"type_contrat": "concession", "capteurs": True, "amb_donnees": 3}
    assert state_of(library, answers, TODAY).kept == {"type_contrat": "concession", "capteurs": True}
    assert state_of(library, answers | {"capteurs": False}, TODAY).kept == answers | {"capteurs": False}


def test_the_wording_of_an_optional_clause_is_asked_once_the_buyer_adds_it(small) -> None:
    clause = clause_text(
        "variantes: {a: {libelle: A, si: {capteurs: oui}}, b: {libelle: B, par_defaut: oui}}",
        "## Texte : a\n\n1. Un.\n\n## Texte : b\n\n1. Deux.",
    )
    library, _ = small(une=clause)
    known, limits = {"type_contrat": "concession"}, library.frame.thresholds.on(TODAY)
    assert "capteurs" not in interview(library, known, limits).open
    assert "capteurs" in interview(library, known, limits, {"une": Choice(retain=True)}).open
    assert "capteurs" not in interview(library, known, limits, {"une": Choice(retain=True, variant="b")}).open


def test_a_wording_chosen_and_barred_leaves_the_rules_to_be_asked(small) -> None:
    clause = clause_text(
        "variantes: {a: {libelle: A, si: {capteurs: oui}}, b: {libelle: B, par_defaut: oui}, c: {libelle: C, exclue_si: {amb_donnees: {au_moins: 2}}}}",
        "## Texte : a\n\n1. Un.\n\n## Texte : b\n\n1. Deux.\n\n## Texte : c\n\n1. Trois.",
    )
    library, _ = small(une=clause)
    limits, choices = library.frame.thresholds.on(TODAY), {"une": Choice(retain=True, variant="c")}

    def left(**answers) -> set[str]:
        known = {"type_contrat": "concession", **answers}
        return {"capteurs", "amb_donnees"}.intersection(interview(library, known, limits, choices).open)

    assert left() == {"capteurs", "amb_donnees"}
    assert left(amb_donnees=1) == set()
    assert left(amb_donnees=3) == {"capteurs"}


def test_in_each_step_what_decides_most_comes_first_and_what_follows_from_it_next(library) -> None:
    order = state_of(library, {"type_contrat": "concession"}, TODAY).order
    questions = library.frame.questionnaire.questions
    assert set(order) == set(questions) and order[0] == "type_contrat"
    steps = [questions[name].step for name in order]
    assert list(dict.fromkeys(steps)) == [step.id for step in library.frame.questionnaire.steps]
    assert steps == sorted(steps, key=[step.id for step in library.frame.questionnaire.steps].index)
    for rank, name in enumerate(order):
        assert set(questions[name].asked_if.names()) <= set(order[:rank])
    assert order.index("video") < order.index("video_lieu") < order.index("video") + 3


def test_the_documentation_gives_the_questions_really_put(library) -> None:
    page = (Path(__file__).parents[2] / "docs" / "preuve.md").read_text("utf-8")
    total = len(library.frame.questionnaire.questions)
    for name in EXAMPLES:
        typed, _ = library.frame.questionnaire.read(load_dossier(paths.examples() / f"{name}.yml").answers)
        put, _ = put_in_turn(library, typed, TODAY)
        assert f"| {name} | {len(put)} | {round(100 * len(put) / total)} % |" in page
