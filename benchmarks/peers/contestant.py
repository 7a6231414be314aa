"""What a contestant is: a name, what it cannot do, how it takes its data, how it makes a file of them."""

import gc
import time
import zipfile
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from clausegen.document.nodes import Document

Result = TypeVar("Result")
Made = tuple[bytes, float]
"""A file, and the CPU seconds that it took."""


@dataclass(frozen=True)
class Contestant:
    """`prepare` is not timed: it gives the document in the form that the library wants."""

    name: str
    prepare: Callable[[Document], Any]
    make: Callable[[Any], Made]
    cannot: str = ""
    stop: Callable[[], object] = lambda: None
    memory: Callable[[], float] | None = None
    """The MB held so far by the process that it keeps, if it keeps one."""


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """Return what the work gives, and its CPU seconds; what others left behind is neither collected nor walked through."""
    gc.collect()
    gc.freeze()
    try:
        begin = time.process_time()
        result = work()
        return result, time.process_time() - begin
    finally:
        gc.unfreeze()


def parts(file: bytes) -> list[bytes]:
    """Return the parts of a Word file, uncompressed."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def compressed(contents: Iterable[bytes]) -> Made:
    """Compress at level 6, one by one: what no maker of Word files can do without, the floor of this race."""
    return timed(lambda: b"".join(zlib.compress(content, 6) for content in contents))


def peak(pid: int | str = "self") -> float:
    """Return the most memory that a process has held, in MB (Linux).

    `ru_maxrss` would count what the parent held when it forked.
    """
    status = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1.024e-3 for line in status if line.startswith("VmHWM"))
