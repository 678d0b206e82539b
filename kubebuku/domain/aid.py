"""Aid programmes: what kinds there are, and on which account each stands (accounting.md 8)."""

from __future__ import annotations

from enum import Enum

from kubebuku.domain.accounts import AID_CAPITAL, OUTSIDE_LOAN, REVOLVING_AID
from kubebuku.domain.text import PN_


class AidKind(Enum):
    """A grant stays with the group, a loan is paid back, revolving aid is passed on."""

    GRANT = "grant"
    LOAN = "loan"
    REVOLVING = "revolving"

    @property
    def account(self) -> str:
        """The code it is credited on when it comes: 3110, 2201 or 2140 (accounting.md 8)."""
        return {AidKind.GRANT: AID_CAPITAL, AidKind.LOAN: OUTSIDE_LOAN, AidKind.REVOLVING: REVOLVING_AID}[self]


#: The answers as a form offers them.
AID_KIND_CHOICES = (
    (AidKind.GRANT, PN_("aid", "grant, it stays with the group")),
    (AidKind.LOAN, PN_("aid", "loan, it is paid back")),
    (AidKind.REVOLVING, PN_("aid", "revolving, it is passed on")),
)


class AidRole(Enum):
    """What an entry does with an aid: it came, it was spent, it went on to another group, it went back to the giver."""

    RECEIVED = "received"
    USED = "used"
    PASSED_ON = "passed_on"
    RETURNED = "returned"
