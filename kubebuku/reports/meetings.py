"""Papers of meetings: undangan, daftar hadir, notulen (domain.md 2.9), and the month's page of the report."""

from __future__ import annotations

from datetime import date

from kubebuku.books.meetings.queries import (
    AttendanceOfYear,
    AttendanceRow,
    AttendanceSheet,
    FollowUpRow,
    Meeting,
    MeetingDecisions,
    MeetingPage,
    MeetingRow,
    Meetings,
)
from kubebuku.books.meetings.words import KINDS, PRESENCES
from kubebuku.books.members.queries import MemberRow, Members
from kubebuku.domain.text import N_
from kubebuku.i18n import _, full_date, long_date, pgettext, say
from kubebuku.ledger.work import Reading
from kubebuku.reports.asking import ask
from kubebuku.reports.document import Block, Document, Gap, Heading, Note, Pairs, Paper, Paragraph, Part, Party, Signatures
from kubebuku.reports.frame import Frame
from kubebuku.reports.group import Group, read_group
from kubebuku.reports.phrases import phrase
from kubebuku.reports.table import Column, Row, Table

#: Room for the labels of notulen, in millimetres.
_LABELS = 46
#: A line of the daftar hadir is high enough to sign in.
_ROOM = "\n "

# --------------------------------------------------------------------------------------------------------- in the report


def build(frame: Frame) -> tuple[Part, ...]:
    """The month's meetings, decisions and attendance; nothing for a month without a meeting."""
    found = frame.ask(Meetings(frame.month))
    if not found:
        return ()
    blocks: list[Block] = [_overview(found)]
    everything = frame.ask(MeetingDecisions())
    decided = [one for one in reversed(everything) if frame.month.first <= one.on <= frame.month.last]
    if decided:
        columns = (
            Column("on", _("Date"), "date", 20),
            Column("no", _("No."), "number", 10),
            Column("text", _("Decision"), width=130),
        )
        blocks += [Heading(_("Decisions"), 2)]
        rows = tuple(Row((one.on, one.no, one.text), struck=one.withdrawn is not None) for one in decided)
        blocks += [Table(columns, rows, numbered=False)]
    blocks += [Heading(phrase(N_("Attendance in {year}"), year=str(frame.month.year)), 2), _attendance_of_year(frame)]
    return (Part("meetings", _("Meetings and attendance"), tuple(blocks)),)


def _overview(found: tuple[MeetingRow, ...]) -> Table:
    columns = (
        Column("on", _("Date"), "date", 20),
        Column("kind", _("Kind of meeting"), width=34),
        Column("place", _("Place"), width=36),
        Column("chair", _("Led by"), width=34),
        Column("invited", _("Invited"), "number", 15),
        Column("present", _("Present"), "integer", 15, align="centre"),
        Column("absent", _("Absent"), "integer", 15, align="centre"),
        Column("note", _("Remarks"), width=40),
    )
    rows = tuple(Row((row.on, say(KINDS[row.kind]), row.place, row.chair_name, *_counts(row), _standing(row))) for row in found)
    return Table(columns, rows, numbered=False)


def _counts(row: MeetingRow) -> tuple[int | None, int | None, int | None]:
    return (row.invited, row.present, row.absent) if row.standing == "held" else (None, None, None)


def _standing(row: MeetingRow) -> str:
    if row.standing == "cancelled":
        return phrase(N_("cancelled: {reason}"), reason=row.reason or "")
    if row.standing == "planned":
        return _("not written down yet")
    return "" if row.quorate else _("below quorum")


def _attendance_of_year(frame: Frame) -> Table:
    columns = (
        Column("no", _("No."), "number", 9),
        Column("name", _("Name"), width=60),
        Column("counted", _("Meetings"), "integer", 18, align="centre"),
        *(Column(state.value, say(words).capitalize(), "integer", 20, align="centre") for state, words in PRESENCES.items()),
    )
    found = frame.ask(AttendanceOfYear(frame.month.year, frame.until))
    rows = tuple(
        Row((no, one.name, one.counted, one.present, one.late, one.excused, one.ill, one.absent))
        for no, one in enumerate(found, 1)
    )
    return Table(columns, rows, numbered=False, empty=_("No meeting was written down in this year."))


# ---------------------------------------------------------------------------------------------------- by themselves


