"""What one rendering holds and costs in a process that has drawn nothing before: `python -m benchmarks.peers.alone NAME FILE`."""

import json
import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.peers import in_python
from benchmarks.peers.contestant import Contestant, compressed, parts, peak
from clausegen.document.nodes import Document

_ROOT = Path(__file__).parents[2]


@dataclass(frozen=True)
class Alone:
    """The MB held at most, the seconds that the rendering took, those of the floor."""

    held: float
    seconds: float
    floor: float


def alone(build: Callable[[], Contestant], documents: Sequence[Document]) -> Alone:
    """Draw documents in a new process, the last one measured; those before it load the template.

    Their data, prepared, are read from a file: memory holds them, the work that made them is not there.
    """
    contestant = build()
    with TemporaryDirectory() as folder:
        path = Path(folder) / "data"
        path.write_bytes(pickle.dumps([contestant.prepare(document) for document in documents]))
        command = [sys.executable, "-m", "benchmarks.peers.alone", build.__name__, str(path)]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True, cwd=_ROOT)
    return Alone(**json.loads(done.stdout))


def _measured(name: str, path: Path) -> dict[str, float]:
    contestant = getattr(in_python, name)()
    *before, data = pickle.loads(path.read_bytes())
    for each in before:
        contestant.make(each)
    made, seconds = contestant.make(data)
    held = peak()
    return {"held": held, "seconds": seconds, "floor": compressed(parts(made))[1]}


if __name__ == "__main__":
    print(json.dumps(_measured(sys.argv[1], Path(sys.argv[2]))))
