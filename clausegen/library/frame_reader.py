"""Read what clauses rest upon: questions, thresholds, contract types, annexes, glossary, legal registry."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeVar

from pydantic import BaseModel

from clausegen.document.markdown import TextError, parse_inline
from clausegen.document.nodes import Role, Run
from clausegen.document.yaml_source import Source, read_yaml
from clausegen.errors import ClausegenError, Problem, did_you_mean, sentence
from clausegen.facts.condition_syntax import ConditionSyntaxError, Vocabulary
from clausegen.facts.conditions import ALWAYS, NEVER, Condition
from clausegen.facts.questionnaire import (
    Answer,
    DerivedFact,
    Question,
    Questionnaire,
    Step,
    Theme,
    derived_terms,
    vocabulary_terms,
)
from clausegen.facts.thresholds import DatedValue, NamedThreshold, Thresholds
from clausegen.facts.values import Value, parse_date, parse_value
from clausegen.library import frame_files as files
from clausegen.library.annexes import Annex, AnnexPlan, AnnexSet
from clausegen.library.contracts import Contract, Contracts, Party
from clausegen.library.glossary import Glossary, Term
from clausegen.library.law import LegalReference, Registry
from clausegen.library.library import Frame
from clausegen.library.model_errors import validated

Model = TypeVar("Model", bound=BaseModel)
Path = tuple[str | int, ...]


@dataclass
class FrameReader:
    """Reads the frame from file contents; every problem is added to `problems`, none stops the reading."""

    problems: list[Problem] = field(default_factory=list)

    def read(self, texts: Mapping[str, str]) -> Frame:
        """Return the frame from `{path: content}`; a file that cannot be read leaves its part empty."""
        thresholds = self._thresholds(texts)
        questionnaire, vocabulary = self._questionnaire(texts, thresholds)
        return Frame(
            questionnaire=questionnaire,
            thresholds=thresholds,
            contracts=self._contracts(texts),
            plan=self._plan(texts, vocabulary),
            glossary=self._glossary(texts),
            registry=self._registry(texts),
            recommendations=self._recommendations(texts),
        )

    def _file(self, texts: Mapping[str, str], name: str, model: type[Model]) -> tuple[Model, Source, str] | None:
        where = next((path for path in texts if path.endswith(f"/{name}") or path == name), None)
        if where is None:
            self.problems.append(Problem(name, 0, "ce fichier manque dans le dossier des clauses."))
            return None
        try:
            source = read_yaml(texts[where], where)
        except ClausegenError as error:
            self.problems.extend(error.problems)
            return None
        read = validated(model, source.data, where, source.line, self.problems)
        return (read, source, where) if read is not None else None

    def _typed(self, kind: str, raw: object, where: str, line: int) -> Value | None:
        if raw is None:
            return None
        try:
            return parse_value(kind, raw)
        except ValueError as error:
            self.problems.append(Problem(where, line, sentence(error)))
            return None

    def _condition(self, vocabulary: Vocabulary, raw: object, source: Source, where: str, path: Path) -> Condition:
        if raw is None:
            return ALWAYS
        try:
            return vocabulary.parse(raw, path)
        except ConditionSyntaxError as error:
            self.problems.append(Problem(where, source.line(error.path), sentence(error)))
            return NEVER

    def _thresholds(self, texts: Mapping[str, str]) -> Thresholds:
        if not (read := self._file(texts, "seuils.yml", files.ThresholdsFile)):
            return Thresholds({})
        file, source, where = read
        found = {}
        for name, threshold in file.thresholds.items():
            values = []
            for index, dated in enumerate(threshold.values):
                line = source.line(("seuils", name, "valeurs", index))
                value = self._typed(threshold.kind, dated.value, where, line)
                try:
                    since = parse_date(dated.since)
                except ValueError as error:
                    self.problems.append(Problem(where, line, sentence(error)))
                    continue
                if value is not None:
                    values.append(DatedValue(since, value))
            if values != sorted(values, key=lambda dated: dated.since):
                self.problems.append(
                    Problem(
                        where,
                        source.line(("seuils", name)),
                        f"les valeurs de « {name} » vont de la plus ancienne à la plus récente.",
                    )
                )
            found[name] = NamedThreshold(
                name,
                threshold.label,
                threshold.kind,
                tuple(values),
                threshold.nature,
                threshold.unit,
                threshold.bases,
                threshold.note,
            )
        return Thresholds(found)

    def _questionnaire(self, texts: Mapping[str, str], thresholds: Thresholds) -> tuple[Questionnaire, Vocabulary]:
        if not (read := self._file(texts, "questionnaire.yml", files.QuestionnaireFile)):
            return Questionnaire(), Vocabulary({}, thresholds.kinds())
        file, source, where = read
        questions: dict[str, Question] = {}
        for name, asked in file.questions.items():
            line = source.line(("questions", name))
            questions[name] = Question(
                name=name,
                step=asked.step,
                kind=asked.kind,
                text=asked.text,
                help=asked.help,
                answers={value: Answer(answer.label, answer.phrase) for value, answer in asked.answers.items()},
                otherwise=self._typed(asked.kind, asked.otherwise, where, line),
                unit=asked.unit,
                subject=asked.subject,
                yes=asked.yes,
                no=asked.no,
                minimum=self._typed(asked.kind, asked.minimum, where, line),
                maximum=self._typed(asked.kind, asked.maximum, where, line),
                scale=asked.scale,
            )
            if asked.step not in (step.id for step in file.steps):
                ids = [step.id for step in file.steps]
                self.problems.append(
                    Problem(where, line, f"l'étape « {asked.step} » n'existe pas.{did_you_mean(asked.step, ids)}")
                )
        for name in file.questions.keys() & file.derived.keys():
            line = source.line(("faits_deduits", name))
            self.problems.append(Problem(where, line, f"« {name} » est à la fois une question et un fait déduit."))
        asked_words = Vocabulary(vocabulary_terms(questions), thresholds.kinds())
        for name, asked in file.questions.items():
            condition = self._condition(asked_words, asked.asked_if, source, where, ("questions", name, "demandee_si"))
            questions[name] = replace(questions[name], asked_if=condition)
        derived = {
            name: DerivedFact(
                name,
                fact.label,
                self._condition(asked_words, fact.condition, source, where, ("faits_deduits", name, "vrai_si")),
                fact.yes,
                fact.no,
            )
            for name, fact in file.derived.items()
        }
        words = Vocabulary(vocabulary_terms(questions) | derived_terms(derived), thresholds.kinds())
        steps = tuple(Step(step.id, step.title, step.introduction) for step in file.steps)
        themes = {id: Theme(id, theme.label, theme.annex) for id, theme in file.themes.items()}
        return Questionnaire(steps, questions, derived, themes), words

    def _contracts(self, texts: Mapping[str, str]) -> Contracts:
        if not (read := self._file(texts, "contrats.yml", files.ContractsFile)):
            return Contracts()
        file, _, _ = read
        return Contracts(
            {
                type: Contract(
                    type,
                    contract.label,
                    contract.the_contract,
                    Party(contract.operator.name, contract.operator.gender == "feminin"),
                    Party(contract.buyer.name, contract.buyer.gender == "feminin"),
                    contract.registry_names,
                )
                for type, contract in file.contracts.items()
            },
            file.general,
        )

    def _plan(self, texts: Mapping[str, str], vocabulary: Vocabulary) -> AnnexPlan:
        if not (read := self._file(texts, "annexes.yml", files.AnnexesFile)):
            return AnnexPlan()
        file, source, where = read
        annexes = {id: Annex(id, annex.title, annex.introduction, annex.sections) for id, annex in file.annexes.items()}
        sets = []
        for name, listed_set in file.sets.items():
            path = ("ensembles", name)
            printed = [id for group in listed_set.annexes for id in group]
            for id in printed:
                if id not in annexes:
                    self.problems.append(
                        Problem(
                            where,
                            source.line((*path, "annexes")),
                            f"l'annexe « {id} » de l'ensemble « {name} » n'existe pas.",
                        )
                    )
            for id in sorted({id for id in printed if printed.count(id) > 1} | (annexes.keys() - set(printed))):
                self.problems.append(
                    Problem(
                        where,
                        source.line((*path, "annexes")),
                        f"l'ensemble « {name} » imprime l'annexe « {id} » exactement une fois, seule ou fondue avec d'autres.",
                    )
                )
            condition = self._condition(vocabulary, listed_set.condition, source, where, (*path, "si"))
            sets.append(AnnexSet(name, listed_set.label, condition, listed_set.annexes))
        return AnnexPlan(annexes, tuple(sets))

    def _glossary(self, texts: Mapping[str, str]) -> Glossary:
        if not (read := self._file(texts, "glossaire.yml", files.GlossaryFile)):
            return Glossary()
        file, source, where = read
        terms = {}
        for name, term in file.terms.items():
            line = source.line(("termes", name))
            try:
                definition = parse_inline(term.definition, line)
            except TextError as error:
                self.problems.append(Problem(where, line, sentence(error)))
                continue
            if not all(isinstance(part, Run | Role) for part in definition):
                told = f"la définition de « {name} » ne contient ni blanc {{{{ … }}}} ni renvoi [[ … ]]."
                self.problems.append(Problem(where, line, told))
            terms[name] = Term(name, definition, term.forms, term.bases, term.contracts)
        return Glossary(terms)

    def _registry(self, texts: Mapping[str, str]) -> Registry:
        references: dict[str, LegalReference] = {}
        for where in sorted(path for path in texts if "/droit/" in path and path.endswith(".yml")):
            if not (read := self._file({where: texts[where]}, where, files.RegistryFile)):
                continue
            file, source, _ = read
            for id, reference in file.references.items():
                if id in references:
                    self.problems.append(
                        Problem(
                            where, source.line(("references", id)), f"la référence « {id} » est déjà décrite ailleurs."
                        )
                    )
                references[id] = LegalReference(id=id, **reference.model_dump())
        return Registry(references)

    def _recommendations(self, texts: Mapping[str, str]) -> dict[str, str]:
        read = self._file(texts, "recommandations.yml", files.RecommendationsFile)
        return {number: item.label for number, item in read[0].recommendations.items()} if read else {}
