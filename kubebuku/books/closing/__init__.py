"""Tutup buku: months and years closed, and opened again."""
