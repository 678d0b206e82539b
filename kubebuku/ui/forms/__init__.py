"""One form for any command: its page, its fields, what it offers, what it asks before saving, the ways out of a refusal."""
