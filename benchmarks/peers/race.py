"""The race: at each size, rounds in which every contestant draws the same document once, beside the floor."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from math import log
from statistics import median

from benchmarks.peers.check import check
from benchmarks.peers.content import content
from benchmarks.peers.contestant import Contestant, compressed, parts
from benchmarks.peers.plain import words

LIMIT = 60.0
"""Seconds beyond which a contestant is not run; what it would take is worked out from the sizes before."""
_BUDGET = 10.0
"""Seconds that one contestant may take at one size before it is left out of the rounds that remain."""
_BRIEF = 2.0
"""Seconds under which a round more, uncounted, costs nothing."""
_WARM_UP, _WARM_UPS = 2.0, 10
"""Seconds, and renderings at most, that each contestant is given before the first size: compilers of node need them."""
_FIRST_GUESS = 1.5
"""How time grows with size, as a power, while only one size is known."""
Measures = dict[tuple[str, int], list[float]]


@dataclass
class Race:
    """What was measured, by contestant and size: seconds of CPU, and ratios to the floor of the same round."""

    seconds: Measures = field(default_factory=dict)
    ratios: Measures = field(default_factory=dict)
    memory: dict[tuple[str, int], float] = field(default_factory=dict)
    floor: dict[int, list[float]] = field(default_factory=dict)

    def ratio(self, name: str, size: int) -> float | None:
        """Return the median of the ratios, or nothing for a contestant that was not run at this size."""
        found = self.ratios.get((name, size))
        return median(found) if found else None

    def predicted(self, name: str, size: int) -> float:
        """Return the seconds to be expected at a size, from the last two that were run; nothing known, nothing feared."""
        known = {at: median(found) for (who, at), found in self.seconds.items() if who == name}
        if not known or size in known:
            return known.get(size, 0.0)
        last = max(known)
        before = max((at for at in known if at < last), default=0)
        power = log(known[last] / known[before]) / log(last / before) if before else _FIRST_GUESS
        return known[last] * (size / last) ** max(power, 1.0)


def run(contestants: Sequence[Contestant], rounds: Mapping[int, int], warm_ups: int = _WARM_UPS) -> Race:
    """Run the race, sizes in increasing order; the first contestant is ours. MissingText when one of them loses text."""
    race = Race()
    ours, *others = contestants
    _warm_up(contestants, min(rounds), warm_ups)
    for size, turns in rounds.items():
        runners = [ours, *(each for each in others if race.predicted(each.name, size) < LIMIT)]
        # -- round 0 is not counted --
        for turn in range(turns + 1):
            asked = [each for each in runners if turn == 1 or each is ours or _quick(race, each, size, turn)]
            _round(race, asked, size, turn)
        race.memory |= {(each.name, size): each.memory() for each in runners if each.memory}
    return race


def _warm_up(contestants: Sequence[Contestant], size: int, times: int) -> None:
    document = content(size, 0)
    for each in contestants:
        data, spent = each.prepare(document), 0.0
        for _ in range(times):
            if spent < _WARM_UP:
                spent += each.make(data)[1]


def _quick(race: Race, contestant: Contestant, size: int, turn: int) -> bool:
    expected = race.predicted(contestant.name, size)
    return expected * (turn + 1) < _BUDGET if turn else expected < _BRIEF


def _round(race: Race, contestants: Sequence[Contestant], size: int, turn: int) -> None:
    document = content(size, turn)
    said = words(document) if turn == 1 else []
    floor = 0.0
    for each in contestants:
        made, seconds = each.make(each.prepare(document))
        if not floor:
            _, floor = compressed(parts(made))
        if turn:
            race.seconds.setdefault((each.name, size), []).append(seconds)
            race.ratios.setdefault((each.name, size), []).append(seconds / floor)
        if turn == 1:
            check(each.name, made, said)
    if turn:
        race.floor.setdefault(size, []).append(floor)
