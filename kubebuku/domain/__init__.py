"""Pure bookkeeping: values in, values out. Standard library only; no window, database, file or clock."""
