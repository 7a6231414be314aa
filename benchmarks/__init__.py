"""How much work the product does, as ratios to work that anyone's machine can do: `python -m benchmarks`."""
