"""Read what clauses rest upon: questions, thresholds, contract types, annexes, glossary, legal registry."""

from collections.abc import Mapping

from clausegen.document.markdown import TextError, parse_inline
from clausegen.document.nodes import Role, Run
from clausegen.errors import Problem, did_you_mean, listed
from clausegen.facts.condition_syntax import Vocabulary
from clausegen.library import frame_files as files
from clausegen.library.annexes import Annex, AnnexPlan, AnnexSet
from clausegen.library.cautions_reader import read_cautions
from clausegen.library.consultation_reader import read_consultation
from clausegen.library.contracts import Contract, Contracts, Party
from clausegen.library.frame_source import FrameFile, FrameSource
from clausegen.library.glossary import Glossary, Term
from clausegen.library.law import LegalReference, Registry
from clausegen.library.library import Frame, Recommendation
from clausegen.library.lists import Lists
from clausegen.library.processing_reader import read_sheet_plan
from clausegen.library.questions_reader import read_questionnaire, read_thresholds
from clausegen.library.schedule_reader import read_schedule
from clausegen.library.style import Refused, Style
from clausegen.library.triggers_reader import read_triggers


def read_frame(texts: Mapping[str, str]) -> tuple[Frame, list[Problem]]:
    """Return the frame from `{path: content}` and every problem; a file that cannot be read leaves its part empty."""
    source = FrameSource(texts)
    thresholds = read_thresholds(source)
    questionnaire = read_questionnaire(source, thresholds)
    words = questionnaire.vocabulary(thresholds)
    frame = Frame(
        questionnaire=questionnaire,
        thresholds=thresholds,
        contracts=_contracts(source, words),
        plan=_plan(source, words),
        glossary=_glossary(source),
        registry=_registry(source),
        recommendations=_recommendations(source),
        cautions=read_cautions(source, words),
        consultation=read_consultation(source, words, tuple(questionnaire.themes)),
        sheet_plan=read_sheet_plan(source, words),
        style=_style(source),
        lists=_lists(source),
        triggers=read_triggers(source, words),
    )
    return frame, source.problems


def _contracts(source: FrameSource, vocabulary: Vocabulary) -> Contracts:
    if not (file := source.read("contrats.yml", files.ContractsFile)):
        return Contracts()
    by_type = {
        type: Contract(
            type,
            contract.label,
            contract.the_contract,
            _party(contract.operator),
            _party(contract.buyer),
            contract.registry_names,
        )
        for type, contract in file.content.contracts.items()
    }
    schedule = read_schedule(file, vocabulary)
    return Contracts(by_type, file.content.general, file.content.party_names, schedule)


def _party(written: files.PartyFile) -> Party:
    return Party(written.name, written.gender == "feminin")


def _plan(source: FrameSource, vocabulary: Vocabulary) -> AnnexPlan:
    if not (file := source.read("annexes.yml", files.AnnexesFile)):
        return AnnexPlan()
    annexes = {
        id: Annex(id, annex.title, annex.introduction, annex.sections, annex.is_act, annex.layout)
        for id, annex in file.content.annexes.items()
    }
    sets = []
    for name, printed in file.content.sets.items():
        _each_once(file, name, printed.annexes)
        condition = file.condition(vocabulary, printed.condition, "ensembles", name, "si")
        if printed.limited_to and printed.limited_to not in vocabulary.terms:
            told = f"la question « {printed.limited_to} » n'existe pas.{did_you_mean(printed.limited_to, vocabulary.terms)}"
            file.fault(told, "ensembles", name, "limite_a")
        firsts = [group[0] for group in printed.annexes]
        for first in (*printed.titles, *printed.introductions):
            if first not in firsts:
                told = f"« {first} » n'est la première annexe d'aucune ligne de l'ensemble « {name} » ; possibles : {listed(firsts)}"
                file.fault(told, "ensembles", name)
        sets.append(
            AnnexSet(
                name,
                printed.label,
                condition,
                printed.annexes,
                printed.limited_to,
                printed.titles,
                printed.introductions,
                printed.layout,
                printed.companions,
            )
        )
    return AnnexPlan(annexes, tuple(sets))


def _each_once(file: FrameFile[files.AnnexesFile], name: str, groups: tuple[tuple[str, ...], ...]) -> None:
    """A set prints every annex once: a clause would otherwise be lost, or stand twice."""
    path = ("ensembles", name, "annexes")
    printed = [id for group in groups for id in group]
    known = file.content.annexes.keys()
    always = {id for id, annex in file.content.annexes.items() if not annex.is_act}
    for id in printed:
        if id not in known:
            file.fault(f"l'annexe « {id} » de l'ensemble « {name} » n'existe pas", *path)
    for id in sorted(id for id in always | set(printed) if printed.count(id) != 1):
        told = f"l'ensemble « {name} » imprime l'annexe « {id} » exactement une fois, seule ou fondue avec d'autres"
        file.fault(told, *path)


def _glossary(source: FrameSource) -> Glossary:
    if not (file := source.read("glossaire.yml", files.GlossaryFile)):
        return Glossary()
    terms = {}
    for name, term in file.content.terms.items():
        path = ("termes", name)
        try:
            definition = parse_inline(term.definition)
        except TextError as error:
            file.fault(error, *path)
            continue
        if not all(isinstance(part, Run | Role) for part in definition):
            file.fault(f"la définition de « {name} » ne contient ni blanc {{{{ … }}}} ni renvoi [[ … ]]", *path)
        terms[name] = Term(name, definition, term.forms, term.bases, term.contracts)
    return Glossary(terms)


def _registry(source: FrameSource) -> Registry:
    references: dict[str, LegalReference] = {}
    for where in sorted(path for path in source.texts if "/droit/" in path and path.endswith(".yml")):
        if not (file := source.read(where, files.RegistryFile)):
            continue
        for id, reference in file.content.references.items():
            if id in references:
                file.fault(f"la référence « {id} » est déjà décrite ailleurs", "references", id)
            references[id] = LegalReference(id=id, **reference.model_dump())
    return Registry(references)


def _style(source: FrameSource) -> Style:
    if not (file := source.read("style.yml", files.StyleFile, required=False)):
        return Style()
    refused = tuple(Refused(word.written, word.instead) for word in file.content.refused)
    return Style(refused, frozenset(file.content.proper_names), file.content.common_proofs)


def _lists(source: FrameSource) -> Lists:
    if not (file := source.read("listes.yml", files.ListsFile, required=False)):
        return Lists()
    lists = file.content
    return Lists(lists.owners, lists.sensitivities, lists.channels, lists.licences, lists.frequencies)


def _recommendations(source: FrameSource) -> dict[str, Recommendation]:
    file = source.read("recommandations.yml", files.RecommendationsFile)
    written = file.content.recommendations if file else {}
    return {number: Recommendation(number, item.label, item.note) for number, item in written.items()}
