"""How a named Kube's reported figures become the opening of its practice book.

Money goes into the boxes as reported, aid that the papers name into capital, IKS into its fund. What the papers do not
explain stays *saldo awal belum dijelaskan*, as it would in a treasurer's hands (domain.md 1.13).
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from kubebuku.app.sample.kubes import Aid, Kube
from kubebuku.books.cash.commands import MoveMoney
from kubebuku.books.enterprise.aid_commands import ReceiveAid
from kubebuku.books.inventory.commands import ReceiveEquipmentAid
from kubebuku.books.opening.commands import OpenBook, OpeningBox, OpeningLine, OpeningSavings
from kubebuku.domain.accounts import AID_CAPITAL, CASH, LOAN_CASH, SOLIDARITY_CASH, SOLIDARITY_FUND
from kubebuku.domain.entries import PersonId, UnitId
from kubebuku.domain.money import Rupiah
from kubebuku.ledger.book import savings_loan_unit
from kubebuku.ledger.tables import unit
from kubebuku.ledger.work import Work

#: Half of BLPS is business capital, half is for lending (domain.md 1.8).
_SPLIT = ("BLPS", "pengembangan")


def open_with_figures(work: Work, kube: Kube, members: Sequence[PersonId], giver: PersonId, *, story: bool) -> None:
    """Write the opening; in the `story` the aid arrives on the opening day as acts of its own."""
    held: dict[str, int] = {}
    for fund in kube.funds:
        if fund.box is not None:
            held[fund.box] = held.get(fund.box, 0) + fund.amount
    arriving = kube.aid if story else ()
    if arriving:
        held[CASH] -= sum(aid.amount for aid in arriving if not aid.in_kind)
    opening = OpenBook(
        boxes=tuple(OpeningBox(box=box, amount=Rupiah(amount)) for box, amount in sorted(held.items())),
        savings=tuple(OpeningSavings(person=member, principal=Rupiah(50_000), obligatory=Rupiah(120_000)) for member in members)
        if story
        else (),
        lines=tuple(_capital(work, kube, [aid for aid in kube.aid if aid not in arriving])) + tuple(_solidarity(held)),
    )
    if opening.boxes or opening.lines:
        work.carry_out(opening)
    for aid in arriving:
        if aid.in_kind:
            _tents(work, aid, giver)
        else:
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


def _tents(work: Work, aid: Aid, giver: PersonId) -> None:
    """The aid in kind, Rp15.000.000 of tents and chairs: they enter the inventory and the capital at once."""
    tents = _units(work)[0]
    chairs = Rupiah(aid.amount * 2 // 5)
    goods = (("Tenda plong dengan rangka", 3, "set", Rupiah(aid.amount - chairs)), ("Kursi plastik", 150, "buah", chairs))
    for number, (label, quantity, measure, value) in enumerate(goods, start=1):
        work.carry_out(
            ReceiveEquipmentAid(
                on=work.facts.opened,
                description=f"Bantuan {aid.label}: {label.lower()}",
                amount=value,
                programme=aid.label[:1].upper() + aid.label[1:],
                year=aid.year,
                giver=giver,
                label=label,
                number=f"INV-{number:03d}",
                quantity=quantity,
                measure=measure,
                unit=tents,
                place="Rumah ketua",
                for_hire=True,
                life_months=120,
            )
        )


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
            programme=aid.label[:1].upper() + aid.label[1:],
            unit=owner,
            year=aid.year or opened.year,
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
