"""What pages of several books are made of."""
