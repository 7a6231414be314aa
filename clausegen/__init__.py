"""Clauses for French public contracts, from a buyer's answers to Word annexes. Read `pipeline.py` first."""

__version__ = "0.1.0"
