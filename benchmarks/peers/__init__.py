"""Word generation against every other way of doing it: same content, one run, round-robin, ratios to bare compression."""
