"""Lembar setoran: what members pay at a meeting, on one sheet, carried out through the books it belongs to."""
