"""The same office without a window. Results on standard output, words for people on standard error."""
