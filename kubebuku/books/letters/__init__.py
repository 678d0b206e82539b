"""Buku surat masuk dan keluar: agenda numbers that begin at 1 each year and never shift."""
