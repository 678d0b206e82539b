"""The sheet of a day: what each member is to pay by then, and what the day's entries have taken already."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select

from kubebuku.books.collection.draft import kept_sheet
from kubebuku.books.collection.queries import CollectionSheet, SheetBox, SheetLine, SheetLoan, SheetPage, SheetPaid, WrittenSheet
from kubebuku.books.collection.sheets import entries_of_its_day, kept_sheets, numbers, usual_boxes
from kubebuku.books.meetings.attending import attendance_sheet, members_on
from kubebuku.books.meetings.finding import find_meeting
from kubebuku.books.meetings.fines import unpaid_fines
from kubebuku.books.meetings.queries import AttendanceSheet, Meetings, UnpaidFines
from kubebuku.books.meetings.reading import meetings
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.members.payers import PayingMember
from kubebuku.books.personal_savings import standing as savings_standing
from kubebuku.books.personal_savings.reading import held
from kubebuku.books.savings_loan.queries import DueOn, Loans
from kubebuku.books.savings_loan.reading import due_on, loan_list
from kubebuku.books.solidarity import standing as solidarity_standing
from kubebuku.domain.accounts import (
    FINE,
    LOAN_FEE,
    MEMBER_LOANS,
    OBLIGATORY_SAVINGS,
    OUTSIDER_LOANS,
    PRINCIPAL_SAVINGS,
    SOLIDARITY_FUND,
    VOLUNTARY_SAVINGS,
)
from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import DuesFund, State, Terms, dues, follow, periods
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import language
from kubebuku.ledger import dues as book_of_dues
from kubebuku.ledger import struck
from kubebuku.ledger.tables import act, entry, loan, posting
from kubebuku.ledger.tables import person as person_
from kubebuku.ledger.work import Reading

_NIL = Rupiah(0)

#: Kinds of the entries which the lines of a sheet become.
_KINDS = ("savings", "dues", "loan_payment", "fine")


def collection_sheet(reading: Reading, query: CollectionSheet) -> SheetPage:
    """See `CollectionSheet`."""
    on = query.on or reading.today
    meeting = query.meeting
    if meeting is not None:
        find_meeting(reading, meeting)
    else:
        held_today = [row for row in meetings(reading, Meetings(month=Month.of(on), standing="held")) if row.on == on]
        meeting = held_today[0].id if held_today else None
    boxes = usual_boxes(reading)
    paid, entries = _paid(reading, on)

    def place(code: str) -> SheetBox:
        return SheetBox(code, reading.chart[code].label(language()))

    return SheetPage(
        on,
        meeting,
        tuple(_lines(reading, on, meeting, paid)),
        place(boxes.savings),
        place(boxes.dues),
        place(boxes.fines),
        tuple(_written(reading, on)),
        numbers(reading, entries),
        kept_sheet(reading.connection, on),
    )


def _lines(reading: Reading, on: date, meeting: int | None, paid: Mapping[int, SheetPaid]) -> Iterable[SheetLine]:
    people = members_on(reading, on)
    presence = _presence(reading, on, meeting)
    wajib = _asked(
        reading,
        on,
        DuesFund.OBLIGATORY,
        savings_standing.history(savings_standing.rules(reading)),
        savings_standing.savers(reading),
    )
    iks = _asked(
        reading,
        on,
        DuesFund.SOLIDARITY,
        solidarity_standing.history(solidarity_standing.rules(reading)),
        solidarity_standing.payers(reading),
    )
    loans, borrowers = _loans(reading, on)
    fines: dict[int, Rupiah] = {}
    for row in unpaid_fines(reading, UnpaidFines()):
        if row.on <= on:
            fines[row.person] = fines.get(row.person, _NIL) + row.rest
    saved = held(reading, on)
    everybody: list[tuple[int, int | None, str]] = [(one.person, one.number, one.name) for one in people]
    known = {one.person for one in people}
    others = {**borrowers, **_names(reading, paid)}
    everybody += [(person, None, name) for person, name in _by_name(others) if person not in known]
    for person, number, name in everybody:
        months, obligatory = wajib.get(person, ((), _NIL)) if number is not None else ((), _NIL)
        dues_months, amount = iks.get(person, ((), _NIL)) if number is not None else ((), _NIL)
        mine = tuple(loans.get(person, ()))
        given = paid.get(person, SheetPaid())
        owed = Rupiah(sum(one.rest for one in mine))
        owes = owed or any(one.dues for one in mine)
        yield SheetLine(
            PersonId(person),
            number,
            name,
            presence.get(person),
            months,
            obligatory,
            dues_months,
            amount,
            mine,
            fines.get(person, _NIL),
            given,
            Rupiah(sum(saved.get(person, {}).values())),
            owed,
            cleared=not owes and bool(given.principal or given.fee),
        )


def _names(reading: Reading, people: Iterable[int]) -> dict[int, str]:
    rows = reading.connection.execute(select(person_.c.id, person_.c.name).where(person_.c.id.in_(tuple(people))))
    return {int(id_): name for id_, name in rows}


def _by_name(people: Mapping[int, str]) -> list[tuple[int, str]]:
    return sorted(people.items(), key=lambda one: (one[1].casefold(), one[0]))


def _presence(reading: Reading, on: date, meeting: int | None) -> Mapping[int, Presence]:
    """How each stood to the meeting; nothing before its daftar hadir is written."""
    if meeting is None:
        return {}
    found = find_meeting(reading, meeting)
    if found.standing != "held":
        return {}
    return {row.person: row.state for row in attendance_sheet(reading, AttendanceSheet(found.on, meeting))}


def _asked(
    reading: Reading, on: date, fund: DuesFund, history: tuple[Terms, ...], members: tuple[PayingMember, ...]
) -> dict[int, tuple[tuple[Month, ...], Rupiah]]:
    """The months late or of the present month, and what they lack, by person."""
    now = Month.of(on)
    paid = book_of_dues.paid(reading.connection, fund)
    begins = min((one.payer.begins for one in members), default=now)
    asked = tuple(periods(history, begins, now))
    found = {}
    for one in members:
        given = follow(asked, one.payer, paid.get(one.payer.person, {}))
        open_ = [due for due in dues(one.payer, asked, given, now) if due.state in (State.LATE, State.DUE) and due.lacking]
        found[one.payer.person] = tuple(due.period.first for due in open_), Rupiah(sum(due.lacking for due in open_))
    return found


def _loans(reading: Reading, on: date) -> tuple[dict[int, list[SheetLoan]], dict[int, str]]:
    """Loans with a rest by borrower, those with the oldest unpaid instalment first, and who has something due."""
    due = {row.loan: row for row in due_on(reading, DueOn(on))}
    loans: dict[int, list[SheetLoan]] = {}
    borrowers: dict[int, str] = {}
    for row in loan_list(reading, Loans(on)).rows:
        one = SheetLoan(row.loan, row.label, row.rest, dues=row.dues)
        bill = due.get(row.loan)
        if bill is not None:
            one = replace(one, principal=bill.principal, fee=bill.fee, fine=bill.fine, no=bill.no, due=bill.due)
            borrowers[row.person] = row.name
        loans.setdefault(row.person, []).append(one)
    for mine in loans.values():
        mine.sort(key=lambda one: (one.due or date.max, one.loan))
    return loans, borrowers


def _paid(reading: Reading, on: date) -> tuple[dict[int, SheetPaid], tuple[int, ...]]:
    """What the day's entries took, by person and column, and these entries; who paid jasa or denda of a loan is its borrower.

    An entry in place of one of another day that is no struck pair corrects an earlier month: nothing was received by it now.
    """
    mended = select(act.c.entry).where(act.c.replaces.is_not(None), act.c.replaces.not_in(struck.ids()))
    borrower = {LoanId(id_): who for id_, who in reading.connection.execute(select(loan.c.id, loan.c.person))}
    rows = reading.connection.execute(
        select(entry.c.id, entry.c.kind, posting.c.account, posting.c.person, posting.c.loan, -posting.c.amount)
        .join(entry, entry.c.id == posting.c.entry)
        .where(
            entry.c.date == on.isoformat(),
            entry.c.kind.in_(_KINDS),
            entry.c.id.not_in(struck.ids()),
            entry.c.id.not_in(mended),
        )
    )
    found: dict[int, SheetPaid] = {}
    entries: set[int] = set()
    for id_, kind, account, person, of, amount in rows:
        column = _column(kind, reading.chart[account].base)
        who = person if person is not None else borrower.get(LoanId(of or 0))
        if column is not None and who is not None:
            given = found.get(who, SheetPaid())
            found[who] = replace(given, **{column: getattr(given, column) + int(amount)})
            entries.add(id_)
    return found, tuple(entries)


def _column(kind: str, base: str) -> str | None:
    if kind == "fine":
        return "fine" if base in (FINE, SOLIDARITY_FUND) else None
    columns = {
        PRINCIPAL_SAVINGS: "joining",
        OBLIGATORY_SAVINGS: "obligatory",
        VOLUNTARY_SAVINGS: "voluntary",
        SOLIDARITY_FUND: "dues",
        MEMBER_LOANS: "principal",
        OUTSIDER_LOANS: "principal",
        LOAN_FEE: "fee",
        FINE: "fine",
    }
    return columns.get(base)


def _written(reading: Reading, on: date) -> Iterable[WrittenSheet]:
    """Sheets of the day of which something stands on it."""
    for sheet in kept_sheets(reading, on):
        entries = entries_of_its_day(reading, sheet)
        if not entries:
            continue
        boxes = tuple(box.code for box in reading.chart.boxes)
        total = select(func.sum(posting.c.amount)).where(posting.c.entry.in_(entries), posting.c.account.in_(boxes))
        yield WrittenSheet(sheet.first, numbers(reading, entries), Rupiah(int(reading.connection.execute(total).scalar() or 0)))
