"""Entries of any kind: written by hand, found again while another is written, named."""
