"""Every question put to a contract can change a document of it, and one that is not put can change none."""

from collections.abc import Collection, Iterator

import z3

from clausegen.assembly.beside import told_beside
from clausegen.assembly.relevance import interview
from clausegen.facts.conditions import OneOf
from clausegen.facts.questionnaire import Question
from clausegen.library.clause import Clause
from clausegen.proof.claim import Broken, Claim, Kind, World
from clausegen.proof.contract import DECIDED, SymbolicContract
from clausegen.proof.witness import Witness

_TYPE = "type_contrat"


def questions(world: World, about: Collection[str] | None = None) -> Iterator[Claim]:
    """Yield one claim per question and contract type, about two complete dossiers that differ by that answer alone.

    `about` names the questions to keep; None for all of them.
    """
    questionnaire = world.library.frame.questionnaire
    types = questionnaire.questions[_TYPE].answers if _TYPE in questionnaire.questions else ()
    put = {type: interview(world.library, {_TYPE: type}, world.limits).open for type in types}
    for question in questionnaire.questions.values():
        if question.name == _TYPE or (about is not None and question.name not in about):
            continue
        changed = Changed(world, question)
        differs = z3.Or([*_differences(world, question, changed)])
        seen = z3.Or(differs, z3.BoolVal(_printed_as_answered(world, question)))
        if not any(question.name in asked for asked in put.values()):
            yield _useless(world, question)
        for type in types:
            if question.name in put[type]:
                yield _put(world, question, type, changed, seen)
            else:
                yield _not_put(world, question, type, changed, differs)


class Changed:
    """The same dossier with another answer to one question: formulas are turned into those of this other dossier."""

    def __init__(self, world: World, question: Question) -> None:
        self.answers = world.answers.but(question, "other:")
        one, two = world.answers.questions[question.name], self.answers.questions[question.name]
        self.swapped = [(one.known, two.known), *zip(one.symbols(), two.symbols(), strict=True)]
        self.complete = [
            changed for constraint in world.complete if not (changed := self.turned(constraint)).eq(constraint)
        ]

    def turned(self, formula: z3.BoolRef) -> z3.BoolRef:
        return z3.substitute(formula, *self.swapped)

    def differs(self, formula: z3.BoolRef) -> Iterator[z3.BoolRef]:
        """Yield when the formula is true of one dossier only; nothing when it never is."""
        turned = self.turned(formula)
        if not turned.eq(formula):
            yield z3.Xor(formula, turned)


def _put(world: World, question: Question, type: str, changed: Changed, seen: z3.BoolRef) -> Claim:
    asked = [world.contract.facts.truth(OneOf(_TYPE, (type,))).holds, world.contract.facts.asked(question.name)]
    says = f"« {question.text} » : posée pour un contrat de type « {type} », la réponse y change un document."
    dossiers = (world.answers, changed.answers)
    return Claim(
        Kind.QUESTIONS, question.name, says, [*asked, seen], dossiers, _vain(says), True, asked, True, True, changed.complete
    )  # fmt: skip


def _not_put(world: World, question: Question, type: str, changed: Changed, differs: z3.BoolRef) -> Claim:
    of_type = world.contract.facts.truth(OneOf(_TYPE, (type,))).holds
    says = f"« {question.text} » : non posée pour un contrat de type « {type} », la réponse n'y change rien."
    dossiers = (world.answers, changed.answers)
    return Claim(
        Kind.QUESTIONS, question.name, says, [of_type, differs], dossiers, _unasked(says, question), complete=True, given=changed.complete
    )  # fmt: skip


def _useless(world: World, question: Question) -> Claim:
    says = f"« {question.text} » se pose pour un type de contrat au moins."
    never = [z3.BoolVal(False)]
    return Claim(
        Kind.QUESTIONS,
        question.name,
        says,
        never,
        (world.answers,),
        lambda witness: f"Faux : {says}",
        True,
        complete=True,
    )


def _printed_as_answered(world: World, question: Question) -> bool:
    """Return True for an answer that a document prints or reckons with as it is: figures of an amendment, days, ceilings."""
    frame = world.library.frame
    schedule = frame.contracts.schedule
    days = [name for ways in schedule.milestones.values() for dated in ways for name in (dated.fact, dated.years)]
    limits = [name for ceiling in frame.cautions.ceilings for name in (ceiling.measured, ceiling.base)]
    amounts = [schedule.amount, schedule.years, schedule.postponed.since if schedule.postponed else ""]
    named = filter(None, (*days, *limits, *amounts, *frame.cautions.effect))
    return any(question.name in frame.questionnaire.sources(name) for name in named)


def _differences(world: World, question: Question, changed: Changed) -> Iterator[z3.BoolRef]:
    """Yield when a clause has another level or says something else, when something else is told beside the clauses."""
    library, contract = world.library, world.contract
    for clause in (library[id] for id in library.touching[question.name]):
        for level in DECIDED:
            yield from changed.differs(contract.at(clause, level))
        for said in _said(clause, contract):
            for difference in changed.differs(said):
                yield z3.And(contract.may_be_kept(clause), difference)
    for condition, companion in told_beside(library.frame):
        printed = z3.Or([contract.sets[s.name] for s in library.frame.plan.sets if companion in ("", *s.companions)])
        for difference in changed.differs(contract.facts.truth(condition).holds):
            yield z3.And(printed, difference)
    for possible in contract.sets.values():
        yield from changed.differs(possible)


def _said(clause: Clause, contract: SymbolicContract) -> Iterator[z3.BoolRef]:
    """Yield when each wording is the one printed, and when each of its optional paragraphs is."""
    worded = contract.worded(clause)
    for variant in clause.variants:
        yield worded[variant.name]
        for name in {alinea.condition for alinea in variant.text if alinea.condition in clause.optional}:
            yield z3.And(worded[variant.name], contract.stands(clause, name).holds)


def _vain(says: str) -> Broken:
    def broken(first: Witness, other: Witness) -> str:
        return f"Faux : {says} Ces deux dossiers, par exemple, donnent les mêmes documents."

    return broken


def _unasked(says: str, question: Question) -> Broken:
    def broken(first: Witness, other: Witness) -> str:
        pairs = ((first.of(id), other.of(id)) for id in first.library.touching[question.name])
        changed = [one.clause.id for one, two in pairs if (one.level, one.variant) != (two.level, two.variant)]
        return f"Faux : {says} {first.why(changed[0])} Puis : {other.why(changed[0])}" if changed else ""

    return broken
