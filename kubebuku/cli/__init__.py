"""The same office without a window (DESIGN 6). Results on standard output, words for people on standard error."""
