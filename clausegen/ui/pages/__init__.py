"""One module for each page; `render()` shows it."""
