"""Random libraries and dossiers over one small questionnaire that holds every kind of question."""

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import strategies as st

from clausegen.document.nodes import Alinea, Run
from clausegen.facts.calculations import Months, Share, Sum
from clausegen.facts.conditions import ALWAYS, NEVER, AllOf, AnyOf, Compared, OneOf, Threshold
from clausegen.facts.questionnaire import Answer, DerivedFact, Question, Questionnaire, Step
from clausegen.facts.thresholds import DatedValue, NamedThreshold, Thresholds
from clausegen.library.annexes import Annex, AnnexPlan, AnnexSet
from clausegen.library.clause import Clause, OptionalParagraph, Variant
from clausegen.library.library import ClauseLibrary, Frame

TODAY = date(2026, 11, 22)
TYPES = ("concession", "mgp")


def _question(name, kind, **rest) -> Question:
    answers = {value: Answer(value, value) for value in rest.pop("values", ())}
    return Question(name, "un", kind, f"{name} ?", answers=answers, yes="oui", no="non", subject=f"{name} est", **rest)


_ASKED = [
    _question("type_contrat", "choix", values=TYPES),
    _question("avenant", "oui_non"),
    _question("objets", "choix_multiple", values=("A1", "A2", "A3"), asked_if=OneOf("avenant", (True,))),
    _question("capteurs", "oui_non"),
    _question("rue", "oui_non", asked_if=OneOf("capteurs", (True,)), otherwise=False),
    _question("vue", "choix", values=("haut", "bas"), asked_if=OneOf("rue", (True,))),
    _question("niveau", "echelle", scale={"1": "un", "2": "deux", "3": "trois"}),
    _question("population", "entier", minimum=0),
    _question("montant", "montant"),
    _question("initial", "montant"),
    _question("duree", "nombre"),
    _question("debut", "date"),
    _question("fin", "date", asked_if=Compared("duree", "plus_de", 1)),
]
QUESTIONNAIRE = Questionnaire(
    (Step("un", "Un"),),
    {question.name: question for question in _ASKED},
    {
        fact.name: fact
        for fact in (
            DerivedFact("dossier_compact", "petit", Compared("population", "moins_de", Threshold("seuil.petit"))),
            DerivedFact("double", "double", AnyOf((OneOf("rue", (True,)), OneOf("dossier_compact", (True,))))),
            DerivedFact("total", "total", calculation=Sum(("montant", "initial"))),
            DerivedFact("part", "part", calculation=Share("montant", "initial")),
            DerivedFact("mois", "mois", calculation=Months("fin", "debut")),
        )
    },
)
THRESHOLDS = Thresholds(
    {
        name: NamedThreshold(name, name, kind, (DatedValue(since, value),))
        for name, kind, since, value in (
            ("petit", "entier", date(2000, 1, 1), 3),
            ("demain", "entier", date(2030, 1, 1), 3),
            ("jour", "date", date(2000, 1, 1), date(2024, 2, 29)),
        )
    }
)

_DAYS = st.integers(-40, 40).map(lambda days: date(2024, 2, 29) + timedelta(days=days))
_CENTS = st.integers(-300, 300).map(lambda cents: Decimal(cents) / 100)
VALUES = {
    "type_contrat": st.sampled_from(TYPES),
    "avenant": st.booleans(),
    "objets": st.sets(st.sampled_from(("A1", "A2", "A3"))).map(lambda some: tuple(sorted(some))),
    "capteurs": st.booleans(),
    "rue": st.booleans(),
    "vue": st.sampled_from(("haut", "bas")),
    "niveau": st.integers(1, 3),
    "population": st.integers(0, 6),
    "montant": _CENTS,
    "initial": _CENTS,
    "duree": st.integers(0, 3).map(Decimal),
    "debut": _DAYS,
    "fin": _DAYS,
}
DOSSIERS = st.fixed_dictionaries({}, optional=VALUES).map(lambda some: {n: some[n] for n in VALUES if n in some})
"""Answers to some questions, in the order of the questionnaire."""

_NUMBER = st.sampled_from(("au_moins", "plus_de", "au_plus", "moins_de"))
_SMALL = st.integers(-3, 3)
_LEAVES = st.one_of(
    st.builds(OneOf, st.just("type_contrat"), st.tuples(st.sampled_from(TYPES)), st.booleans()),
    st.builds(OneOf, st.sampled_from(("avenant", "capteurs", "rue", "double")), st.tuples(st.booleans()), st.booleans()),
    st.builds(OneOf, st.just("objets"), st.tuples(st.sampled_from(("A1", "A2"))), st.booleans()),
    st.builds(OneOf, st.just("vue"), st.tuples(st.sampled_from(("haut", "bas"))), st.booleans()),
    st.builds(Compared, st.sampled_from(("niveau", "population", "duree", "mois", "objets")), _NUMBER, _SMALL),
    st.builds(Compared, st.sampled_from(("montant", "total")), _NUMBER, _CENTS),
    st.builds(Compared, st.just("part"), _NUMBER, st.integers(0, 20000).map(lambda n: Decimal(n) / 100)),
    st.builds(Compared, st.just("population"), _NUMBER, st.sampled_from([Threshold("seuil.petit"), Threshold("seuil.demain")])),
    st.builds(Compared, st.sampled_from(("debut", "fin")), st.sampled_from(("depuis", "avant")), _DAYS | st.just(Threshold("seuil.jour"))),
    st.sampled_from((ALWAYS, NEVER)),
)  # fmt: skip
CONDITIONS = st.recursive(
    _LEAVES,
    lambda inner: (
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple), st.booleans())
    ),
    max_leaves=6,
)

_TEXT = (Alinea(1, (Run("Le texte."),)), Alinea(2, (Run("Un alinéa."),), condition="si"))
_PLAN = AnnexPlan(
    {name: Annex(name, name, "", ("Section",)) for name in ("A1", "A2", "A3")},
    (
        AnnexSet("avenant", "Avenant", OneOf("avenant", (True,)), (("A1",), ("A2",), ("A3",)), limited_to="objets"),
        AnnexSet("tout", "Tout", ALWAYS, (("A1",), ("A2",), ("A3",))),
    ),
)


@st.composite
def libraries(draw) -> ClauseLibrary:
    """Return four clauses with any conditions, wordings, requirements and exclusions."""
    ids = ("c1", "c2", "c3", "c4")
    found = {}
    for rank, id in enumerate(ids):
        others = st.sampled_from([other for other in ids if other != id])
        rule = st.just(NEVER) | CONDITIONS
        found[id] = Clause(
            id, "essai", f"Clause {id}", draw(st.sampled_from(("A1", "A2", "A3"))), "Section", rank,
            draw(st.sampled_from((TYPES, TYPES[:1]))),
            (
                Variant("a", "A", _TEXT, draw(rule)),
                Variant("b", "B", _TEXT, draw(rule), is_default=True),
                Variant("c", "C", _TEXT, draw(rule)),
            ),
            excluded_if=draw(rule), obligatory_if=draw(rule), recommended_if=draw(rule), possible_if=draw(st.just(ALWAYS) | CONDITIONS),
            heavy=draw(st.booleans()),
            requires=tuple(draw(st.lists(st.lists(others, min_size=1, max_size=2, unique=True).map(tuple), max_size=2))),
            excludes=tuple(draw(st.lists(others, max_size=1))),
            optional={"si": OptionalParagraph(draw(CONDITIONS), draw(st.none() | others))},
        )  # fmt: skip
    return ClauseLibrary(Frame(questionnaire=QUESTIONNAIRE, thresholds=THRESHOLDS, plan=_PLAN), found)
