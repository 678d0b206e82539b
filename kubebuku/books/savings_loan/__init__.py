"""Simpan pinjam: the group's loans to members and neighbours, by its own lending rules."""
