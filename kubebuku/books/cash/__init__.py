"""Buku kas: money in its boxes, what people owe the group and are owed by it, and what was counted."""
