"""Reading shares as people write them: 2, 2 %, 17,5 %, 17.5%. Exact, never a float."""

from __future__ import annotations

import re
from fractions import Fraction

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_

_WRITTEN = re.compile(r"(\d{1,4})(?:[,.](\d{1,6}))?\s*%?", re.ASCII)


class NotAPercent(RuleBroken):
    """Something else where a share belongs."""

    wrong = N_("“{found}” is not a share in per cent")
    remedy = N_("Write it with figures, for example 2 or 1,5.")

    found: str
    field: str | None


def read_percent(text: str, field: str | None = None) -> Fraction:
    """The share that is written, 6 % being 3/50; a comma or a point begins the decimals. Raises NotAPercent."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise NotAPercent(text.strip(), field)
    whole, part = found[1], found[2] or ""
    return Fraction(int(whole + part), 100 * 10 ** len(part))


def write_percent(share: Fraction) -> str:
    """The share as it is typed, all decimals kept: 3/200 is "1,5"; what has no end is written with six of them."""
    scaled = round(share * 100 * 10**6)
    whole, part = divmod(scaled, 10**6)
    return f"{whole},{part:06d}".rstrip("0").rstrip(",")
