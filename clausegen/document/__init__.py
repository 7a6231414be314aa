"""What a document is, with no idea of Word."""
