"""A folder a book: its pages and what only they are made of."""
