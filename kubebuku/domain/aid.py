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
        """Where it is credited."""
        return {AidKind.GRANT: AID_CAPITAL, AidKind.LOAN: OUTSIDE_LOAN, AidKind.REVOLVING: REVOLVING_AID}[self]


#: The answers as a form offers them.
AID_KIND_CHOICES = (
    (AidKind.GRANT, PN_("aid", "grant, it stays with the group")),
    (AidKind.LOAN, PN_("aid", "loan, it is paid back")),
    (AidKind.REVOLVING, PN_("aid", "revolving, it is passed on")),
)


class AidRole(Enum):
    """What an entry does with an aid."""

    RECEIVED = "received"
    USED = "used"
    PASSED_ON = "passed_on"
    RETURNED = "returned"
