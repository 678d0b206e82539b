"""Buku daftar pengurus dan anggota: members, outsiders, and who holds which office when."""
