"""Double entry in one database: the only place where a posting is written, and where everything else is read back from."""
