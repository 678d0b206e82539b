"""Where the frozen programs begin."""

from __future__ import annotations

import sys

from kubebuku.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
