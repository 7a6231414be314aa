"""A condition holds, fails or waits; one more answer never undoes what was decided."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clausegen.facts.condition_syntax import ConditionSyntaxError, Term, Vocabulary, written
from clausegen.facts.conditions import ALWAYS, AllOf, AnyOf, Compared, Fails, Holds, OneOf, Waits, implies
from clausegen.facts.facts import Facts

WORDS = Vocabulary(
    {
        "type": Term("choix", ("concession", "mgp")),
        "capteurs": Term("oui_non"),
        "population": Term("entier", (), named_limits=True),
        "duree": Term("nombre"),
        "lancement": Term("date"),
        "niveau": Term("echelle", ("1", "2", "3")),
    },
    {"grand": "entier", "reforme": "date"},
)
TODAY = date(2026, 11, 22)
VALUES = {
    "type": st.sampled_from(["concession", "mgp"]),
    "capteurs": st.booleans(),
    "population": st.integers(0, 5),
    "duree": st.integers(0, 5),
}
ANSWERS = st.fixed_dictionaries({}, optional=VALUES)


def _leaves() -> st.SearchStrategy:
    one_of = st.builds(
        OneOf, st.just("type"), st.lists(VALUES["type"], min_size=1, unique=True).map(tuple), st.booleans()
    )
    yes_no = st.builds(OneOf, st.just("capteurs"), st.tuples(st.booleans()), st.booleans())
    compared = st.builds(
        Compared, st.just("duree"), st.sampled_from(["au_moins", "plus_de", "au_plus", "moins_de"]), st.integers(0, 5)
    )
    return one_of | yes_no | compared | st.just(ALWAYS)


CONDITIONS = st.recursive(
    _leaves(),
    lambda inner: (
        st.builds(AllOf, st.lists(inner, min_size=1, max_size=3).map(tuple))
        | st.builds(AnyOf, st.lists(inner, min_size=1, max_size=3).map(tuple), st.booleans())
    ),
    max_leaves=8,
)


def facts(answers: dict) -> Facts:
    return Facts(TODAY, answers)


@given(CONDITIONS, ANSWERS, ANSWERS)
def test_one_more_answer_never_undoes_a_decision(condition, answers, more) -> None:
    before = condition.verdict(facts(answers))
    after = condition.verdict(facts({**more, **answers}))
    assert isinstance(before, Waits) or type(after) is type(before)


@given(CONDITIONS, ANSWERS)
def test_what_is_waited_for_is_unknown_and_what_decided_is_known(condition, answers) -> None:
    match condition.verdict(facts(answers)):
        case Waits(missing):
            assert missing and not set(missing) & answers.keys()
        case Holds(because) | Fails(because):
            assert set(because) <= answers.keys()


@given(CONDITIONS, st.fixed_dictionaries(VALUES))
def test_with_every_answer_known_nothing_waits(condition, answers) -> None:
    assert not isinstance(condition.verdict(facts(answers)), Waits)


@given(CONDITIONS, st.fixed_dictionaries(VALUES))
def test_a_condition_means_the_same_once_written_and_read_again(condition, answers) -> None:
    again = WORDS.parse(_as_text(written(condition)))
    assert type(again.verdict(facts(answers))) is type(condition.verdict(facts(answers)))


def _as_text(raw: object) -> object:
    if isinstance(raw, dict):
        return {key: _as_text(value) for key, value in raw.items()}
    return [_as_text(part) for part in raw] if isinstance(raw, list) else str(raw)


def test_several_keys_mean_and_a_list_means_one_of() -> None:
    condition = WORDS.parse({"type": ["concession", "mgp"], "capteurs": "oui"})
    assert condition.verdict(facts({"type": "mgp", "capteurs": True})) == Holds(("type", "capteurs"))
    assert condition.verdict(facts({"type": "mgp", "capteurs": False})) == Fails(("capteurs",))
    assert condition.verdict(facts({"type": "mgp"})) == Waits(("capteurs",))


def test_a_named_threshold_is_compared_at_its_value() -> None:
    condition = WORDS.parse({"population": {"au_moins": "seuil.grand"}})
    known = {"seuil.grand": 3500}
    assert isinstance(condition.verdict(Facts(TODAY, {"population": 3500}, known)), Holds)
    assert isinstance(condition.verdict(Facts(TODAY, {"population": 3499}, known)), Fails)
    assert condition.verdict(Facts(TODAY, {"population": 3500})) == Waits(("seuil.grand",))


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        ({"capteur": "oui"}, "Vouliez-vous écrire « capteurs »"),
        ({"capteurs": "peut-être"}, "ni oui ni non"),
        ({"type": "concesion"}, "possibles : concession, mgp"),
        ({"population": {"au_moins": "3500"}}, "se nomme (seuil.…)"),
        ({"population": "3500"}, "se nomme (seuil.…)"),
        ({"type": []}, "il manque une réponse"),
        ({"type": {"sauf": []}}, "il manque une réponse"),
        ({"niveau": "9"}, "possibles : 1, 2, 3"),
        ({"niveau": {"au_moins": "9"}}, "possibles : 1, 2, 3"),
        ({"population": {"au_moins": "seuil.gran"}}, "Vouliez-vous écrire « grand »"),
        ({"population": {"au_moins": "seuil.reforme"}}, "pas de même nature"),
        ({"duree": {"superieur": "3"}}, "n'est pas une comparaison"),
        ({"capteurs": {"au_moins": "1"}}, "ne se compare pas"),
        ({"un": "oui"}, "attend une liste"),
        ("parfois", "une condition s'écrit"),
        ({"lancement": {"depuis": "2026-02-30"}}, "n'existe pas dans le calendrier"),
    ],
)
def test_a_condition_that_cannot_be_read_says_what_is_allowed(raw, says) -> None:
    with pytest.raises(ConditionSyntaxError, match=r".") as caught:
        WORDS.parse(raw)
    assert says in str(caught.value)


@given(CONDITIONS, CONDITIONS, st.fixed_dictionaries(VALUES))
def test_what_a_condition_implies_holds_with_it(first, then, answers) -> None:
    if implies(first, then) and isinstance(first.verdict(facts(answers)), Holds):
        assert isinstance(then.verdict(facts(answers)), Holds)
