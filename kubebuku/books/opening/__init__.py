"""A book is opened on its first day, with the rows of the books that begin with it."""
