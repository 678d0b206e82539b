"""Lembar setoran: one act over four books; to the rupiah into each box; all of it or nothing; undone as one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kubebuku.app.office import Office
from kubebuku.books.cash.queries import CountHistory
from kubebuku.books.collection.commands import Collect, CollectedLine, CollectedLoan, CountedMoney, Part, UndoCollection
from kubebuku.books.collection.queries import CollectionSheet, SheetLine, SheetPage
from kubebuku.books.collection.refusals import SheetLineRefused
from kubebuku.books.collection.rules import by_box, line_of
from kubebuku.books.meetings.commands import Attended, HoldMeeting, SetMeetingRules
from kubebuku.books.meetings.queries import UnpaidFines
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.mending.commands import Amend, Undo
from kubebuku.books.personal_savings.commands import DepositSavings
from kubebuku.books.savings_loan.commands import LendMoney
from kubebuku.books.savings_loan.queries import LoanCard
from kubebuku.books.savings_loan.schedules import Method
from kubebuku.books.solidarity.commands import SetSolidarityRule
from kubebuku.domain.entries import LoanId, PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.saving import Group, deposit, month
from tests.books.trading import day

NAMES = ("Ani", "Budi", "Citra", "Dedi", "Eka", "Fitri", "Gani", "Hana", "Indra", "Jaya", "Kiki", "Lina")
SUNDAY = day("8/11")


@dataclass
class Meeting(Group):
    """Twelve members on Sunday 8 November 2026; Budi and Dedi have borrowed Rp500.000 in October."""

    people: tuple[PersonId, ...] = ()
    loans: tuple[LoanId, ...] = ()
    meeting: int = 0

    @property
    def sheet(self) -> SheetPage:
        page: SheetPage = self.answer(CollectionSheet(SUNDAY))
        return page

    def line(self, name: str) -> SheetLine:
        return next(line for line in self.sheet.lines if line.name.startswith(name))

    def collect(self, lines: list[CollectedLine], **more: object) -> Collect:
        return Collect(on=SUNDAY, lines=tuple(lines), meeting=self.meeting, **more)  # type: ignore[arg-type]

    @property
    def boxes(self) -> tuple[int, int, int]:
        """Kas Simpan Pinjam, Kas IKS, Kas."""
        first, second, third = (int(self.holds(box)) for box in ("1102", "1103", "1101"))
        return first, second, third


@pytest.fixture
def sunday(office: Office) -> Meeting:
    group = Meeting(office)
    group.rule(month(10), principal=0)
    group.run(SetSolidarityRule(since=month(10), amount=Rupiah(2_000)))
    group.people = tuple(group.member(f"{name} Contoh") for name in NAMES)
    budi, dedi, eka = (group.people[at] for at in (1, 3, 4))
    group.run(deposit(budi, "1/10", voluntary=1_500_000))
    for person in group.people:
        if person != eka:  # Eka is a month behind
            group.run(deposit(person, "4/10", 10))
    group.loans = tuple(
        LoanId(
            group.run(
                LendMoney(
                    on=day("5/10"),
                    amount=Rupiah(500_000),
                    person=person,
                    months=3,
                    method=Method.FLAT,
                    rate=Fraction(1, 100),
                    round_to=1000,
                    decided="Rapat 4 Oktober",
                )
            ).made["loan"]
        )
        for person in (budi, dedi)
    )
    group.run(SetMeetingRules(fine_late=Rupiah(1_000)))
    roll = tuple(
        Attended(person=person, state=Presence.LATE if person == dedi else Presence.EXCUSED if at == 5 else Presence.PRESENT)
        for at, person in enumerate(group.people)
    )
    group.meeting = group.run(HoldMeeting(on=SUNDAY, attendance=roll)).made["meeting"]
    return group


def paid_as_due(line: SheetLine) -> CollectedLine:
    return line_of(line, {part: line.due(part) for part in Part if line.due(part)})


def filled(sunday: Meeting) -> list[CollectedLine]:
    """Everybody pays November's dues; Eka two months of wajib; Fitri, who is excused, nothing; Ani saves Rp20.000."""
    lines = []
    for line in sunday.sheet.lines:
        if line.name == "Fitri Contoh":
            continue
        amounts = {part: line.due(part) for part in Part if line.due(part)}
        amounts[Part.DUES] = Rupiah(2_000)
        if line.name == "Ani Contoh":
            amounts[Part.VOLUNTARY] = Rupiah(20_000)
        lines.append(line_of(line, amounts))
    return lines


