"""KubeBuku keeps the books of a Kelompok Usaha Bersama as views of one double-entry ledger."""

__version__ = "0.1.0"
