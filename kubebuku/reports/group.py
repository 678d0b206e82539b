"""Who the group is and who signs for it, as it stood on the last day of what is printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kubebuku.books.group import queries as acts
from kubebuku.books.members.queries import Members, Officers
from kubebuku.domain.text import N_
from kubebuku.i18n import _, long_date
from kubebuku.ledger import settings
from kubebuku.ledger.work import Reading
from kubebuku.reports.asking import ask
from kubebuku.reports.document import Letterhead, Party, Signatures

#: The three who sign, by the role under which the members book keeps their terms.
OFFICERS = (("ketua", N_("Chair")), ("sekretaris", N_("Secretary")), ("bendahara", N_("Treasurer")))


@dataclass(frozen=True, slots=True)
class Group:
    """The group as its papers name it. Texts are empty where nothing was written."""

    name: str
    address: str
    city: str
    phone: str
    founded: str
    business: str
    decree: str
    bank: str
    companion: str
    village_head: str
    village_head_nip: str
    village_head_signs: bool
    icon: str
    members: int
    #: names by role, as in `OFFICERS`
    officers: Mapping[str, str]

    @property
    def called(self) -> str:
        """Kube Hunafa Bersama."""
        return self.name if self.name.casefold().startswith("kube ") else f"Kube {self.name}"

    @property
    def letterhead(self) -> Letterhead:
        """The kop."""
        plain = self.name[5:] if self.name.casefold().startswith("kube ") else self.name
        return Letterhead(plain, self.address, self.icon)

    @property
    def place(self) -> str:
        """The town before a date: Banjarmasin, without "Kota" or "Kabupaten"."""
        for before in ("kota ", "kabupaten ", "kab. ", "kab "):
            if self.city.casefold().startswith(before):
                return self.city[len(before) :]
        return self.city

    @property
    def signers(self) -> tuple[Party, ...]:
        """Ketua, Sekretaris, Bendahara; a dotted line where there is none."""
        return tuple(Party(_(title), self.officers.get(role, "")) for role, title in OFFICERS)

    @property
    def witnesses(self) -> tuple[Party, ...]:
        """Who acknowledges: the pendamping, and the lurah where the group says so."""
        companion = Party(_("Companion"), self.companion)
        if not self.village_head_signs:
            return (companion,)
        return companion, Party(_("Village head"), self.village_head, self.village_head_nip)

    def signatures(self, on: date, *, witnesses: bool = True) -> Signatures:
        """The block of signatures, dated `on`."""
        return Signatures(self.place, long_date(on), self.signers, self.witnesses if witnesses else ())


def read_group(reading: Reading, at: date) -> Group:
    """The group, with the officers and the number of members of that day."""
    row = ask(reading, acts.Group())
    parts = (row.address, row.neighbourhood, row.village, row.district, row.city)
    return Group(
        name=row.name,
        address=", ".join(one for one in parts if one),
        city=row.city or "",
        phone=row.phone or "",
        founded=str(row.founded) if row.founded else "",
        business=row.business or "",
        decree=row.decree or "",
        bank=" ".join(one for one in (row.bank_name, row.bank_account) if one),
        companion=row.companion or "",
        village_head=row.village_head or "",
        village_head_nip=row.village_head_nip or "",
        village_head_signs=settings.read(reading.connection).village_head_signs,
        icon=row.icon or "",
        members=len(ask(reading, Members(at))),
        officers={term.role: term.name for term in ask(reading, Officers(at))},
    )
