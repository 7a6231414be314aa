"""Why some faults pass every net: what is known of each, in French."""

from collections.abc import Mapping

from benchmarks.faults import Mutant

_KNOWN: Mapping[str, str] = {
    "n'exclut plus": (
        "Seule la sélection lit `exclut` ; un cas juge une clause seule, et une preuve ne réclame pas une exclusion que personne "
        "n'écrit ailleurs. Il faudrait une obligation « jamais l'une avec l'autre »."
    ),
    "ne requiert plus cadre-definitions": (
        "Les règles retiennent les définitions d'elles-mêmes ; seul l'acheteur qui les écarterait verrait la différence, et la preuve "
        "des termes définis ne porte pas sur ses choix."
    ),
    "ne requiert plus": "Le texte ne renvoie pas à la clause requise : rien d'imprimé ne tombe dans le vide si elle manque.",
    "exclue_si": (
        "Le changement ne touche qu'une rédaction que l'acheteur choisirait à la main ; un cas ne dit pas quelles rédactions lui sont "
        "interdites, et aucune obligation légale ne dit « jamais » de celle-ci."
    ),
    "vise ": "L'obligation est encore tenue par une autre de ses clauses, ou la nouvelle clause n'est jamais là où elle est interdite.",
}
"""Words of a mutant -> the reason; the first that are found."""


def explanation(mutant: Mutant) -> str:
    """Return why nothing stops the fault, « À expliquer. » when nobody has said it yet."""
    return next((why for words, why in _KNOWN.items() if words in mutant.told), "À expliquer.")
