"""What the proof and the checks answer: a name, and what was found."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger.troubles import cause_of, disk_trouble

#: A damaged book can break a rule a thousand times; the first few tell enough.
MOST_FOUND = 10
#: What reading damaged rows may raise.
_STUMBLES: tuple[type[Exception], ...] = (sqlite3.Error, ArithmeticError, LookupError, TypeError, ValueError, RuleBroken)


@dataclass(frozen=True, slots=True)
class Finding:
    """One part of the proof or one check: its stable name and what was found where it does not hold, at most a few lines."""

    name: str
    found: tuple[Sentence | str, ...] = ()

    @property
    def ok(self) -> bool:
        """True where nothing was found."""
        return not self.found


def finding(name: str, look: Callable[[], Iterable[Sentence | str]], stumbles: tuple[type[Exception], ...] = ()) -> Finding:
    """What `look` finds, cut after a few lines; that it stumbles over damaged rows, also by `stumbles`, is a finding too.

    Disk troubles other than damage, and a read that was stopped, pass through.
    """
    found: list[Sentence | str] = []
    try:
        for line in look():
            if len(found) == MOST_FOUND:
                found.append(Sentence(N_("And more of the same.")))
                break
            found.append(line)
    except _STUMBLES + stumbles as error:
        cause = cause_of(error)
        if disk_trouble(cause) not in (None, "damaged") or getattr(cause, "sqlite_errorcode", None) == sqlite3.SQLITE_INTERRUPT:
            raise
        found.append(Sentence(N_("The file is damaged: {what}."), {"what": str(cause)}))
    return Finding(name, tuple(found))
