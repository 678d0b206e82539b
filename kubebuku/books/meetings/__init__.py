"""Rapat: invitation, attendance, minutes, numbered decisions, what is to be done, and fines for absence."""
