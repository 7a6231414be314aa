"""Documents become bytes: Word, Excel, HTML, plain text, and the folder or archive that holds them."""
