"""A member leaves: savings against loans and other claims, the rest paid out, in one act."""
