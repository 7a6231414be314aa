"""Small libraries whose rules are drawn at random: what is true of these rules is true of those that lawyers will write."""

from dataclasses import replace
from textwrap import dedent

from hypothesis import strategies as st
from small_library import FRAME, TODAY, clause_text

from clausegen.facts.conditions import ALWAYS, NEVER, AllOf, AnyOf, Compared, Condition, OneOf, Threshold
from clausegen.facts.facts import Facts
from clausegen.library.library import ClauseLibrary
from clausegen.library.reader import read_texts

_QUESTIONS = """
    themes: {essai: {libelle: Essai, annexe: A1}}
    etapes: [{id: contrat, titre: Le contrat}]
    questions:
      type_contrat:
        etape: contrat
        type: choix
        question: Quel contrat ?
        valeurs:
          concession: {libelle: Concession, phrase: le contrat est une concession}
          mgp: {libelle: MGP, phrase: le contrat est un marché global de performance}
      avenant: {etape: contrat, type: oui_non, question: Un avenant ?, oui: le projet est un avenant, non: le projet n'est pas un avenant}
      touchees:
        etape: contrat
        type: choix_multiple
        question: Quelles annexes ?
        demandee_si: {avenant: oui}
        sujet: le nombre d'annexes est
        valeurs: {A1: {libelle: Données, phrase: l'avenant porte sur les données}, A2: {libelle: Ouverture, phrase: l'avenant porte sur l'ouverture}}
      capteurs: {etape: contrat, type: oui_non, question: Des capteurs ?, oui: il y a des capteurs, non: il n'y a pas de capteurs}
      rue: {etape: contrat, type: oui_non, question: Dans la rue ?, demandee_si: {capteurs: oui}, sinon: non, oui: dans la rue, non: hors de la rue}
      population: {etape: contrat, type: entier, question: Combien d'habitants ?, unite: habitants, sujet: la population est, min: 0}
      amb_donnees: {etape: contrat, type: echelle, question: Quel niveau ?, sujet: le niveau est, echelle: {1: Socle, 2: Renforcé, 3: Exemplaire}}
    faits_deduits:
      dossier_compact: {libelle: petit, oui: le dossier est compact, non: le dossier n'est pas compact, vrai_si: {population: {moins_de: seuil.petit}}}
      visible: {libelle: visible, oui: on le voit, non: on ne le voit pas, vrai_si: {un: [{rue: oui}, {amb_donnees: {au_moins: 3}}]}}
    """
_ANNEXES = FRAME["clauses/annexes.yml"].replace(
    "ensembles:\n",
    "ensembles:\n          avenant: {libelle: Avenant, si: {avenant: oui}, limite_a: touchees, annexes: [[A1], [A2]]}\n",
)


def _base() -> ClauseLibrary:
    frame = FRAME | {"clauses/questionnaire.yml": _QUESTIONS, "clauses/annexes.yml": _ANNEXES}
    texts = {path: dedent(text) for path, text in frame.items()} | {"clauses/essai/a.md": clause_text()}
    library, problems = read_texts(texts)
    assert not list(problems)
    return library


BASE = _base()
VALUES = {
    "type_contrat": st.sampled_from(["concession", "mgp"]),
    "avenant": st.booleans(),
    "touchees": st.sampled_from([(), ("A1",), ("A2",), ("A1", "A2")]),
    "capteurs": st.booleans(),
    "rue": st.booleans(),
    "population": st.sampled_from([0, 9_999, 10_000, 39_999, 40_000]),
    "amb_donnees": st.integers(1, 3),
}
GIVEN = st.fixed_dictionaries({}, optional=VALUES)
"""Answers to some of the questions."""

_LEAVES = (
    st.builds(OneOf, st.just("type_contrat"), st.tuples(VALUES["type_contrat"]), st.booleans())
    | st.builds(
        OneOf, st.sampled_from(["capteurs", "rue", "avenant", "visible"]), st.tuples(st.booleans()), st.booleans()
    )
    | st.builds(Compared, st.just("amb_donnees"), st.sampled_from(["au_moins", "au_plus"]), st.integers(1, 3))
    | st.builds(
        Compared, st.just("population"), st.sampled_from(["au_moins", "moins_de"]), st.just(Threshold("seuil.grand"))
    )
)
_CONDITIONS: st.SearchStrategy[Condition] = st.recursive(
    _LEAVES,
    lambda inner: (
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple), st.booleans())
    ),
    max_leaves=4,
)


@st.composite
def libraries(draw: st.DrawFn) -> ClauseLibrary:
    """Draw a library of one clause, `a`, with any rules."""
    rules = st.just(NEVER) | _CONDITIONS
    clause = replace(
        BASE["a"],
        contracts=draw(st.sampled_from([("concession",), ("concession", "mgp")])),
        annex=draw(st.sampled_from(["A0", "A1"])),
        excluded_if=draw(rules),
        obligatory_if=draw(rules),
        recommended_if=draw(rules | st.just(ALWAYS)),
        possible_if=draw(st.just(ALWAYS) | _CONDITIONS),
        heavy=draw(st.booleans()),
    )
    return replace(BASE, clauses={"a": clause})


def known(library: ClauseLibrary, answers: dict) -> Facts:
    return library.frame.questionnaire.known(answers, library.frame.thresholds, TODAY)
