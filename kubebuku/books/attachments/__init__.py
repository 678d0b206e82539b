"""Photos and papers kept beside what is written."""
