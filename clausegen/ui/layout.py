"""Put things side by side, as many as the eye can compare."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

Item = TypeVar("Item")
_ABREAST = 3


def side_by_side(items: Sequence[Item]) -> Iterator[tuple[DeltaGenerator, Item]]:
    """Yield each item with its column: three abreast at most, four two by two."""
    width = 2 if len(items) == 4 else min(len(items), _ABREAST)
    for start in range(0, len(items), width):
        yield from zip(st.columns(width), items[start : start + width], strict=False)
