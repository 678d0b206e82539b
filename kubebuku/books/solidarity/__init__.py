"""IKS/UKS: dues of the members, what is set aside for the fund, and what it gives to those in need."""
