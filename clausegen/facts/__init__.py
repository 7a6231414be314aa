"""What we know of the contract: questions, typed answers, conditions upon them, dated thresholds."""
