"""What stands in a table by its name and is imported when it is first asked for: pages, books, commands.

This is the one place where a module is found by name. The import rules read the tables too.
"""

from __future__ import annotations

import importlib
from types import ModuleType
from typing import Any


def module(dotted: str) -> ModuleType:
    """The module of that name."""
    return importlib.import_module(dotted)


def named(dotted: str) -> Any:
    """What `dotted` (``package.module:name``) names."""
    place, _colon, name = dotted.partition(":")
    return getattr(module(place), name)
