"""What the preview, the check and the export say."""

PREVIEW_TITLE = "Aperçu des annexes"
WHICH_DOCUMENT = "Document"
NO_ANNEX = "Aucune clause n'est encore retenue : répondez à quelques questions."
PREVIEW_HELP = "Le texte tel qu'il sera imprimé. Ce qui reste à compléter est surligné."

CHECK_TITLE = "Vérifier vos réponses"
ANSWERS_HEADER = ("Question", "Réponse")
CHOICES = "Vos choix sur les clauses"
CHOICES_HEADER = ("Clause", "Choix")
FILLED = "Blancs que vous avez remplis"
CHANGE = "Modifier"
MEND = "Corriger"
TO_MEND = "À corriger"
UNANSWERED = "Sans réponse"
EMPTY_VALUE = "Vide"
RETAINED_BY_CHOICE = "Ajoutée."
ASIDE_BY_CHOICE = "Écartée."
GO_EXPORT = "Aller à l'export"
GO_QUESTIONS = "Aller aux questions"


def chosen_variant(label: str) -> str:
    return f"Rédaction « {label} »."


def reason(text: str) -> str:
    return f"Motif : {text}"


def problems(number: int) -> str:
    return f"{number} réponses ne sont pas comprises." if number > 1 else "Une réponse n'est pas comprise."


EXPORT_TITLE = "Exporter les annexes"
COMPLETE = "Aucune réponse ni aucun blanc ne manque : les annexes sont prêtes à relire."
LEFT_OUT = (
    "Rien d'autre ne manque. Ce qui n'est pas compris est laissé de côté : corrigez-le avant d'envoyer ces annexes."
)
DRAFT = "Il manque quelque chose : l'export se fait quand même, et chaque page porte la mention PROJET."
BLOCKED = (
    "Un point bloque ces documents, dit en haut de la page : l'export se fait, et chaque page porte la mention PROJET."
)
OUT_OF_SCOPE = "Hors de l'avenant, ce que la loi impose aussi"
OUT_OF_SCOPE_HELP = (
    "Vérifiez que le contrat en cours contient déjà l'équivalent de ces clauses ; sinon, étendez l'avenant."
)
REMINDERS = "Contenus obligatoires du corps du contrat, hors de ces annexes"
REMINDERS_HELP = "Le corps du contrat ou le dossier porte ce qui suit ; ces annexes n'en dispensent pas. La liste n'est pas complète : elle rappelle ce que le registre a lu."
TO_CHECK = "À vérifier, une réponse manque :"
GAPS = "Blancs encore vides"
STILL_WAITING = "Clauses qui attendent une réponse"
ASIDE = "Clauses obligatoires écartées"
FILL = "Remplir"
ANSWER = "Répondre"
SEE = "Voir"
DOWNLOAD_ZIP = "Télécharger le dossier (ZIP)"
ONE_BY_ONE = "Ou document par document"
DOWNLOAD_JSON = "Le dossier, pour le reprendre plus tard (JSON)"
WHOLE_DOSSIER = "dossier complet"


def zip_content(annexes: int, law_date: str, library: str) -> str:
    return (
        f"{annexes} annexes Word, la note de justification, les tableurs et le dossier. Droit applicable au {law_date}, "
        f"bibliothèque {library}."
    )


def uncovered(themes: tuple[str, ...]) -> str:
    return f"La bibliothèque n'a encore aucune clause sur ces sujets, à traiter ailleurs dans le contrat : {' ; '.join(themes)}."
