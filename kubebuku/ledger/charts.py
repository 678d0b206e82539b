"""The chart of accounts as it comes with the program."""

from __future__ import annotations

from functools import cache

from kubebuku import resources
from kubebuku.domain.accounts import Chart, read_chart


@cache
def shipped_chart() -> Chart:
    """Every account of a new book, with its names."""
    return read_chart(resources.read_text("charts", "kube.toml"))
