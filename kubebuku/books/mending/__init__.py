"""Urungkan, Ubah, Koreksi bulan lalu; notes that wait; the story of an entry."""
