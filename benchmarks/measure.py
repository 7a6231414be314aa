"""Measure CPU, not the clock: other programs on the machine then change little. Medians over rounds, as ratios."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median
from typing import TypeVar

Result = TypeVar("Result")


@dataclass(frozen=True)
class Table:
    """A table of results, ready to print: a title, what was compared with what, rows of text."""

    title: str
    how: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]
    remarks: bool = False
    """The last column holds words, not figures."""

    def markdown(self) -> str:
        figures = len(self.header) - 1 - self.remarks
        lines = [self.header, ["---", *["---:"] * figures, *["---"] * self.remarks], *self.rows]
        return f"## {self.title}\n\n{self.how}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


class Stopwatch:
    """Adds up the CPU seconds of this process, stage by stage and round by round."""

    def __init__(self) -> None:
        self.seconds: dict[str, list[float]] = {}

    def run(self, stage: str, work: Callable[[], Result]) -> Result:
        begin = time.process_time()
        result = work()
        self.seconds.setdefault(stage, []).append(time.process_time() - begin)
        return result

    def median(self, stage: str) -> float:
        return median(self.seconds[stage])


def ratio(value: float, unit: float) -> str:
    """Return how many times `unit` goes into `value`, with two significant figures, the French way.

    >>> ratio(0.5, 0.2), ratio(30, 0.2), ratio(0.001, 0.2)
    ('2,5', '150', '0,005')
    """
    times = value / unit
    if times >= 10:
        return f"{times:.0f}"
    return (f"{times:.1f}" if times >= 1 else f"{times:.2g}").replace(".", ",")
