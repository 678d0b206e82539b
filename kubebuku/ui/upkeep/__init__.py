"""Is the book whole, closing, copies, the group and its choices, how the window looks."""
