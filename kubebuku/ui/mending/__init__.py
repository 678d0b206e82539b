"""Mending from any page: strike out, change, keep for later, and the story of a record."""