def test_the_sheet_says_what_each_is_to_pay(sunday: Meeting) -> None:
    sheet = sunday.sheet
    assert (sheet.on, sheet.meeting, len(sheet.lines), sheet.written) == (SUNDAY, sunday.meeting, 12, ())
    assert (sheet.box.box, sheet.dues_box.box, sheet.fine_box.box) == ("1102", "1103", "1101")
    ani, dedi, eka, fitri = (sunday.line(name) for name in ("Ani", "Dedi", "Eka", "Fitri"))
    assert (ani.number, ani.months, ani.obligatory, ani.dues, ani.loans) == (1, (month(11),), 10_000, 4_000, ())
    assert (eka.months, eka.obligatory) == ((month(10), month(11)), 20_000)
    assert (dedi.presence, dedi.due(Part.FINE), fitri.presence) == (Presence.LATE, 1_000, Presence.EXCUSED)
    (loan,) = dedi.loans
    assert (loan.no, loan.due, loan.rest) == (1, day("5/11"), 500_000)
    assert (dedi.due(Part.PRINCIPAL), dedi.due(Part.FEE)) == (loan.principal, 5_000)
    assert [part for part in Part if ani.takes(part)] == [Part.OBLIGATORY, Part.VOLUNTARY, Part.DUES]
    assert dedi.total_due == 10_000 + 4_000 + loan.principal + 5_000 + 1_000


def test_a_sheet_goes_into_its_boxes_to_the_rupiah(sunday: Meeting) -> None:
    before, lines = sunday.boxes, filled(sunday)
    instalment = sunday.line("Budi").due(Part.PRINCIPAL)
    savings = 12 * 10_000 + 20_000 + 2 * (instalment + 5_000)
    written = by_box(sunday.sheet, lines)
    assert written == {"1102": savings, "1103": 22_000, "1101": 1_000}
    counted = tuple(CountedMoney(box=box, counted=amount) for box, amount in written.items())
    outcome = sunday.run(sunday.collect(lines, counted=counted))
    assert tuple(now - then for now, then in zip(sunday.boxes, before, strict=True)) == (savings, 22_000, 1_000)
    assert outcome.made["entries"] == 11 + 11 + 2 + 1
    assert outcome.said is not None
    said = say(outcome.said)
    assert "Rp22.000 ke Kas IKS" in said
    assert "25 bukti: BKM/2026/" in said
    assert sunday.saved(sunday.people[4]) == (0, 20_000, 0)
    assert sunday.answer(UnpaidFines()) == ()
    assert [sunday.answer(LoanCard(loan)).row.rest for loan in sunday.loans] == [500_000 - instalment] * 2
    assert sunday.findings() == {}


def test_what_was_paid_today_stands_on_the_sheet_and_is_not_asked_again(sunday: Meeting) -> None:
    sunday.run(sunday.collect(filled(sunday)))
    ani, budi, fitri = (sunday.line(name) for name in ("Ani", "Budi", "Fitri"))
    assert (ani.paid.obligatory, ani.paid.voluntary, ani.paid.dues, ani.paid.total) == (10_000, 20_000, 2_000, 32_000)
    assert (ani.obligatory, ani.dues, ani.saved) == (0, 2_000, 40_000)
    assert (budi.paid.principal + budi.loans[0].rest, budi.paid.fee, budi.due(Part.PRINCIPAL)) == (500_000, 5_000, 0)
    assert (fitri.paid.total, fitri.obligatory) == (0, 10_000)
    (written,) = sunday.sheet.written
    assert len(written.numbers) == 25
    assert written.total == sum(line.paid.total for line in sunday.sheet.lines)


