"""The members' own savings: pokok, wajib, sukarela."""
