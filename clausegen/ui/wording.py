"""Every sentence that the pages say, except those that the clauses and the engine write."""

NBSP = "\u00a0"

# -- pages ------------------------------------------------------------------------------------------------------

DOSSIERS = "Mes dossiers"
QUESTIONS = "Questions"
CLAUSES = "Clauses"
BLANKS = "Blancs"
PREVIEW = "Aperçu"
CHECK = "Vérifier"
EXPORT = "Exporter"
LIBRARY = "Bibliothèque"

# -- list of dossiers -------------------------------------------------------------------------------------------

WELCOME = (
    "Répondez à quelques questions sur votre contrat : les clauses qui lui conviennent sont choisies, expliquées, puis "
    "réunies dans des annexes Word prêtes à relire."
)
NEW = "Nouveau dossier"
YOUR_DOSSIERS = "Vos dossiers"
EMPTY = "Aucun dossier. Créez-en un, ou ouvrez un exemple."
EXAMPLES_TITLE = "Exemples prêts à ouvrir"
EXAMPLES_HELP = "Un exemple s'ouvre comme un dossier à vous : changez ses réponses, exportez-le, supprimez-le."
OPEN_EXAMPLE = "Ouvrir cet exemple"
OPEN = "Ouvrir"
MORE = "Autres actions"
DUPLICATE = "Dupliquer"
DELETE = "Supprimer"
UNDO = "Annuler la suppression"
FIND = "Chercher un dossier par son titre"
NO_TYPE = "Type de contrat à choisir"
ANSWERS = ("réponse", "réponses")
IMPORT = "Importer un dossier (JSON ou YAML)"
IMPORT_LABEL = "Fichier du dossier"
IMPORT_BUTTON = "Importer ce fichier"
TOO_BIG = "Le fichier est trop gros : un million d'octets au plus sont acceptés."
NOT_UTF8 = "Le fichier n'est pas un texte en UTF-8. Choisissez un dossier exporté d'ici, ou un fichier YAML enregistré en UTF-8."
LOCAL_USER = "utilisateur local"


def details(contract: str, answers: str, modified: str, author: str) -> str:
    return f"{contract} · {answers} · modifié {modified} par {author}"


def more_dossiers(number: int) -> str:
    return f"{number} autres dossiers : cherchez-les par leur titre."


def deleted(title: str) -> str:
    return f"Le dossier « {title} » est supprimé."


# -- header -----------------------------------------------------------------------------------------------------

NO_DOSSIER = "Aucun dossier n'est ouvert."
GO_TO_DOSSIERS = "Aller à la liste des dossiers"
RENAME = "Renommer"
TITLE_LABEL = "Nom du dossier"
TITLE_EXAMPLE = "Par exemple : Concession d'eau potable, Valbrume"
OBLIGATORY = ("obligatoire", "obligatoires")
RECOMMENDED = ("recommandée", "recommandées")
WAITING = ("en attente", "en attente")


def answered(done: int, total: int) -> str:
    return f"{done} sur {total} réponses"


def saved(moment: str) -> str:
    return f"Enregistré {moment}"


def unsaved(message: str) -> str:
    return f"Non enregistré : {message} Ce que vous avez tapé reste affiché tant que cette page est ouverte."


def came(titles: list[str]) -> str:
    return f"Votre dernière réponse ajoute {', '.join(titles)}."


def went(titles: list[str]) -> str:
    return f"Elle retire {', '.join(titles)}."


def others(number: int) -> str:
    return f"{number} autres" if number > 1 else "une autre"


# -- questions --------------------------------------------------------------------------------------------------

