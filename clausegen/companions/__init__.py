"""What goes with the annexes: tables, sheets to fill in, notes. Each is made from the same rows as the texts."""
