"""*Beranda* and *Buku lain*: what lies where and what wants attention, and the way to every page."""