UNKNOWN = "Je ne sais pas"
YES = "Oui"
NO = "Non"
CHOOSE = "Choisissez une réponse"
WHY_ASKED = "Aide : pourquoi cette question ?"
EXAMPLES = {
    "montant": "Par exemple : 12,5 M€ ou 1 234 567,89",
    "date": "Par exemple : 15/03/2027",
    "entier": "Par exemple : 12 000",
    "nombre": "Par exemple : 7,5",
}
STEPS = "Étapes"
PREVIOUS = "Précédent"
NEXT = "Enregistrer et continuer"
SEE_CLAUSES = "Voir les clauses retenues"
TYPE_FIRST = "Choisissez le type de contrat : les autres questions en dépendent."
NO_QUESTION = "Le questionnaire ne peut pas être lu : corrigez d'abord le fichier clauses/questionnaire.yml."
GENERAL = "Données du contrat"
GENERAL_HELP = "Elles sont imprimées sur la page de garde des annexes. Aucune n'est obligatoire pour continuer."


def understood(shown: str) -> str:
    return f"Compris : {shown}"


def stepper(rank: int, total: int, following: str) -> str:
    return f"Étape {rank} sur {total} · Étape suivante : {following}"


def step(rank: int, title: str, done: int, total: int) -> str:
    return f"{rank}. {title} ({'fait' if done == total else f'{done}/{total}'})"


def decides(number: int, all: int) -> str:
    if number == 0:
        return "Cette réponse décide du choix des annexes à imprimer."
    if number == all:
        return f"Cette réponse décide des {number} clauses qui conviennent à ce contrat."
    if number == 1:
        return "Cette réponse décide d'une clause, de sa rédaction ou de ses alinéas :"
    return f"Cette réponse décide de {number} clauses, de leur rédaction ou de leurs alinéas :"


# -- blanks -----------------------------------------------------------------------------------------------------

BACK_TO_DEFAULT = "Revenir à la valeur proposée"
ONE_PER_LINE = "Un élément par ligne."
DEFAULT_USED = "Laissé vide, c'est la valeur proposée qui est imprimée."


def proposed(shown: str) -> str:
    return f"Proposé : {shown}"


def between(low: str, high: str) -> str:
    return f"Entre {low} et {high}."


def at_least(low: str) -> str:
    return f"Au moins {low}."


def at_most(high: str) -> str:
    return f"Au plus {high}."


# -- library ----------------------------------------------------------------------------------------------------

LIBRARY_PROBLEMS_HELP = (
    "L'application fonctionne avec les autres clauses. Chaque ligne dit le fichier, la ligne et ce qu'il faut corriger."
)


def library_problems(number: int) -> str:
    return f"La bibliothèque contient {number} anomalies" if number > 1 else "La bibliothèque contient une anomalie"


CONTRACTS = "Contrats"
EXCLUDED_IF = "Exclue si"
OBLIGATORY_IF = "Obligatoire si"
RECOMMENDED_IF = "Recommandée si"
POSSIBLE_IF = "Possible si"
DUTY = "Ce que dit la loi"
HEAVY = "Petit contrat"
HEAVY_MEANS = "dans un dossier compact, la clause recommandée devient facultative"
REQUIRES = "Requiert"
EXCLUDES = "Incompatible avec"
RECOMMENDATIONS = "Étude de 2021, recommandations"
WHEN = "Quand elle s'applique"
WHEN_HEADER = ("Règle", "En toutes lettres")
TEXT = "Texte"
VARIANTS = "Rédactions, côte à côte"
BASIS = "Fondement"
BUYER_NOTES = "À savoir pour l'acheteur"
MOTIVES = "Motifs"
FOR_BUYER = "Pour l'acheteur"
FOR_OPERATOR = "Pour l'opérateur"
BY_DEFAULT = "Rédaction par défaut."
DELIVERABLES = "Livrables"
DELIVERABLES_HEADER = ("Quoi", "Qui", "Quand", "Preuve ou format")
DEBTORS = {"operateur": "l'opérateur", "acheteur": "l'acheteur", "parties": "les deux parties"}
INDICATORS = "Indicateurs"
INDICATORS_HEADER = ("Ce qui est mesuré", "Cible", "Alinéa")
BLANKS_HEADER = ("À compléter", "Valeur proposée")
CASES = "Cas de contrôle"
CASES_HEADER = ("Cas", "Réponses", "Attendu")
EXPECTED = {
    "obligatoire": "obligatoire",
    "recommandee": "recommandée",
    "facultative": "facultative",
    "possible": "facultative",
    "exclue": "exclue",
    "sans_objet": "sans objet",
    "ecartee": "non retenue",
    "retenue": "retenue",
    "en_attente": "en attente",
}
SEARCH = "Chercher dans les clauses"
SEARCH_EXAMPLE = "Par exemple : réversibilité, sous-traitant, L. 3131-2"
THEME = "Thème"
CONTRACT = "Type de contrat"
CONFIDENCE = "Confiance dans le fondement"
ANY = "Tous"
FOUND = ("clause trouvée", "clauses trouvées")
NOTHING_FOUND = "Aucune clause ne répond à tous ces critères. Retirez un mot ou un filtre."
MORE_CLAUSES = "Afficher plus de clauses"
BACK_TO_LIBRARY = "Toutes les clauses"