def test_more_than_a_loan_owes_is_refused_by_name_and_nothing_is_written(sunday: Meeting) -> None:
    lines, before = filled(sunday), sunday.boxes
    at = next(at for at, line in enumerate(lines) if line.person == sunday.people[3])
    (loan,) = lines[at].loans
    lines[at] = replace(lines[at], loans=(replace(loan, principal=Rupiah(900_000)),))
    refusal = sunday.refused(sunday.collect(lines), "sheet-line", "lines")
    assert isinstance(refusal, SheetLineRefused)
    assert (refusal.person, refusal.part, refusal.cause.code) == (sunday.people[3], Part.PRINCIPAL, "repaid-too-much")
    assert say(refusal.sentences[0]).startswith("Dedi Contoh, Angsuran pokok: ")
    assert sunday.boxes == before
    assert sunday.sheet.written == ()


def test_the_column_at_fault_is_named(sunday: Meeting) -> None:
    ani, budi = sunday.people[:2]
    for line, part in (
        (CollectedLine(person=ani, fine=Rupiah(1_000)), Part.FINE),
        (CollectedLine(person=ani, dues=Rupiah(900_000)), Part.DUES),
        (CollectedLine(person=ani, obligatory=Rupiah(10_000), voluntary=Rupiah(-5_000)), Part.VOLUNTARY),
        (CollectedLine(person=budi, loans=(CollectedLoan(loan=sunday.loans[0], fee=Rupiah(90_000)),)), Part.FEE),
        (CollectedLine(person=budi, loans=(CollectedLoan(loan=sunday.loans[0], fine=Rupiah(90_000)),)), Part.FINE),
    ):
        refusal = sunday.refused(sunday.collect([line]), "sheet-line", "lines")
        assert isinstance(refusal, SheetLineRefused)
        assert refusal.part is part


def test_an_empty_sheet_and_one_name_twice(sunday: Meeting) -> None:
    ani = CollectedLine(person=sunday.people[0], voluntary=Rupiah(5_000))
    sunday.refused(sunday.collect([]), "sheet-empty", "lines")
    sunday.refused(sunday.collect([CollectedLine(person=sunday.people[0])]), "sheet-empty", "lines")
    sunday.refused(sunday.collect([ani, ani]), "sheet-person-twice", "lines")
    sunday.refused(Collect(on=day("24/11"), lines=(ani,)), "not-yet", "on")
    sunday.refused(Collect(on=SUNDAY, lines=(ani,), meeting=99), "meeting-unknown", "meeting")
    sunday.refused(Collect(on=SUNDAY, lines=(ani,), dues_box="3101"), "not-a-box", "dues_box")


def test_a_difference_is_named_explained_and_stands_until_an_entry_explains_it(sunday: Meeting) -> None:
    lines = filled(sunday)
    short = (CountedMoney(box="1103", counted=Rupiah(20_000)),)
    refusal = sunday.refused(sunday.collect(lines, counted=short), "sheet-count-differs", "explanation")
    assert say(refusal.sentences[0]) == "Kas IKS: uang yang dihitung kurang Rp2.000 dari yang tertulis."
    other = (CountedMoney(box="1110", counted=Rupiah(1)),)
    sunday.refused(sunday.collect(lines, counted=other), "sheet-box", "counted")
    below = (CountedMoney(box="1103", counted=Rupiah(-1)),)
    sunday.refused(sunday.collect(lines, counted=below), "counted-below-zero", "counted")
    first = sunday.run(sunday.collect(lines, counted=short, explanation="Uang kembali belum ada")).made["first"]
    (count,) = [row for row in sunday.answer(CountHistory()) if row.box == "1103"]
    assert (count.book - count.counted, count.entry) == (2_000, None)
    assert count.note == "Lembar setoran: tertulis 22.000, terhitung 20.000. Uang kembali belum ada"
    sunday.run(UndoCollection(first=first))  # type: ignore[arg-type]
    assert [row for row in sunday.answer(CountHistory()) if row.box == "1103"] == []


