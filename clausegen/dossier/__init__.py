"""What we keep of a contract: the buyer's answers, choices and texts, in a file or in the store."""
