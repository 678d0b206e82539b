"""Acts over several books, one transaction each: mending, opening, closing, and the group's own settings."""