def test_the_whole_sheet_is_undone_in_one_act(sunday: Meeting) -> None:
    before, bills = sunday.boxes, [(line.name, line.total_due) for line in sunday.sheet.lines]
    first = sunday.run(sunday.collect(filled(sunday))).made["first"]
    outcome = sunday.run(UndoCollection(first=first))  # type: ignore[arg-type]
    assert outcome.said is not None
    assert say(outcome.said) == "Diurungkan: seluruh lembar setoran 8 November 2026, 25 bukti."
    assert sunday.boxes == before
    assert [(line.name, line.total_due) for line in sunday.sheet.lines] == bills
    assert sunday.sheet.written == ()
    sunday.refused(UndoCollection(first=first), "sheet-gone", "first")  # type: ignore[arg-type]
    assert sunday.findings() == {}


def test_each_line_is_mended_as_always_and_the_sheet_follows(sunday: Meeting) -> None:
    before = sunday.boxes
    first = sunday.run(sunday.collect(filled(sunday))).made["first"]
    ani = sunday.people[0]
    mended = DepositSavings(on=SUNDAY, person=ani, obligatory=Rupiah(10_000), voluntary=Rupiah(2_000))
    sunday.run(Amend(entry=first, replacement=mended))  # type: ignore[arg-type]
    assert sunday.line("Ani").paid.voluntary == 2_000
    sunday.run(Undo(entry=first + 1))  # type: ignore[arg-type]
    assert len(sunday.sheet.written[0].numbers) == 24
    sunday.run(UndoCollection(first=first))  # type: ignore[arg-type]
    assert sunday.boxes == before


def test_amounts_of_a_column_are_laid_on_loans_and_fines(sunday: Meeting) -> None:
    dedi = sunday.line("Dedi")
    (loan,) = dedi.loans
    second = replace(loan, loan=LoanId(99), principal=Rupiah(50_000), fee=Rupiah(0), fine=Rupiah(3_000), rest=Rupiah(80_000))
    dedi = replace(dedi, loans=(loan, second))
    line = line_of(dedi, {Part.PRINCIPAL: Rupiah(loan.principal + 60_000), Part.FEE: Rupiah(7_000), Part.FINE: Rupiah(4_500)})
    assert line.fine == 1_000
    assert [(one.principal, one.fee, one.fine) for one in line.loans] == [
        (loan.principal + 10_000, 7_000, 0),
        (50_000, 0, 3_500),
    ]
    assert line.total == loan.principal + 60_000 + 7_000 + 4_500


amounts = st.integers(1, 40).map(lambda thousands: Rupiah(thousands * 500))
rows = st.lists(
    st.tuples(st.integers(0, 11), st.dictionaries(st.sampled_from(list(Part)), amounts, max_size=4)),
    min_size=1,
    max_size=6,
    unique_by=lambda row: row[0],
)


@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(rows)
def test_any_sheet_keeps_members_accounts_and_boxes_together(
    sunday: Meeting, wanted: list[tuple[int, dict[Part, Rupiah]]]
) -> None:
    sheet, before = sunday.sheet, sunday.boxes
    lines = []
    for at, columns in wanted:
        line = sheet.lines[at]
        lines.append(line_of(line, {part: amount for part, amount in columns.items() if line.takes(part)}))
    written = by_box(sheet, lines)
    try:
        first = sunday.run(sunday.collect(lines)).made["first"]
    except RuleBroken:
        assert sunday.boxes == before
        return
    assert tuple(now - then for now, then in zip(sunday.boxes, before, strict=True)) == tuple(
        written.get(box, 0) for box in ("1102", "1103", "1101")
    )
    assert sunday.findings() == {}
    assert sum(line.paid.total for line in sunday.sheet.lines) == sum(line.total for line in lines)
    sunday.run(UndoCollection(first=first))  # type: ignore[arg-type]
    assert sunday.boxes == before
