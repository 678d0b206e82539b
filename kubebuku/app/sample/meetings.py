"""What the practice group meets about, who visits it, which letters come and go, and what else it does.

Every name ends in "Contoh"; meetings are those days on which the boxes are counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from kubebuku.app.sample.chance import Chance
from kubebuku.app.sample.decided import Decided
from kubebuku.app.sample.hunafa import is_meeting
from kubebuku.books.activities.commands import WriteActivity
from kubebuku.books.guests.commands import WriteGuest
from kubebuku.books.letters.commands import FollowUp, Way, WriteLetter
from kubebuku.books.letters.rules import letter_number
from kubebuku.books.meetings.commands import (
    Attended,
    HoldMeeting,
    MeetingKind,
    PlanMeeting,
    SetMeetingRules,
    SettleFollowUp,
    TakeFine,
    Task,
)
from kubebuku.books.meetings.rules import Presence
from kubebuku.books.spec import Command
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import PersonId
from kubebuku.domain.money import Rupiah

_TOPICS = (
    ("Laporan kas", "Bendahara membacakan isi kotak; uang dihitung bersama dan cocok dengan buku.", "Laporan kas diterima."),
    ("Jadwal sewa tenda", "Giliran pasang tenda dibagi menurut RT.", "Giliran pasang tenda ditetapkan sampai rapat berikut."),
    ("Pesanan catering", "Juru masak menyampaikan pesanan dua minggu ke depan.", "Bahan dibeli di Toko Contoh."),
    ("Iuran IKS", "Iuran dikumpulkan; yang belum membayar diingatkan.", "Iuran IKS tetap seperti semula."),
    ("Simpanan dan pinjaman", "Simpanan wajib dan angsuran dibacakan.", "Yang terlambat mengangsur dikunjungi pengurus."),
    ("Perawatan tenda", "Terpal dan tali diperiksa bersama.", "Terpal yang sobek dijahit bulan ini."),
)
_TASKS = ("Menagih sewa yang belum lunas", "Menjahit terpal yang sobek", "Mengantar laporan ke kelurahan", "Membeli alat tulis")
_VISITS = (
    (
        "Wawan Contoh",
        "Pendamping",
        "Pendamping",
        "Melihat pembukuan",
        "Pembukuan rapi. Nota transport supaya selalu dilampirkan.",
    ),
    ("Lurah Contoh", "Kelurahan Contoh", "Lurah", "Menghadiri rapat", "Semoga kelompok terus maju."),
    ("Ratna Contoh", "Dinas Sosial", "Staf", "Monitoring bantuan", "Barang bantuan terawat dan dipakai."),
    ("Ketua Kube Contoh", "Kube tetangga", "Ketua", "Belajar pembukuan", None),
)
_CAME = (
    ("Kelurahan Contoh", "Undangan musyawarah kelurahan", FollowUp.DONE),
    ("Dinas Sosial", "Permintaan laporan perkembangan Kube", FollowUp.DONE),
    ("Kecamatan Contoh", "Undangan pameran usaha", FollowUp.NONE),
    ("Kantor Contoh", "Pemesanan tenda untuk hari jadi", FollowUp.DONE),
)
_WENT = (
    ("Dinas Sosial", "Laporan bulanan kelompok"),
    ("Kelurahan Contoh", "Undangan rapat bulanan"),
    ("Kantor Contoh", "Jawaban pemesanan tenda"),
)
_DONE = (
    ("Gotong royong membersihkan parit", "RT 04", "Anggota dan warga membersihkan parit bersama."),
    ("Pelatihan pembukuan sederhana", "Balai kelurahan", "Pendamping menerangkan cara mengisi buku kas."),
    ("Menjenguk anggota yang sakit", "Rumah anggota", "Pengurus dan beberapa anggota menjenguk."),
    ("Merawat dan menjemur tenda", "Rumah bendahara", "Tenda dijemur, tali dan tiang diperiksa."),
)

#: Meeting fines of the practice group.
_LATE, _ABSENT = Rupiah(1_000), Rupiah(2_000)


@dataclass
class Gatherings:
    """The acts of each day in the books without money. `members` by number: ketua, sekretaris, bendahara first."""

    members: list[PersonId]
    chance: Chance
    decided: Decided
    #: fines laid on at the last meeting, to be paid at the next
    _owing: list[tuple[PersonId, Rupiah]] = field(default_factory=list)
    #: things still to be done, by the number the book gives them
    _open: list[int] = field(default_factory=list)
    _tasks: int = 0
    _ruled: bool = False
    _sent: int = 0
    _year: int = 0

    def acts(self, day: date) -> Iterator[Command]:
        """What is written on `day`."""
        if not self._ruled:
            self._ruled = True
            yield SetMeetingRules(fine_late=_LATE, fine_absent=_ABSENT)
        yield from self._visits(day)
        yield from self._post(day)
        if is_meeting(day):
            yield from self._fines(day)
            yield from self._finished(day)
            meeting = self._meeting(day)
            costs = {Presence.LATE: _LATE, Presence.ABSENT: _ABSENT}
            self._owing = [(line.person, costs[line.state]) for line in meeting.attendance if line.state in costs]
            for _task in meeting.follow_ups:
                self._tasks += 1
                self._open.append(self._tasks)
            yield meeting
        elif day.day == 6 and self.chance.happens(70, "activity", day):
            title, place, story = self.chance.one(_DONE, "what", day)
            yield WriteActivity(
                on=day, title=title, person=self.chance.one(self.members, "charge", day), place=place, story=story
            )

    def next_meeting(self, until: date) -> PlanMeeting:
        """The one that is planned when the practice year ends."""
        day = until + timedelta(days=1)
        while not is_meeting(day):
            day += timedelta(days=1)
        return PlanMeeting(
            on=day,
            starts="15.30",
            place="Rumah ketua",
            agenda="1. Laporan kas\n2. Iuran IKS\n3. Lain-lain",
            chair=self.members[0],
            minutes_by=self.members[1],
            guests="Wawan Contoh, pendamping",
        )

    def _meeting(self, day: date) -> HoldMeeting:
        first = self.chance.number(0, len(_TOPICS) - 1, "topic", day)
        topics = [_TOPICS[0], _TOPICS[first or 1]]
        yearly = day.month == 1 and day.day <= 14
        follow_ups: tuple[Task, ...] = ()
        if self.chance.happens(55, "task", day):
            who = self.chance.one(self.members, "whose", day)
            task = self.chance.one(_TASKS, "which task", day)
            follow_ups = (Task(text=task, person=who, due=day + timedelta(days=self.chance.number(10, 20, "due", day))),)
        return HoldMeeting(
            on=day,
            kind=MeetingKind.YEARLY if yearly else MeetingKind.ROUTINE,
            starts="15.30",
            ends="17.15",
            place=self.chance.one(("Rumah ketua", "Balai RT 04", "Rumah bendahara"), "where", day),
            chair=self.members[0],
            minutes_by=self.members[1],
            guests="Wawan Contoh, pendamping" if self.chance.happens(30, "companion", day) else None,
            agenda="\n".join(f"{no}. {topic[0]}" for no, topic in enumerate(topics, 1)),
            course="\n".join(topic[1] for topic in topics),
            conclusion=" ".join(topic[2] for topic in topics),
            ending="Rapat ditutup dengan doa.",
            attendance=tuple(Attended(person=member, state=self._presence(member, day)) for member in self.members),
            decisions=self.decided.agreed(*(topic[2].rstrip(".") for topic in topics[1:])),
            follow_ups=follow_ups,
        )

    def _fines(self, day: date) -> Iterator[Command]:
        """Most who came late or not at all pay at the next meeting."""
        for member, amount in self._owing:
            if member in self.members and self.chance.happens(85, "pays", member, day):
                yield TakeFine(on=day, description="Denda rapat", amount=amount, person=member)

    def _finished(self, day: date) -> Iterator[Command]:
        """What the last meetings asked for is mostly done a few days before this one."""
        for task in tuple(self._open):
            if self.chance.happens(80, "done", task, day):
                self._open.remove(task)
                yield SettleFollowUp(follow_up=task, on=day - timedelta(days=self.chance.number(1, 4, "when", task)))

    def _presence(self, member: PersonId, day: date) -> Presence:
        drawn = self.chance.number(1, 100, "presence", member, day)
        for most, state in ((3, Presence.ABSENT), (8, Presence.ILL), (17, Presence.EXCUSED), (23, Presence.LATE)):
            if drawn <= most and member not in self.members[:2]:
                return state
        return Presence.PRESENT

    def _visits(self, day: date) -> Iterator[Command]:
        companion = day == Month.of(day).first + timedelta(days=13)
        if companion or (day.day == 24 and self.chance.happens(60, "visit", day)):
            name, agency, position, purpose, impression = _VISITS[0] if companion else self.chance.one(_VISITS[1:], "who", day)
            yield WriteGuest(on=day, full_name=name, agency=agency, position=position, purpose=purpose, impression=impression)

    def _post(self, day: date) -> Iterator[Command]:
        if day.day in (7, 19) and self.chance.happens(75, "letter", day):
            party, subject, state = self.chance.one(_CAME, "sender", day)
            written = day - timedelta(days=self.chance.number(1, 4, "written", day))
            number = f"{self.chance.number(11, 320, 'number', day)}/KC/{written.year}"
            yield WriteLetter(
                way=Way.IN,
                on=day,
                letter_date=written,
                party=party,
                subject=subject,
                number=number,
                enclosures="1 lembar",
                forwarded="Ketua",
                follow_up=state,
            )
        if day.day in (5, 22) and (day.day == 5 or self.chance.happens(50, "sent", day)):
            self._sent = 1 if day.year != self._year else self._sent + 1
            self._year = day.year
            party, subject = _WENT[0] if day.day == 5 else self.chance.one(_WENT[1:], "receiver", day)
            yield WriteLetter(
                way=Way.OUT,
                on=day,
                letter_date=day,
                party=party,
                subject=subject,
                number=letter_number(self._sent, day),
                enclosures="1 berkas" if day.day == 5 else None,
                copies="Pendamping",
            )