def book(frame: Frame) -> tuple[Part, ...]:
    """Daftar hadir and notulen of each meeting held in the month; an empty page where there was none."""
    held = frame.ask(Meetings(frame.month, standing="held"))
    if not held:
        return (Part("meetings", _("Attendance and minutes"), (Paragraph(_("No meeting was held in this month.")),)),)
    made: list[Part] = []
    for row in held:
        page = frame.ask(Meeting(row.id))
        group = read_group(frame.reading, row.on)
        made += [_attendance_part(frame.reading, group, page), _minutes_part(group, page)]
    return tuple(made)


def invitation(reading: Reading, meeting: int, *, paper: Paper = "f4") -> Document:
    """Undangan of one meeting, one for all members."""
    page = ask(reading, Meeting(meeting))
    row = page.row
    group = read_group(reading, row.on)
    items = [(_("Day and date"), full_date(row.on))]
    if row.starts:
        items.append((_("Time"), phrase(N_("{hour} o'clock until it is finished"), hour=_hour(row.starts))))
    if row.place:
        items.append((_("Place"), row.place))
    items.append((_("Kind of meeting"), say(KINDS[row.kind])))
    invited = [_("All members of the group"), *(page.guests or "").splitlines()]
    blocks: list[Block] = [
        Pairs(((_("Subject"), _("Invitation to a meeting")), (pgettext("letter", "To"), invited[0])), 24),
        *(Pairs((("", name),), 24) for name in invited[1:]),
        Gap(6),
        Paragraph(_("With respect,")),
        Paragraph(phrase(N_("we invite you to a meeting of {group}, to be held on:"), group=group.called)),
        Gap(2),
        Pairs(tuple(items), 40),
        Gap(2),
    ]
    if page.agenda:
        blocks += [Paragraph(_("What will be talked about:"), bold=True), Paragraph(page.agenda), Gap(2)]
    blocks += [
        Paragraph(_("We hope that you will come on time. Thank you.")),
        Gap(4),
        _two(group, reading.today, "ketua", "sekretaris"),
    ]
    part = Part("invitation", _("Invitation"), tuple(blocks), period="")
    return _paper(reading, group, _("Invitation"), row.on, (part,), paper)


def attendance_list(reading: Reading, meeting: int, *, paper: Paper = "f4") -> Document:
    """Daftar hadir: to be signed at a planned meeting, as it was at one that was held."""
    page = ask(reading, Meeting(meeting))
    group = read_group(reading, page.row.on)
    return _paper(reading, group, _("Attendance list"), page.row.on, (_attendance_part(reading, group, page),), paper)


def minutes(reading: Reading, meeting: int, *, paper: Paper = "f4") -> Document:
    """Notulen with all parts that domain.md 2.9 names."""
    page = ask(reading, Meeting(meeting))
    group = read_group(reading, page.row.on)
    return _paper(reading, group, _("Minutes of the meeting"), page.row.on, (_minutes_part(group, page),), paper)


def _paper(reading: Reading, group: Group, title: str, on: date, parts: tuple[Part, ...], paper: Paper) -> Document:
    """A paper without money: it carries no check code, for what it says is not under the seal."""
    practice = reading.facts.practice
    return Document(
        title, long_date(on), group.letterhead, parts, foot=f"{title}, {long_date(on)}", paper=paper, practice=practice
    )


def _attendance_part(reading: Reading, group: Group, page: MeetingPage) -> Part:
    row = page.row
    lines = page.attendance or ask(reading, AttendanceSheet(row.on))
    known = {one.person: one for one in ask(reading, Members(row.on))}
    held = row.standing == "held"
    columns = (
        Column("no", _("No."), "number", 9),
        Column("name", _("Name"), width=44),
        Column("address", _("Address"), width=38),
        Column("role", _("Position"), width=28),
        Column("state", _("Remarks"), width=28),
        Column("odd", "", width=24, over=_("Signature"), small=True),
        Column("even", "", width=24, over=_("Signature"), small=True),
    )
    rows = tuple(_present(no, line, known.get(line.person), held=held) for no, line in enumerate(lines, 1))
    facts = Pairs(tuple(_facts(row)), _LABELS)
    blocks: list[Block] = [facts, Gap(2), Table(columns, rows, empty=_("No member is written yet."))]
    if page.guests:
        blocks += [Heading(_("Guests"), 2), Paragraph(page.guests)]
    if held:
        values = {"invited": row.invited, "present": row.present, "absent": row.absent}
        blocks.append(Paragraph(phrase(N_("Invited {invited}, present {present}, absent {absent}."), **values)))
    blocks.append(_signed(group, row))
    return Part(f"meetings-{row.id}-attendance", _("Attendance list"), tuple(blocks), period=long_date(row.on))


