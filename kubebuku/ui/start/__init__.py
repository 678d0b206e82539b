"""No book yet, a new one, and how it begins."""
