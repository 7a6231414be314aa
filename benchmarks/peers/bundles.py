"""From facts to the complete bundle: the real library, three examples, another dossier at each round."""

from collections.abc import Mapping
from datetime import date
from statistics import median

from benchmarks.measure import Table, ratio
from benchmarks.peers.contestant import compressed, timed
from benchmarks.stages import unzipped
from clausegen import memory, paths
from clausegen.delivery import bundle_files
from clausegen.dossier.dossier import GENERAL, Dossier, load_dossier
from clausegen.library.library import ClauseLibrary
from clausegen.library.reader import read_library
from clausegen.pipeline import Draft, Understood, compose_draft, understand
from clausegen.renderers.bundle import zip_bundle

EXAMPLES = ("concession-eau-metropole", "mgp-eclairage-commune", "partenariat-innovation-plateforme")
ROUNDS = 7
_TODAY = date(2026, 11, 22)
_SENTENCE = 25
"""Characters from which a value is a sentence, to which words can be added."""


def measure() -> Table:
    library = read_library(paths.clauses()).sound()
    memory.settle()  # -- as the command line and the app do --
    return Table(
        "Des réponses au lot complet",
        "Bibliothèque livrée, chargée ; dossier lu et compris. Sont comptés le choix des clauses, la composition, tous les fichiers et leur "
        "ZIP. L'unité est le plancher du même tour : compresser (zlib, niveau 6) toutes les parties de tous les fichiers. Médiane de "
        f"{ROUNDS} tours, après un premier qui n'est pas compté ; à chacun, un autre titre, d'autres valeurs dans les blancs.",
        ["fois le plancher", "clauses", "fichiers", "Mo", "choisir, composer", "fichiers et ZIP", "total"],
        [_row(example, library) for example in EXAMPLES],
    )


def _row(example: str, library: ClauseLibrary) -> list[str]:
    dossier = load_dossier(paths.examples() / f"{example}.yml")
    rounds = [_round(another(dossier, turn), library) for turn in range(ROUNDS + 1)][1:]
    clauses, files, weight = rounds[-1][0]
    composed, delivered = (median(times[rank] / times[2] for _, times in rounds) for rank in (0, 1))
    total = median((times[0] + times[1]) / times[2] for _, times in rounds)
    shown = [str(clauses), str(files), f"{weight / 1e6:.1f}".replace(".", ",")]
    return [example, *shown, *(ratio(each, 1) for each in (composed, delivered, total))]


def _round(dossier: Dossier, library: ClauseLibrary) -> tuple[tuple[int, int, int], tuple[float, float, float]]:
    """Return what was made (clauses, files, bytes uncompressed), and the seconds of composing, delivering, compressing."""
    understood = understand(dossier, library, _TODAY)
    if understood.problems:
        raise ValueError(understood.problems)
    draft, composing = timed(lambda: _composed(dossier, understood, library))
    files, delivering = timed(lambda: _delivered(draft))
    pieces = unzipped(files)
    _, floor = compressed(pieces)
    return (len(draft.selection.retained), len(files), sum(map(len, pieces))), (composing, delivering, floor)


def _composed(dossier: Dossier, understood: Understood, library: ClauseLibrary) -> Draft:
    return compose_draft(dossier, understood, library)


def _delivered(draft: Draft) -> Mapping[str, bytes]:
    files = bundle_files(draft)
    zip_bundle(files)
    return files


def another(dossier: Dossier, turn: int) -> Dossier:
    """Return the same dossier under another title, its sentences a little different."""

    def said(value: object) -> object:
        if isinstance(value, list | tuple):
            return type(value)(map(said, value))
        is_sentence = isinstance(value, str) and len(value) > _SENTENCE and " " in value
        return f"{value} (essai {turn})" if is_sentence else value

    values = {owner: {name: said(value) for name, value in given.items()} for owner, given in dossier.values.items()}
    values[GENERAL] = {**values.get(GENERAL, {}), "reference": f"ESSAI-{turn:04d}"}
    return dossier.model_copy(update={"title": f"{dossier.title} – essai {turn}", "values": values})
