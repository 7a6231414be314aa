"""Check that clauses name annexes, sections, legal references and recommendations that exist."""

from collections.abc import Iterator

from clausegen.errors import Problem, did_you_mean, listed
from clausegen.library.library import ClauseLibrary


def frame(library: ClauseLibrary) -> Iterator[Problem]:
    """L'annexe, la section, les fondements et les recommandations d'une clause existent."""
    annexes, registry = library.frame.plan.annexes, library.frame.registry
    for clause in library:
        if clause.annex not in annexes:
            yield Problem(
                clause.path,
                clause.line("annexe"),
                f"l'annexe « {clause.annex} » n'existe pas ; possibles : {listed(tuple(annexes))}.",
            )
        elif clause.section not in annexes[clause.annex].sections:
            sections = annexes[clause.annex].sections
            yield Problem(
                clause.path,
                clause.line("section"),
                f"la section « {clause.section} » n'existe pas dans l'annexe {clause.annex} ; possibles : {listed(sections)}."
                f"{did_you_mean(clause.section, sections)}",
            )
        for id in clause.bases:
            if id not in registry:
                yield Problem(
                    clause.path,
                    clause.line("fondements"),
                    f"la référence juridique « {id} » n'est pas dans le registre.{did_you_mean(id, registry.references)}"
                    " (Le registre est dans clauses/droit/.)",
                )
        for number in clause.recommendations:
            if library.frame.recommendations and number not in library.frame.recommendations:
                yield Problem(
                    clause.path,
                    clause.line("recommandations"),
                    f"la recommandation « {number} » n'est pas décrite dans recommandations.yml.",
                )
    asked = library.frame.questionnaire.questions.get("type_contrat")
    for type in asked.answers if asked else ():
        if type not in library.frame.contracts.by_type:
            yield Problem("clauses/contrats.yml", 0, f"le type de contrat « {type} » n'est pas décrit.")
    citing = [
        *(("glossaire.yml", f"le terme « {t.name} »", t.bases) for t in library.frame.glossary.terms.values()),
        *(("seuils.yml", f"le seuil « {t.name} »", t.bases) for t in library.frame.thresholds.by_name.values()),
        *(("alertes.yml", f"l'alerte « {w.id} »", w.bases) for w in library.frame.cautions.warnings),
        *(("rappels.yml", f"le rappel « {r.id} »", r.bases) for r in library.frame.cautions.reminders),
        *(("consultation.yml", f"l'extrait « {e.id} »", e.bases) for e in library.frame.consultation.extracts),
        *(("plafonds.yml", f"le plafond « {c.id} »", c.bases) for c in library.frame.cautions.ceilings),
    ]
    for file, named, bases in citing:
        for id in bases:
            if id not in registry:
                yield Problem(f"clauses/{file}", 0, f"{named} cite « {id} », qui n'est pas dans le registre juridique.")
