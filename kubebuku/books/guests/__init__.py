"""Buku tamu: who came to see the group, what for, and what they left behind."""
