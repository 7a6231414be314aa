"""The names of the pages, and what stands above those of a dossier."""

DOSSIERS = "Mes dossiers"
QUESTIONS = "Questions"
CLAUSES = "Clauses"
CLAUSE = "Clause"
BLANKS = "Blancs"
PREVIEW = "Aperçu"
CHECK = "Vérifier"
EXPORT = "Exporter"
COVERAGE_MENU = "Étude de 2021"
LIBRARY = "Bibliothèque"
SHEET = "Fiche de clause"

NO_DOSSIER = "Aucun dossier n'est ouvert."
GO_TO_DOSSIERS = "Aller à la liste des dossiers"
RENAME = "Renommer"
TITLE_LABEL = "Nom du dossier"
TITLE_EXAMPLE = "Par exemple : Concession d'eau potable, Valbrume"
OBLIGATORY = ("obligatoire", "obligatoires")
RECOMMENDED = ("recommandée", "recommandées")
UNSAVED = "Une saisie n'est pas enregistrée"
WAITING = ("en attente", "en attente")


def answered(done: int, total: int) -> str:
    return f"{done} sur {total} réponses"


def saved(moment: str) -> str:
    return f"Enregistré {moment}"


def trouble(message: str) -> str:
    return f"Non enregistré : {message} Ce que vous tapez reste affiché, et sera enregistré dès que possible."


def movement(came: list[str], went: list[str]) -> str:
    parts = [f"ajoute {', '.join(came)}" if came else "", f"retire {', '.join(went)}" if went else ""]
    said = " et ".join(part for part in parts if part)
    return f"Votre dernier changement {said}." if said else ""


def others(number: int) -> str:
    return f"{number} autres" if number > 1 else "une autre"