def _present(no: int, line: AttendanceRow, member: MemberRow | None, *, held: bool) -> Row:
    address = ", ".join(part for part in (member.address, member.neighbourhood) if part) if member else ""
    role = ", ".join(member.roles) if member and member.roles else _("Member")
    state = ", ".join(part for part in (say(PRESENCES[line.state]), line.note) if part) if held else ""
    odd, even = (f"{no}.{_ROOM}", None) if no % 2 else (None, f"{no}.{_ROOM}")
    return Row((no, line.name, address, role, state, odd, even))


def _minutes_part(group: Group, page: MeetingPage) -> Part:
    row = page.row
    facts = [*_facts(row), (_("Led by"), row.chair_name or "–"), (_("Minutes by"), row.minutes_by_name or "–")]
    if row.standing == "held":
        facts += [(_("Invited"), str(row.invited)), (_("Present"), str(row.present)), (_("Absent"), str(row.absent))]
    blocks: list[Block] = [Pairs(tuple(facts), _LABELS)]
    if row.standing == "held" and not row.quorate:
        said = N_("This meeting had no quorum: {present} came, {needed} are needed.")
        blocks += [Gap(2), Note(phrase(said, present=row.present, needed=row.needed))]
    if page.guests:
        blocks += [Heading(_("Guests"), 2), Paragraph(page.guests)]
    if page.carried:
        blocks += [Heading(_("Left to be done by earlier meetings"), 2), _tasks(page.carried)]
    for title, text in (
        (_("What was on the agenda"), page.agenda),
        (_("How the meeting went"), page.course),
        (_("Conclusion"), page.conclusion),
    ):
        blocks += [Heading(title, 2), Paragraph(text or "–")]
    blocks.append(Heading(_("Decisions"), 2))
    standing = [one for one in page.decisions if one.withdrawn is None]
    blocks += [Paragraph(f"{one.no}. {one.text}") for one in standing] or [Paragraph("–")]
    if page.follow_ups:
        blocks += [Heading(_("What is to be done"), 2), _tasks(page.follow_ups)]
    blocks += [Heading(_("Closing words"), 2), Paragraph(page.ending or "–"), _signed(group, row)]
    return Part(f"meetings-{row.id}-minutes", _("Minutes of the meeting"), tuple(blocks), period=long_date(row.on))


def _tasks(found: tuple[FollowUpRow, ...]) -> Table:
    columns = (
        Column("no", _("No."), "number", 9),
        Column("what", _("What is to be done"), width=84),
        Column("who", _("By whom"), width=40),
        Column("due", _("Until"), "date", 22),
        Column("done", _("Done on"), "date", 22),
    )
    rows = tuple(Row((no, one.text, one.name, one.due, one.done)) for no, one in enumerate(found, 1))
    return Table(columns, rows, numbered=False)


def _facts(row: MeetingRow) -> list[tuple[str, str]]:
    found = [(_("Kind of meeting"), say(KINDS[row.kind])), (_("Day and date"), full_date(row.on))]
    if row.starts:
        until = f"–{_hour(row.ends)}" if row.ends else ""
        found.append((_("Time"), f"{_hour(row.starts)}{until}"))
    found.append((_("Place"), row.place or "–"))
    return found


def _hour(kept: str) -> str:
    return kept.replace(":", ".")


def _signed(group: Group, row: MeetingRow) -> Signatures:
    """Note-taker and chair of the meeting."""
    parties = (Party(_("Minutes by"), row.minutes_by_name or ""), Party(_("Chair of the meeting"), row.chair_name or ""))
    return Signatures(group.place, long_date(row.on), parties, stamp=False)


def _two(group: Group, on: date, first: str, second: str) -> Signatures:
    titles = {"ketua": _("Chair"), "sekretaris": _("Secretary")}
    parties = tuple(Party(titles[role], group.officers.get(role, "")) for role in (first, second))
    return Signatures(group.place, long_date(on), parties)