def library_size(clauses: int, references: int) -> str:
    return (
        f"{clauses} clauses et {references} références juridiques, à lire sans ouvrir de dossier. Chaque fiche donne le texte, ses "
        "rédactions, les conditions en toutes lettres, les fondements et jusqu'où ils ont été lus."
    )


def no_such_clause(id: str) -> str:
    return f"La clause « {id[:60]} » n'existe pas dans la bibliothèque."


def in_annex(annex: str, section: str, variants: int) -> str:
    wordings = f" · {variants} rédactions" if variants > 1 else ""
    return f"{annex} · {section}{wordings}"


def written_in(path: str) -> str:
    return f"Fichier : {path}"


def taken_if(condition: str) -> str:
    return f"Retenue si {condition}."


def either(titles: list[str]) -> str:
    return " ou ".join(f"« {title} »" for title in titles)


def paragraph(number: int | None) -> str:
    return f"l'alinéa {number}"


def beside(title: str) -> str:
    return f"avec « {title} »"


def optional_paragraph(condition: str) -> str:
    return f"[Alinéa facultatif : {condition}] " if condition else "[Alinéa facultatif] "


# -- basis ------------------------------------------------------------------------------------------------------

NO_BASIS = "Sans texte qui l'impose : stipulation contractuelle."
TITLED = "Intitulé"
OBLIGES = "Ce qu'il impose"
APPLIES = "Condition"
IN_FORCE = "En vigueur depuis"
VERSION = "Version du"
READING = "Lecture"
SOURCE = "Source"


def based_on(citations: list[str]) -> str:
    return f"Fondement : {' ; '.join(citations)}"


# -- retained clauses -------------------------------------------------------------------------------------------

CLAUSES_TITLE = "Clauses de ce contrat"
VIEWS = "Clauses à voir"
VIEW_HELP = {
    "retenues": "Elles seront imprimées, dans cet ordre. Chacune dit pourquoi elle est là et sur quoi elle se fonde.",
    "attente": "Une réponse manque pour décider de ces clauses.",
    "possibles": "Facultatives : ajoutez celles qui vous sont utiles.",
    "ecartees": "Clauses obligatoires ou recommandées qui ne seront pas imprimées.",
    "sans-objet": "Elles ne concernent pas ce contrat, d'après vos réponses.",
}
_VIEWS = {
    "retenues": "Retenues",
    "attente": "En attente",
    "possibles": "À ajouter",
    "ecartees": "Écartées",
    "sans-objet": "Sans objet",
}
NOTHING_HERE = "Aucune clause dans cette liste."
WHICH_ANNEX = "Annexe"
OUT_HEADER = ("Clause", "Niveau", "Pourquoi")
BACK_TO_CLAUSES = "Toutes les clauses du contrat"
PRINTED_TEXT = "Texte imprimé"
FILL_BLANKS = "Remplir les blancs de cette clause"
SEE_SHEET = "Voir la fiche complète dans la bibliothèque"
ADD = "Ajouter cette clause"
TAKE_OUT = "Retirer cette clause ajoutée"
RESTORE = "Rétablir cette clause"
SET_ASIDE = "Écarter cette clause"
SET_ASIDE_HELP = "Cette clause est recommandée : vous pouvez l'écarter. Un motif aide à justifier ce choix."
SET_ASIDE_OBLIGATORY = (
    "Cette clause est obligatoire : pour l'écarter, écrivez le motif, qui figurera dans la note de justification."
)
REASON = "Motif"
TAKEN = "Rédaction retenue"
TAKE_VARIANT = "Choisir cette rédaction"
BACK_TO_VARIANT = "Revenir à la rédaction proposée"


