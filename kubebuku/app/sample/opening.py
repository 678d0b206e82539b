"""How a named Kube's reported figures become the opening of its practice book.

Money goes into the boxes as reported, aid that the papers name into capital, IKS into its fund. What the papers do not
explain stays *saldo awal belum dijelaskan*, as it would in a treasurer's hands (domain.md 1.13).
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from kubebuku.app.sample.kubes import Aid, Kube
from kubebuku.books.acts.commands import OpenBook, OpeningBox, OpeningItem, OpeningLine, OpeningSavings
from kubebuku.books.cash.commands import MoveMoney
from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.domain.accounts import AID_CAPITAL, CASH, LOAN_CASH, SOLIDARITY_CASH, SOLIDARITY_FUND
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.tables import unit
from kubebuku.ledger.work import Work

#: Half of BLPS is business capital, half is for lending (domain.md 1.8).
_SPLIT = ("BLPS", "pengembangan")


def open_with_figures(work: Work, kube: Kube, members: Sequence[PersonId], giver: PersonId, *, story: bool) -> None:
    """Write the opening; in the `story` the aid in money arrives on the opening day as acts of its own."""
    held: dict[str, int] = {}
    for fund in kube.funds:
        if fund.box is not None:
            held[fund.box] = held.get(fund.box, 0) + fund.amount
    arriving = [aid for aid in kube.aid if not aid.in_kind] if story else []
    if arriving:
        held[CASH] -= sum(aid.amount for aid in arriving)
    opening = OpenBook(
        boxes=tuple(OpeningBox(box=box, amount=Rupiah(amount)) for box, amount in sorted(held.items())),
        savings=tuple(OpeningSavings(person=member, principal=Rupiah(50_000), obligatory=Rupiah(120_000)) for member in members)
        if story
        else (),
        lines=tuple(_capital(work, kube, [aid for aid in kube.aid if aid not in arriving])) + tuple(_solidarity(held)),
        items=tuple(_tents(work)) if story else (),
    )
    if opening.boxes or opening.lines:
        work.carry_out(opening)
    for aid in arriving:
        _arrive(work, aid, giver)


def _units(work: Work) -> list[UnitId]:
    return [
        UnitId(row.id) for row in work.connection.execute(select(unit.c.id).where(unit.c.kind == "usaha").order_by(unit.c.id))
    ]


def _capital(work: Work, kube: Kube, given: Sequence[Aid]) -> list[OpeningLine]:
    business, lending = _units(work)[0], UnitId(savings_loan_unit(work.connection))
    lines = []
    for aid in given:
        shares = [(business, aid.amount)]
        if kube.lends and any(word in aid.label for word in _SPLIT):
            shares = [(business, aid.amount - aid.amount // 2), (lending, aid.amount // 2)]
        lines += [OpeningLine(account=AID_CAPITAL, amount=Rupiah(amount), unit=owner) for owner, amount in shares]
    return lines


def _solidarity(held: dict[str, int]) -> list[OpeningLine]:
    amount = held.get(SOLIDARITY_CASH, 0)
    return [OpeningLine(account=SOLIDARITY_FUND, amount=Rupiah(amount))] if amount else []


def _tents(work: Work) -> list[OpeningItem]:
    """The aid in kind of 2007, Rp15.000.000: tents and chairs, written off but for what they still serve."""
    tents = _units(work)[0]
    return [
        OpeningItem(
            label="Tenda plong dengan rangka",
            number="INV-001",
            value=Rupiah(9_000_000),
            depreciated=Rupiah(5_400_000),
            unit=tents,
            quantity=3,
            measure="set",
            life_months=120,
            for_hire=True,
            place="Rumah ketua",
        ),
        OpeningItem(
            label="Kursi plastik",
            number="INV-002",
            value=Rupiah(6_000_000),
            depreciated=Rupiah(3_600_000),
            unit=tents,
            quantity=150,
            measure="buah",
            life_months=120,
            for_hire=True,
            place="Rumah ketua",
        ),
    ]


def _arrive(work: Work, aid: Aid, giver: PersonId) -> None:
    opened = work.facts.opened
    lending = UnitId(savings_loan_unit(work.connection))
    split = any(word in aid.label for word in _SPLIT)
    owner = _units(work)[-1] if split else lending
    work.carry_out(
        ReceiveAid(
            on=opened,
            description=f"Bantuan {aid.label}",
            amount=Rupiah(aid.amount),
            programme=f"Bantuan {aid.label}",
            unit=owner,
            year=opened.year,
            giver=giver,
            half_to_savings_loan=split,
            box=CASH if split else LOAN_CASH,
        )
    )
    if split:
        half = Rupiah(aid.amount // 2)
        work.carry_out(
            MoveMoney(
                on=opened, description=f"Separuh bantuan {aid.label} untuk simpan pinjam", amount=half, box=CASH, to_box=LOAN_CASH
            )
        )
