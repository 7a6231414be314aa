"""Read how the milestones of a contract are dated: `jalons`, `periodes_depuis` and `assiette_annuelle` of `contrats.yml`."""

from clausegen.errors import did_you_mean
from clausegen.facts.condition_syntax import Vocabulary
from clausegen.library.contracts import DatedBy, Postponed, Schedule
from clausegen.library.frame_files import ContractsFile, DatedByFile
from clausegen.library.frame_source import FrameFile


def read_schedule(file: FrameFile[ContractsFile], vocabulary: Vocabulary) -> Schedule:
    """Return the schedule; a general datum or a question that does not exist is told at its line."""
    content, base = file.content, file.content.yearly_base
    milestones: dict[str, tuple[DatedBy, ...]] = {
        name: tuple(_dated_by(file, vocabulary, way, "jalons", name, rank) for rank, way in enumerate(ways))
        for name, ways in content.milestones.items()
    }
    if late := content.postponed:
        _known(file, vocabulary, late.since, "echeances_passees", "depuis")
    if base:
        _known(file, vocabulary, base.amount, "assiette_annuelle", "montant")
        _known(file, vocabulary, base.years, "assiette_annuelle", "annees")
    amount, years = (base.amount, base.years) if base else ("", "")
    postponed = Postponed(late.since, late.clause, late.blank) if late else None
    return Schedule(milestones, content.periods_since or "", postponed, amount, years)


def _dated_by(file: FrameFile[ContractsFile], vocabulary: Vocabulary, way: DatedByFile, *path: str | int) -> DatedBy:
    general = file.content.general
    if way.general and way.general not in general:
        told = f"la donnée générale « {way.general} » n'existe pas.{did_you_mean(way.general, general)}"
        file.fault(told, *path, "donnee")
    _known(file, vocabulary, way.fact, *path, "fait")
    _known(file, vocabulary, way.years, *path, "annees")
    condition = file.condition(vocabulary, way.condition, *path, "si")
    return DatedBy(way.general, way.fact, way.since or "", way.years, condition)


def _known(file: FrameFile[ContractsFile], vocabulary: Vocabulary, fact: str, *path: str | int) -> None:
    if fact and fact not in vocabulary.terms:
        file.fault(f"la question « {fact} » n'existe pas.{did_you_mean(fact, vocabulary.terms)}", *path)