def counted_view(name: str, number: int) -> str:
    return f"{_VIEWS[name]} ({number})"


def annex(number: int, title: str, clauses: int) -> str:
    return f"Annexe {number} – {title} ({clauses} clauses)"


def answer_to(question: str) -> str:
    return f"Répondre : {question}"


# -- blanks page ------------------------------------------------------------------------------------------------

BLANKS_TITLE = "Blancs à remplir"
WHICH_BLANKS = "Blancs à voir"
TO_FILL_HELP = (
    "Aucune valeur n'est proposée pour ces blancs : s'ils restent vides, les annexes les signalent « à compléter »."
)
PROPOSED_HELP = "Une valeur est proposée partout. Gardez-la, ou tapez la vôtre."


def to_fill(number: int) -> str:
    return f"À remplir par vous ({number} encore vides)" if number else "À remplir par vous (tout est rempli)"


def annex_blanks(number: int, title: str, blanks: int) -> str:
    return f"Annexe {number} – {title} ({blanks} valeurs proposées)"


def clause_in_annex(title: str, article: str, annex: int) -> str:
    return f"{title} (article {article}, annexe {annex})"


# -- preview ----------------------------------------------------------------------------------------------------

PREVIEW_TITLE = "Aperçu des annexes"
WHICH_DOCUMENT = "Document"
NO_ANNEX = "Aucune clause n'est encore retenue : répondez à quelques questions."
PREVIEW_HELP = "Le texte tel qu'il sera imprimé. Ce qui reste à compléter est surligné."

# -- check ------------------------------------------------------------------------------------------------------

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
    return f"Rédaction « {label} »."


def reason(text: str) -> str:
    return f"Motif : {text}"


def problems(number: int) -> str:
    return f"{number} réponses ne sont pas comprises." if number > 1 else "Une réponse n'est pas comprise."


# -- export -----------------------------------------------------------------------------------------------------

EXPORT_TITLE = "Exporter les annexes"
COMPLETE = "Rien ne manque : les annexes sont prêtes à relire."
DRAFT = "Il manque quelque chose : l'export se fait quand même, et chaque page porte la mention PROJET."
GAPS = "Blancs encore vides"
STILL_WAITING = "Clauses qui attendent une réponse"
ASIDE = "Clauses obligatoires écartées"
FILL = "Remplir"
ANSWER = "Répondre"
SEE = "Voir"
DOWNLOAD_ZIP = "Télécharger le dossier (ZIP)"
ONE_BY_ONE = "Ou document par document"
WORKBOOKS = {
    "obligations-et-livrables": "Obligations et livrables (tableur)",
    "inventaire-des-donnees": "Inventaire des données (tableur)",
}
DOWNLOAD_JSON = "Le dossier, pour le reprendre plus tard (JSON)"
WHOLE_DOSSIER = "dossier complet"


def zip_content(annexes: int, law_date: str, library: str) -> str:
    return (
        f"{annexes} annexes Word, la note de justification, les tableurs et le dossier. Droit applicable au {law_date}, "
        f"bibliothèque {library}."
    )
