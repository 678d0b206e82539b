"""The books, a folder each. Books of the same row never import one another; which may ask which stands in `pyproject.toml`."""
