"""Buku kegiatan: what the group did, on which day, where, and who was in charge."""
