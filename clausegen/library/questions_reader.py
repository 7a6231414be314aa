"""Read the questions, the facts that derive from them, and the thresholds that conditions compare with."""

from collections.abc import Collection
from dataclasses import replace

from clausegen.errors import did_you_mean
from clausegen.facts.calculations import Calculation, Months, Share, Sum
from clausegen.facts.condition_syntax import Vocabulary
from clausegen.facts.questionnaire import (
    Answer,
    DerivedFact,
    Question,
    Questionnaire,
    Step,
    Theme,
    vocabulary_terms,
)
from clausegen.facts.thresholds import DatedValue, NamedThreshold, Thresholds
from clausegen.facts.values import parse_date
from clausegen.library.frame_source import FrameFile, FrameSource
from clausegen.library.questionnaire_files import (
    DerivedFile,
    MonthsFile,
    QuestionFile,
    QuestionnaireFile,
    ShareFile,
    SumFile,
    ThresholdFile,
    ThresholdsFile,
)


def read_thresholds(source: FrameSource) -> Thresholds:
    """Return the thresholds of `seuils.yml`; none when it cannot be read."""
    if not (file := source.read("seuils.yml", ThresholdsFile)):
        return Thresholds({})
    return Thresholds({name: _threshold(file, name, written) for name, written in file.content.thresholds.items()})


def _threshold(file: FrameFile[ThresholdsFile], name: str, written: ThresholdFile) -> NamedThreshold:
    values = []
    for index, dated in enumerate(written.values):
        path = ("seuils", name, "valeurs", index)
        value = file.typed(written.kind, dated.value, *path)
        try:
            since = parse_date(dated.since)
        except ValueError as error:
            file.fault(error, *path)
            continue
        if value is not None:
            values.append(DatedValue(since, value))
    if values != sorted(values, key=lambda dated: dated.since):
        file.fault(f"les valeurs de « {name} » vont de la plus ancienne à la plus récente", "seuils", name)
    return NamedThreshold(
        name, written.label, written.kind, tuple(values), written.nature, written.unit, written.bases, written.note
    )


def read_questionnaire(source: FrameSource, thresholds: Thresholds) -> Questionnaire:
    """Return the questions of `questionnaire.yml`; none when it cannot be read."""
    if not (file := source.read("questionnaire.yml", QuestionnaireFile)):
        return Questionnaire()
    content = file.content
    questions = {name: _question(file, name, asked) for name, asked in content.questions.items()}
    words = Vocabulary(vocabulary_terms(questions), thresholds.kinds())
    for name, asked in content.questions.items():
        condition = file.condition(words, asked.asked_if, "questions", name, "demandee_si")
        before = list(questions)[: list(questions).index(name)]
        for used in dict.fromkeys(condition.names()):
            if used not in before:
                told = f"« {name} » dépend de « {used} », qui se demande après elle : déplacez l'une des deux"
                file.fault(told, "questions", name, "demandee_si")
        questions[name] = replace(questions[name], asked_if=condition)
    derived: dict[str, DerivedFact] = {}
    for name, fact in content.derived.items():
        if name in questions:
            file.fault(f"« {name} » est à la fois une question et un fait déduit", "faits_deduits", name)
        derived[name] = _derived(file, name, fact, words, {**questions, **derived})
    return Questionnaire(
        tuple(Step(step.id, step.title, step.introduction) for step in content.steps),
        questions,
        derived,
        {id: Theme(id, theme.label, theme.annex) for id, theme in content.themes.items()},
    )


def _derived(
    file: FrameFile[QuestionnaireFile], name: str, fact: DerivedFile, words: Vocabulary, known: Collection[str]
) -> DerivedFact:
    """Return the derived fact; what it is worked out from stands above it."""
    calculation: Calculation | None = None
    match fact.calculation:
        case SumFile(facts=facts):
            calculation = Sum(facts)
        case ShareFile(part=part, whole=whole):
            calculation = Share(part, whole)
        case MonthsFile(until=until, since=since):
            calculation = Months(until, since)
    for used in calculation.names() if calculation else ():
        if used not in known:
            told = f"« {name} » se calcule à partir de « {used} », qui n'est pas décrit avant lui.{did_you_mean(used, known)}"
            file.fault(told, "faits_deduits", name)
    condition = file.condition(words, fact.condition, "faits_deduits", name, "vrai_si")
    return DerivedFact(name, fact.label, condition, fact.yes, fact.no, calculation, fact.subject, fact.unit)


def _question(file: FrameFile[QuestionnaireFile], name: str, asked: QuestionFile) -> Question:
    """Return the question; the condition under which it is asked waits until every question is known."""
    path = ("questions", name)
    steps = [step.id for step in file.content.steps]
    if asked.step not in steps:
        file.fault(f"l'étape « {asked.step} » n'existe pas.{did_you_mean(asked.step, steps)}", *path)
    return Question(
        name=name,
        step=asked.step,
        kind=asked.kind,
        text=asked.text,
        help=asked.help,
        answers={value: Answer(answer.label, answer.phrase) for value, answer in asked.answers.items()},
        otherwise=file.typed(asked.kind, asked.otherwise, *path, "sinon"),
        unit=asked.unit,
        subject=asked.subject,
        yes=asked.yes,
        no=asked.no,
        minimum=file.typed(asked.kind, asked.minimum, *path, "min"),
        maximum=file.typed(asked.kind, asked.maximum, *path, "max"),
        scale=asked.scale,
    )
