"""Records: text → frozen typed nouns, one file a kind. No I/O, no HTML, no references resolved."""
