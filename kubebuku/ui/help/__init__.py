"""F1 and the page of help."""
