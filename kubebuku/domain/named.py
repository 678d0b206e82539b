"""What stands in a table by its name and is imported when it is first asked for: pages, handlers, commands.

This is the one place where a module is found by name. The import rules read the tables too.
"""

from __future__ import annotations

import importlib
from typing import Any


def named(dotted: str) -> Any:
    """What `dotted` (``package.module:name``) names."""
    module, _colon, name = dotted.partition(":")
    return getattr(importlib.import_module(module), name)
