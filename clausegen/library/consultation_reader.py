"""Read what the documents of a consultation say: `consultation.yml`."""

from clausegen.errors import did_you_mean, listed
from clausegen.facts.condition_syntax import Vocabulary
from clausegen.library.consultation import Consultation, Criterion, Extract, Secrets, SubCriterion
from clausegen.library.consultation_files import ConsultationFile
from clausegen.library.frame_source import FrameFile, FrameSource


def read_consultation(source: FrameSource, words: Vocabulary, themes: tuple[str, ...]) -> Consultation:
    """Return what the file says; a file that is missing or cannot be read leaves everything empty."""
    if not (file := source.read("consultation.yml", ConsultationFile, required=False)):
        return Consultation()
    written = file.content
    _themes_once(file, themes)
    extracts = []
    for id, extract in written.extracts.items():
        if extract.heading not in written.headings:
            told = f"la rubrique « {extract.heading} » n'existe pas ; possibles : {listed(tuple(written.headings))}."
            file.fault(told + did_you_mean(extract.heading, written.headings), "extraits", id, "rubrique")
        condition = file.condition(words, extract.condition, "extraits", id, "si")
        extracts.append(Extract(id, extract.heading, condition, extract.text, extract.points, extract.bases))
    criteria = tuple(
        Criterion(each.label, tuple(SubCriterion(part.label, part.themes) for part in each.parts))
        for each in written.grid
    )
    secrets = written.secrets
    return Consultation(
        written.headings,
        tuple(extracts),
        criteria,
        Secrets(secrets.clause, secrets.text, secrets.columns) if secrets else Secrets(),
        written.introduction,
    )


def _themes_once(file: FrameFile[ConsultationFile], themes: tuple[str, ...]) -> None:
    """An answer is judged once: a theme stands under one sub-criterion."""
    seen: set[str] = set()
    for rank, criterion in enumerate(file.content.grid):
        for place, part in enumerate(criterion.parts):
            for theme in part.themes:
                path = ("grille", rank, "sous_criteres", place, "themes")
                if theme not in themes:
                    file.fault(f"le thème « {theme} » n'existe pas.{did_you_mean(theme, themes)}", *path)
                elif theme in seen:
                    file.fault(f"le thème « {theme} » est déjà sous un autre sous-critère", *path)
                seen.add(theme)
