"""Read the warnings, the reminders and the ceilings: `alertes.yml`, `rappels.yml`, `plafonds.yml`."""

from clausegen.errors import did_you_mean
from clausegen.facts.condition_syntax import THRESHOLD_PREFIX, Vocabulary
from clausegen.facts.conditions import Threshold
from clausegen.library.cautions import Cautions, Ceiling, Reminder, Warning
from clausegen.library.frame_files import CeilingFile, CeilingsFile, RemindersFile, WarningsFile
from clausegen.library.frame_source import FrameFile, FrameSource


def read_cautions(source: FrameSource, words: Vocabulary) -> Cautions:
    """Return what the three files say; a file that is missing or cannot be read leaves its part empty."""
    warnings, reminders = _warnings(source, words), _reminders(source, words)
    if not (file := source.read("plafonds.yml", CeilingsFile, required=False)):
        return Cautions(warnings, reminders)
    ceilings = tuple(_ceiling(file, id, c, words) for id, c in file.content.ceilings.items())
    for fact in file.content.effect:
        _known(file, fact, words, "incidence", fact)
    return Cautions(warnings, reminders, ceilings, file.content.effect)


def _warnings(source: FrameSource, words: Vocabulary) -> tuple[Warning, ...]:
    if not (file := source.read("alertes.yml", WarningsFile, required=False)):
        return ()
    return tuple(
        Warning(id, w.gravity, file.condition(words, w.condition, "alertes", id, "si"), w.message, w.bases)
        for id, w in file.content.warnings.items()
    )


def _reminders(source: FrameSource, words: Vocabulary) -> tuple[Reminder, ...]:
    if not (file := source.read("rappels.yml", RemindersFile, required=False)):
        return ()
    return tuple(
        Reminder(id, file.condition(words, r.condition, "rappels", id, "si"), r.text, r.bases)
        for id, r in file.content.reminders.items()
    )


def _known(file: FrameFile[CeilingsFile], fact: str, words: Vocabulary, *path: str) -> None:
    if fact not in words.terms:
        file.fault(f"le fait « {fact} » n'existe pas dans le questionnaire.{did_you_mean(fact, words.terms)}", *path)


def _ceiling(file: FrameFile[CeilingsFile], id: str, written: CeilingFile, words: Vocabulary) -> Ceiling:
    path = ("plafonds", id)
    for fact in (written.measured, written.base):
        _known(file, fact, words, *path)
    for name in filter(None, (written.share, written.also_below)):
        if name.removeprefix(THRESHOLD_PREFIX) not in words.thresholds or not name.startswith(THRESHOLD_PREFIX):
            file.fault(f"le seuil « {name} » n'existe pas dans clauses/seuils.yml (écrivez seuil.nom)", *path)
    return Ceiling(
        id,
        written.label,
        file.condition(words, written.condition, *path, "si"),
        written.measured,
        written.base,
        Threshold(written.share),
        Threshold(written.also_below) if written.also_below else None,
        written.strict,
        written.bases,
        written.note,
    )
