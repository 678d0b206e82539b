"""A sheet of a meeting carried out line by line through the books it belongs to, in one transaction; and struck out as one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import delete

from kubebuku.books.cash.commands import CountBox
from kubebuku.books.cash.refusals import CountedBelowZero
from kubebuku.books.cash.tables import box_count
from kubebuku.books.collection.commands import Collect, CollectedLine, Part, UndoCollection
from kubebuku.books.collection.draft import forget_sheet
from kubebuku.books.collection.refusals import (
    SheetBoxUnknown,
    SheetCountDiffers,
    SheetEmpty,
    SheetGone,
    SheetLineRefused,
    SheetPersonTwice,
)
from kubebuku.books.collection.sheets import KEY, Boxes, kept_sheets, standing_entries, usual_boxes
from kubebuku.books.meetings.commands import TakeFine
from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.mending.commands import Undo
from kubebuku.books.personal_savings.commands import DepositSavings
from kubebuku.books.savings_loan.commands import PayInstalment
from kubebuku.books.solidarity.commands import TakeDues
from kubebuku.books.spec import Changed, Command, Outcome
from kubebuku.domain.entries import EntryId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import clean_text
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, figure
from kubebuku.ledger import balances, settings
from kubebuku.ledger.demands import need_amount, need_box, need_person
from kubebuku.ledger.work import Work

_CHANGED = Changed.ENTRIES | Changed.LOANS | Changed.MEETINGS | Changed.COUNTS | Changed.RECORDS

#: Fields of a book's command that are a column of their own on the sheet.
_FIELDS = {"voluntary": Part.VOLUNTARY, "fee": Part.FEE, "fine": Part.FINE}

#: Signs of the reason of a count.
_LONGEST_NOTE = 200


def collect(work: Work, command: Collect) -> Outcome:
    """Each line through its books, then the counted money against what was written."""
    work.journal.check_date(command.on)
    if command.meeting is not None:
        find_meeting(work, command.meeting)
    boxes = _boxes(work, command)
    names = _names(work, command.lines)
    entries: list[EntryId] = []
    numbers: list[str] = []
    sums: dict[str, Rupiah] = {}
    warned: list[Sentence] = []
    for line in command.lines:
        for part, box, wanted, amount in _acts(line, command, boxes, names[line.person]):
            try:
                need_amount(amount)
                outcome: Outcome = work.carry_out(wanted)
            except RuleBroken as refusal:
                at = _FIELDS.get(refusal.field or "", part)
                raise SheetLineRefused(line.person, names[line.person], at, refusal) from refusal
            if outcome.entry is not None and outcome.number is not None:
                entries.append(EntryId(outcome.entry))
                numbers.append(outcome.number)
            warned.extend(outcome.warned)
            sums[box] = sums.get(box, Rupiah(0)) + amount
    if not entries:
        raise SheetEmpty
    counts = _count(work, command, sums)
    kept = {"on": command.on.isoformat(), "meeting": command.meeting, "entries": entries, "counts": counts}
    settings.write(work.connection, f"{KEY}{entries[0]}", kept)
    forget_sheet(work.connection, command.on)
    made = {"first": int(entries[0]), "entries": len(entries)}
    return Outcome(_CHANGED, entries[0], _span(numbers), _said(work, sums, numbers), made=made, warned=tuple(warned))


def _boxes(work: Work, command: Collect) -> Boxes:
    usual = usual_boxes(work)
    return Boxes(
        need_box(work.chart, command.box or usual.savings),
        need_box(work.chart, command.dues_box or usual.dues, "dues_box"),
        need_box(work.chart, command.fine_box or usual.fines, "fine_box"),
    )


def _names(work: Work, lines: Sequence[CollectedLine]) -> dict[PersonId, str]:
    names: dict[PersonId, str] = {}
    for line in lines:
        name = need_person(work.connection, line.person)
        if line.person in names:
            raise SheetPersonTwice(name)
        names[line.person] = name
    return names


def _acts(line: CollectedLine, command: Collect, boxes: Boxes, name: str) -> Iterator[tuple[Part, str, Command, Rupiah]]:
    """The commands of a line, each with the column it is told at, its box and its amount.

    Simpanan wajib and sukarela are one entry, as a member pays them in; the one that is written is named in a refusal.
    """
    obligatory, voluntary = line.obligatory, line.voluntary
    if obligatory or voluntary:
        part = Part.OBLIGATORY if obligatory else Part.VOLUNTARY
        deposit = DepositSavings(
            on=command.on, person=line.person, obligatory=obligatory, months=line.months, voluntary=voluntary, box=boxes.savings
        )
        yield part, boxes.savings, deposit, obligatory + voluntary
    if line.dues:
        dues = TakeDues(on=command.on, person=line.person, amount=line.dues, months=line.dues_months, box=boxes.dues)
        yield Part.DUES, boxes.dues, dues, line.dues
    for loan in line.loans:
        part = Part.PRINCIPAL if loan.principal else Part.FEE if loan.fee else Part.FINE
        paid = PayInstalment(on=command.on, amount=loan.total, loan=loan.loan, fee=loan.fee, fine=loan.fine, box=boxes.savings)
        yield part, boxes.savings, paid, loan.total
    if line.fine:
        words = _("Fine of {name}").format(name=name)
        fine = TakeFine(on=command.on, description=words, amount=line.fine, person=line.person, box=boxes.fines)
        yield Part.FINE, boxes.fines, fine, line.fine


def _count(work: Work, command: Collect, sums: dict[str, Rupiah]) -> list[int]:
    """A difference stands as a count of its box until an entry explains it: what the book says, less what was missing."""
    why = clean_text(command.explanation or "", most=_LONGEST_NOTE)
    counts = []
    for one in command.counted:
        box = need_box(work.chart, one.box, "counted")
        if one.counted < 0:
            raise CountedBelowZero
        written = sums.get(box)
        if written is None:
            raise SheetBoxUnknown(work.chart[box].called)
        if one.counted == written:
            continue
        if not why:
            raise SheetCountDiffers(work.chart[box].called, written, one.counted)
        words = _("Collection sheet: written {written}, counted {counted}. {why}")
        note = words.format(written=figure(written), counted=figure(one.counted), why=why)[:_LONGEST_NOTE]
        held = balances.of(work.connection, box, at=command.on) + one.counted - written
        outcome: Outcome = work.carry_out(CountBox(on=command.on, counted=held, box=box, note=note))
        counts.append(outcome.made["count"])
    return counts


def _said(work: Work, sums: dict[str, Rupiah], numbers: Sequence[str]) -> Sentence:
    parts = [
        Sentence(N_("{amount} into {box}"), {"amount": amount, "box": work.chart[box].called}) for box, amount in sums.items()
    ]
    values = {"total": Rupiah(sum(sums.values())), "parts": parts, "count": len(numbers), "numbers": _span(numbers)}
    return Sentence(N_("The sheet is saved: {total}, of it {parts}. {count} vouchers: {numbers}."), values)


def _span(numbers: Sequence[str]) -> str:
    """BKM/2026/0120 … 0153: the numbers of one act follow each other."""
    return numbers[0] if len(numbers) == 1 else f"{numbers[0]} … {numbers[-1].rsplit('/', 1)[-1]}"


def undo_collection(work: Work, command: UndoCollection) -> Outcome:
    """Each entry by *Urungkan*, the newest first, so that its book takes back its rows or refuses all of it."""
    sheet = next((one for one in kept_sheets(work) if one.first == command.first), None)
    entries = standing_entries(work, sheet) if sheet is not None else ()
    if sheet is None or not entries:
        raise SheetGone
    last: Outcome | None = None
    for one in reversed(entries):
        last = work.carry_out(Undo(entry=one, reason=command.reason))
    unexplained = delete(box_count).where(box_count.c.id.in_(sheet.counts), box_count.c.entry.is_(None))
    work.connection.execute(unexplained)
    said = Sentence(N_("Undone: the whole sheet of {day}, {count} vouchers."), {"day": sheet.on, "count": len(entries)})
    return Outcome(_CHANGED, last.entry if last else None, last.number if last else None, said)
