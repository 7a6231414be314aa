"""Seed faults in the rules of the clauses and count those that the cases, the checks and the proofs stop: `python -m benchmarks mutants`."""

import random
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from benchmarks.explanations import explanation
from benchmarks.faults import Fault, Mutant, faults
from benchmarks.measure import Table
from benchmarks.nets import Nets
from clausegen import paths
from clausegen.library.reader import read_library

SEED = 2026
AS_OF = date(2026, 11, 22)
RESULTS = Path(__file__).with_name("MUTANTS.md")
WANTED: Mapping[Fault, int] = {
    Fault.DROPPED: 60,
    Fault.FLIPPED: 45,
    Fault.MOVED: 45,
    Fault.THRESHOLD: 16,
    Fault.ANSWERS: 45,
    Fault.TYPES: 35,
    Fault.LEVEL: 40,
    Fault.REQUIRES: 30,
    Fault.EXCLUDES: 3,
    Fault.WIDENED: 35,
    Fault.BARRED: 21,
    Fault.PARAGRAPH: 45,
    Fault.TRIGGER: 30,
}
"""How many of each kind, or as many as there are."""


@dataclass(frozen=True)
class Outcome:
    """A mutant, and the net that stopped it: none for a survivor."""

    mutant: Mutant
    caught: str


@dataclass(frozen=True)
class Run:
    """What came of the faults drawn with one seed."""

    seed: int
    outcomes: Sequence[Outcome]
    equivalent: Sequence[Mutant]

    @property
    def survivors(self) -> list[Mutant]:
        return [outcome.mutant for outcome in self.outcomes if not outcome.caught]

    @property
    def share(self) -> float:
        """Percentage of the faults that were caught."""
        return 100 * (1 - len(self.survivors) / len(self.outcomes))


def drawn(mutants: Sequence[Mutant], rng: random.Random) -> Iterator[Mutant]:
    """Yield the mutants of one kind in a random order, those of the subjects drawn least coming first."""
    left = {mutant.id: mutant for mutant in mutants}
    used: Counter[str] = Counter()
    while left:
        least = min(used[mutant.subject] for mutant in left.values())
        id = rng.choice([id for id, mutant in left.items() if used[mutant.subject] == least])
        mutant = left.pop(id)
        used[mutant.subject] += 1
        yield mutant


def run(nets: Nets, seed: int, wanted: Mapping[Fault, int] = WANTED) -> Run:
    """Return what the nets do of the faults drawn; an equivalent one is counted apart and another is drawn."""
    rng = random.Random(seed)
    pool = list(faults(nets.library))
    outcomes: list[Outcome] = []
    equivalent: list[Mutant] = []
    for fault, count in wanted.items():
        caught = 0
        for mutant in drawn([each for each in pool if each.fault is fault], rng):
            if caught == count:
                break
            if nets.equivalent(mutant):
                equivalent.append(mutant)
            else:
                outcomes.append(Outcome(mutant, nets.catch(mutant)))
                caught += 1
    return Run(seed, outcomes, equivalent)


def measure() -> Table:
    """Run the faults of SEED, write the page of results, and return its table."""
    reading = read_library(paths.clauses())
    begin = time.process_time()
    found = run(Nets(reading.sound(), reading.cases, AS_OF), SEED)
    table = _table(found)
    RESULTS.write_text(_page(found, table, (time.process_time() - begin) / 60), "utf-8")
    return table


def _table(found: Run) -> Table:
    nets = list(dict.fromkeys(outcome.caught for outcome in found.outcomes if outcome.caught))
    rows = [_row(str(fault), [o for o in found.outcomes if o.mutant.fault is fault], nets) for fault in Fault]
    rows.append(_row("**toutes**", found.outcomes, nets))
    return Table(
        "Fautes semées dans les règles",
        f"{len(found.outcomes)} fautes, une à la fois, dans {len({o.mutant.subject for o in found.outcomes})} clauses, seuils et obligations "
        f"légales (graine {found.seed}) ; chacune est comptée au premier filet qui l'arrête, dans l'ordre des colonnes : les cas de la "
        "clause, les vérifications, puis les preuves. "
        f"{len(found.equivalent)} autres changements, tirés et comptés à part, ne sont pas des fautes : z3 prouve qu'aucun contrat complet "
        "n'en décide, n'en rédige ni n'en imprime rien autrement.",
        ["faute", "semées", *nets, "arrêtées", "part"],
        rows,
    )


def _row(name: str, outcomes: Sequence[Outcome], nets: Sequence[str]) -> list[str]:
    by = Counter(outcome.caught for outcome in outcomes)
    stopped = len(outcomes) - by[""]
    share = f"{100 * stopped / len(outcomes):.1f} %".replace(".", ",") if outcomes else "–"
    return [name, str(len(outcomes)), *(str(by[net] or "–") for net in nets), str(stopped), share]


def _page(found: Run, table: Table, minutes: float) -> str:
    share = f"{found.share:.1f}".replace(".", ",")
    head = (
        "# Ce qu'une faute dans les règles rencontre\n\n"
        f"`python -m benchmarks mutants` refait cette page ({minutes:.0f} min sur un cœur). Sur {len(found.outcomes)} fautes, "
        f"{len(found.outcomes) - len(found.survivors)} sont arrêtées : {share} %.\n\n"
        "Une faute change un seul mot des règles : une condition perdue, un « un » devenu « tous », un seuil décalé d'un habitant. "
        "Les cas sont ceux des juristes (`clausegen test`), les vérifications celles de `clausegen check`, les preuves celles de "
        "`clausegen prove`, au 22 novembre 2026. Une obligation légale mal nommée ne change aucun contrat : seule la preuve la voit.\n\n"
        "Les cas ont été complétés d'après des fautes de ces mêmes genres : ceux qu'un calcul a proposés figent ce que les règles décident "
        "aujourd'hui et se relisent par un juriste ; la part arrêtée mesure donc le filet, non la justesse du droit.\n"
    )
    alive = "".join(f"- `{mutant.id}`\n  {explanation(mutant)}\n" for mutant in found.survivors)
    return "\n".join([head, table.markdown(), "## Les fautes qui passent\n", alive or "Aucune.\n"])
