"""The table of the race: times the floor at each size, growth, memory, and what each contestant cannot do."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from statistics import median

from benchmarks.measure import Table, ratio
from benchmarks.peers import in_python
from benchmarks.peers.alone import Alone, alone
from benchmarks.peers.content import content
from benchmarks.peers.contestant import Contestant
from benchmarks.peers.entered import OWN, entered, versions
from benchmarks.peers.race import LIMIT, Race, run

ROUNDS = {60: 7, 300: 4, 1500: 3, 5000: 2}
"""Clauses -> rounds."""
_FIRST_DRAWN = {60: 3, 300: 3, 1500: 1, 5000: 1}
"""Clauses -> processes in which ours draws its first document."""
_WEIGHED, _TOO_LONG_TO_WEIGH = 1500, 20.0
_GROWTH = ((60, 1500), (1500, 5000))
_NONE = "–"
_HOW = (
    "Le même contrat, une fois par tour et par concurrent, chacun à la suite de l'autre : titre, garde, sommaire, articles et alinéas "
    "numérotés par Word, points, tableaux, gras, renvois. Les clauses sont celles de la bibliothèque, puis des copies dont un mot long sur "
    "quatre change ; à chaque tour, les blancs reçoivent des valeurs que rien n'a encore imprimées. Modèles lus et données préparées "
    "d'avance, fichier rendu en mémoire, tous les mots retrouvés dans chaque fichier. L'unité est le plancher du même tour : compresser "
    "(zlib, niveau 6) les parties XML de notre fichier, soit {floors}. Médiane des rapports. « Premier document » : un processus neuf qui "
    "n'a jamais vu ces clauses, modèle chargé. Croissance : rapport à la grande taille divisé par le rapport à la petite ; 1,0 est une "
    "croissance linéaire. Un concurrent à qui il faudrait plus de {limit:.0f} s de calcul n'est pas lancé. Mémoire : le plus qu'un processus "
    "neuf a tenu à {weighed} clauses, données comprises ; pour ceux de npm, leur processus après tous ses tours. clausegen : {memory}. "
    "Le but : 2,0 au plus à 60 et à 1 500 clauses, devant tous, sous 250 Mo à 1 500. Versions : {versions}."
)


def measure() -> Table:
    with ExitStack() as stack:
        contestants, missing = entered()
        for each in contestants:
            stack.callback(each.stop)
        race = run(contestants, ROUNDS)
    first = {
        size: [alone(in_python.ours, [content(1, turn), content(size, turn)]) for turn in range(processes)]
        for size, processes in _FIRST_DRAWN.items()
    }
    for build, contestant in zip(OWN[1:], contestants[1:], strict=False):
        if race.predicted(contestant.name, _WEIGHED) < _TOO_LONG_TO_WEIGH:
            weighed = alone(build, [content(_WEIGHED, 0)])
            race.memory[contestant.name, _WEIGHED] = weighed.held
    return standings(contestants, race, first, missing)


def standings(
    contestants: Sequence[Contestant], race: Race, first: Mapping[int, Sequence[Alone]], missing: Sequence[str]
) -> Table:
    """Return the table: ours, then the others from the quickest, then the floor."""
    sizes = list(race.floor)
    ours, *others = contestants
    others.sort(key=lambda each: race.ratio(each.name, sizes[0]) or 0.0)
    drawn = {size: median(each.seconds / each.floor for each in found) for size, found in first.items()}
    held = {size: max(each.held for each in found) for size, found in first.items()}
    race.memory |= {(ours.name, size): megabytes for size, megabytes in held.items()}
    rows = [
        _row(
            ours.name,
            sizes,
            lambda size: race.ratio(ours.name, size),
            race.memory.get((ours.name, _WEIGHED)),
            ours.cannot,
        ),
        _row(f"{ours.name}, premier document", sizes, drawn.get),
        *(
            _row(
                each.name,
                sizes,
                lambda size, name=each.name: race.ratio(name, size),
                race.memory.get((each.name, _WEIGHED)),
                each.cannot,
            )
            for each in others
        ),
        _row("*plancher : zlib, niveau 6*", sizes, lambda size: 1.0),
    ]
    floors = ", ".join(f"{median(found) * 1000:.0f} ms pour {_thousands(size)}" for size, found in race.floor.items())
    memory = ", ".join(f"{megabytes:.0f} Mo à {_thousands(size)}" for size, megabytes in held.items())
    how = _HOW.format(floors=floors, limit=LIMIT, weighed=_thousands(_WEIGHED), memory=memory, versions=versions())
    growth = [f"{_thousands(small)} → {_thousands(large)}" for small, large in _growths(sizes)]
    return Table(
        "Un document Word, face aux autres générateurs",
        " ".join([how, *missing]),
        ["fois le plancher, clauses :", *map(_thousands, sizes), *growth, "Mo", "ne fait pas"],
        rows,
        remarks=True,
    )


def _row(
    name: str, sizes: Sequence[int], at: Callable[[int], float | None], memory: float | None = None, cannot: str = ""
) -> list[str]:
    found = {size: at(size) for size in sizes}
    shown = [ratio(value, 1) if value else f"> {LIMIT:.0f} s" for value in found.values()]
    growth = [
        ratio(large, small) if (large := found[big]) and (small := found[little]) else _NONE
        for little, big in _growths(sizes)
    ]
    return [name, *shown, *growth, f"{memory:.0f}" if memory else _NONE, cannot or _NONE]


def _growths(sizes: Sequence[int]) -> list[tuple[int, int]]:
    return [(little, big) for little, big in _GROWTH if little in sizes and big in sizes]


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", " ")
