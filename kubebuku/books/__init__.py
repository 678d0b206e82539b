"""The books, a folder each. Books never import one another; acts over several books live in `acts`."""
