"""The prover and the evaluator agree: on random libraries and dossiers, the constraints give what the product gives."""

import z3
from hypothesis import given, settings

from clausegen.assembly.decisions import Level
from clausegen.assembly.scope import limited, scope
from clausegen.assembly.selection import select
from clausegen.assembly.verdicts import choose_variant, judge
from clausegen.facts.conditions import Fails, Holds
from clausegen.facts.growing import Growing
from clausegen.proof.answers import Answers
from clausegen.proof.contract import DECIDED, SymbolicContract
from clausegen.proof.facts import SymbolicFacts
from clausegen.proof.terms import Day, Flags, Number, Several
from tests.proof.random_libraries import CONDITIONS, DOSSIERS, QUESTIONNAIRE, THRESHOLDS, TODAY, VALUES, libraries

LIMITS = THRESHOLDS.on(TODAY)
SYMBOLS = Answers.of(QUESTIONNAIRE)


def model_of(answers: dict) -> z3.ModelRef:
    """Return the model in which exactly these answers are given."""
    solver = z3.Solver()
    for name, unknown in SYMBOLS.questions.items():
        solver.add(unknown.known == (name in answers))
        if name not in answers:
            continue
        value, term = answers[name], unknown.term
        match term:
            case Flags(options):
                solver.add([flag == (option == value) for option, flag in options.items()])
            case Several(options):
                solver.add([flag == (option in value) for option, flag in options.items()])
            case Number():
                solver.add(term.expression == int(value * term.scale))
            case Day():
                solver.add(term.year == value.year, term.month == value.month, term.day == value.day)
    solver.add(SYMBOLS.domain)
    assert solver.check() == z3.sat
    return solver.model()


def true(model: z3.ModelRef, formula: z3.BoolRef) -> bool:
    return z3.is_true(model.eval(formula, model_completion=True))


@given(CONDITIONS, DOSSIERS)
def test_a_condition_has_the_same_outcome(condition, answers) -> None:
    truth = SymbolicFacts(QUESTIONNAIRE, LIMITS, SYMBOLS).truth(condition)
    model = model_of(answers)
    verdict = condition.verdict(QUESTIONNAIRE.known(answers, THRESHOLDS, TODAY))
    assert true(model, truth.holds) == isinstance(verdict, Holds)
    assert true(model, truth.fails) == isinstance(verdict, Fails)


@given(CONDITIONS, DOSSIERS)
def test_facts_that_grow_one_answer_at_a_time_are_the_same(condition, answers) -> None:
    growing = Growing(QUESTIONNAIRE, LIMITS)
    for name, value in answers.items():
        condition.verdict(growing)
        growing.add(name, value)
    whole = QUESTIONNAIRE.known(answers, THRESHOLDS, TODAY)
    assert type(condition.verdict(growing)) is type(condition.verdict(whole))
    assert {name: growing.get(name) for name in (*VALUES, *QUESTIONNAIRE.derived)} == {
        name: whole.get(name) for name in (*VALUES, *QUESTIONNAIRE.derived)
    }


@settings(deadline=None)
@given(libraries(), DOSSIERS)
def test_every_clause_has_the_same_level_wording_and_paragraphs(library, answers) -> None:
    contract = SymbolicContract(library, SymbolicFacts(QUESTIONNAIRE, LIMITS, SYMBOLS))
    model, facts = model_of(answers), QUESTIONNAIRE.known(answers, THRESHOLDS, TODAY)
    left_out = scope(library, facts)
    for clause in library:
        decision = limited(judge(clause, facts), left_out)
        levels = [level for level in DECIDED if true(model, contract.at(clause, level))]
        assert levels == ([] if decision.level is Level.WAITING else [decision.level])
        kept = max(decision.level, decision.at_least) >= Level.RECOMMENDED
        assert true(model, contract.kept(clause)) == kept
        name, _, missing = choose_variant(clause, facts, None)
        assert [v for v, worded in contract.worded(clause).items() if true(model, worded)] == [name]
        assert true(model, contract.unsure_of_wording(clause)) == bool(missing)
        verdict = clause.optional["si"].condition.verdict(facts)
        assert true(model, contract.stands(clause, "si").holds) == isinstance(verdict, Holds)


@settings(deadline=None)
@given(libraries(), DOSSIERS)
def test_what_may_be_kept_is_never_too_narrow_nor_what_surely_is_too_wide(library, answers) -> None:
    contract = SymbolicContract(library, SymbolicFacts(QUESTIONNAIRE, LIMITS, SYMBOLS))
    model = model_of(answers)
    selection = select(library, QUESTIONNAIRE.known(answers, THRESHOLDS, TODAY))
    dropped = any(decision.set_aside for decision in selection.decisions.values())
    for clause in library:
        retained = selection.decisions[clause.id].retained
        assert not retained or true(model, contract.may_be_kept(clause))
        assert retained or dropped or not true(model, contract.surely_kept(clause))
