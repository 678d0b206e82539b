"""The group's own facts: who it is, its businesses, accounts, choices and decisions."""
