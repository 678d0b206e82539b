"""Members join, change, leave and come back; outsiders; officers and their terms."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kubebuku.app.office import Office
from kubebuku.books.cash.commands import GiveAdvance
from kubebuku.books.group.queries import AttentionList
from kubebuku.books.members.commands import (
    AddMember,
    AddOutsider,
    AppointOfficer,
    ChangeMember,
    ChangeOutsider,
    DeletePerson,
    EndTerm,
    MemberLeaves,
    MemberReturns,
)
from kubebuku.books.members.queries import DoubtsAbout, Member, Members, Officers, Outsiders, People
from kubebuku.books.members.rules import age_on
from kubebuku.books.mending.commands import KeepPending
from kubebuku.domain.entries import PersonId
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import say
from tests.books.trading import Trade, day

MAN, WOMAN = "3602041211870001", "3273056010900009"
CARD = "3273050101150001"


@pytest.fixture
def trade(office: Office) -> Trade:
    return Trade(office)


def joins(name: str = "Ani Contoh", **more: Any) -> AddMember:
    return AddMember(**{"full_name": name, "joined": date(2026, 1, 4), **more})


def member(trade: Trade, name: str = "Ani Contoh", **more: Any) -> PersonId:
    return PersonId(trade.run(joins(name, **more)).made["person"])


def changes(person: int, name: str = "Ani Contoh", **more: Any) -> ChangeMember:
    return ChangeMember(**{"person": PersonId(person), "full_name": name, "joined": date(2026, 1, 4), "number": 1, **more})


def warnings(trade: Trade, command: AddMember | ChangeMember) -> list[str]:
    return [say(sentence) for sentence in trade.run(command).warned]


# ---- joining


def test_members_are_numbered_in_the_order_of_joining(trade: Trade) -> None:
    member(trade, "Ani Contoh")
    assert trade.said(joins("Budi Contoh")) == "Budi Contoh menjadi anggota nomor 2."
    assert [(row.number, row.name) for row in trade.answer(Members())] == [(1, "Ani Contoh"), (2, "Budi Contoh")]


def test_everything_about_a_member_is_kept(trade: Trade) -> None:
    person = member(
        trade,
        "  Siti   Ma'rufah ",
        number=7,
        sex="P",
        birth_place="Banjarmasin",
        birth_date=date(1990, 10, 20),
        education="SMP",
        occupation="Penjahit",
        address="Jl. Contoh 4",
        neighbourhood="RT 04 RW 02",
        phone="0812 0000 0000",
        marital="kawin",
        nik=WOMAN,
        family_card=CARD,
        note="pindahan",
    )
    row = trade.answer(Member(person))
    assert (row.name, row.number, row.age, row.nik, row.family_card) == ("Siti Ma'rufah", 7, 36, WOMAN, CARD)
    assert (row.birth_place, row.education, row.neighbourhood, row.marital) == ("Banjarmasin", "SMP", "RT 04 RW 02", "kawin")
    assert (row.joined, row.active, row.note) == (date(2026, 1, 4), True, "pindahan")


def test_two_people_may_have_one_name(trade: Trade) -> None:
    member(trade, "Ani Contoh")
    assert warnings(trade, joins("ANI  Contoh")) == ["Sudah ada Ani Contoh, nomor 1; nomornya membedakan mereka."]
    tags = [row.tag for row in trade.answer(People())]
    assert tags == ["no. 1", "no. 2"]


def test_a_name_is_a_name(trade: Trade) -> None:
    trade.refused(joins("   "), "name-missing", "full_name")
    trade.refused(joins("A" * 121), "name-too-long", "full_name")
    assert warnings(trade, joins("\u0410ni Contoh"))[0].startswith("Nama ini memakai huruf asing")


def test_a_number_belongs_to_one_member(trade: Trade) -> None:
    member(trade, number=3)
    trade.refused(joins("Budi Contoh", number=3), "member-number-taken", "number")
    trade.refused(joins("Budi Contoh", number=0), "member-number-wrong", "number")


def test_impossible_nik_are_refused_and_empty_ones_are_not(trade: Trade) -> None:
    refused = trade.refused(joins(nik="123456789123456"), "identity-length", "nik")
    assert isinstance(refused, RuleBroken)
    trade.refused(joins(nik=WOMAN, family_card=WOMAN), "identity-same", "family_card")
    trade.refused(joins(family_card="3273050001150001"), "identity-day", "family_card")
    assert member(trade, nik="  ", family_card=" ")


def test_one_nik_is_one_person(trade: Trade) -> None:
    person = member(trade, nik=WOMAN, sex="P")
    trade.refused(joins("Budi Contoh", nik=WOMAN), "nik-taken", "nik")
    trade.run(changes(person, nik=WOMAN, sex="P"))


def test_what_does_not_fit_together_is_told_and_kept(trade: Trade) -> None:
    told = warnings(trade, joins(nik=MAN, sex="P", birth_date=date(1987, 11, 13), family_card=CARD))
    assert told == [
        "Tanggal lahir menurut NIK 12 November 1987, yang ditulis 13 November 1987.",
        "Menurut NIK ini laki-laki, yang ditulis perempuan.",
    ]
    assert warnings(trade, joins("Budi Contoh", family_card=CARD)) == [
        "No. KK ini sama dengan Ani Contoh, nomor 1; biasanya satu keluarga satu anggota."
    ]


@pytest.mark.parametrize(("born", "age"), [(date(1960, 11, 22), 66), (date(2010, 1, 1), 16)])
def test_unusual_ages_are_told(trade: Trade, born: date, age: int) -> None:
    assert warnings(trade, joins(birth_date=born)) == [f"Umur {age} tahun: anggota biasanya berumur 18 sampai 59 tahun."]


def test_age_counts_full_years() -> None:
    assert [age_on(date(1990, 10, 20), day) for day in (date(2026, 10, 19), date(2026, 10, 20))] == [35, 36]


def test_the_thirty_fourth_member_is_told_and_kept(trade: Trade) -> None:
    for number in range(33):
        assert warnings(trade, joins(f"Anggota {number + 1}")) == []
    assert warnings(trade, joins("Satu lagi")) == ["Anggota kelompok menjadi 34 orang; biasanya paling banyak 33."]


def test_warnings_are_known_before_saving(trade: Trade) -> None:
    member(trade)
    assert len(trade.answer(DoubtsAbout(joins()))) == 1
    with pytest.raises(RuleBroken):
        trade.answer(DoubtsAbout(joins(nik="1")))
    assert len(trade.answer(Members())) == 1


def test_days_have_their_order(trade: Trade) -> None:
    trade.refused(joins(birth_date=date(2026, 1, 4)), "born-too-late", "birth_date")
    trade.refused(joins(joined=date(2026, 11, 24)), "day-ahead", "joined")
    trade.refused(joins(sex="X"), "sex-unknown", "sex")


def test_an_outsider_who_joins_keeps_what_is_written_about_them(trade: Trade) -> None:
    person = PersonId(trade.run(AddOutsider(full_name="Dedi Contoh")).made["person"])
    trade.money()
    trade.run(GiveAdvance(on=day("5/11"), description="Belanja", amount=Rupiah(1_000), person=person))
    assert member(trade, "Dedi Contoh", person=person) == person
    assert trade.answer(Outsiders()) == ()
    trade.refused(joins("Dedi Contoh", person=person), "still-member", "person")
    trade.refused(joins("Dedi Contoh", person=PersonId(99)), "unknown-outsider", "person")


# ---- changing


def test_a_change_writes_everything_anew(trade: Trade) -> None:
    person = member(trade, phone="0812", note="lama")
    trade.run(changes(person, "Ani Contoh Baru", number=5))
    row = trade.answer(Member(person))
    assert (row.name, row.number, row.phone, row.note) == ("Ani Contoh Baru", 5, None, None)


def test_only_members_are_changed_as_members(trade: Trade) -> None:
    trade.refused(changes(9), "unknown-member", "person")
    with pytest.raises(RuleBroken):
        trade.answer(Member(9))


def test_a_change_keeps_the_order_of_joining_and_leaving(trade: Trade) -> None:
    person = member(trade)
    trade.run(MemberLeaves(person=person, on=date(2026, 2, 1), reason="Pindah"))
    trade.refused(changes(person, joined=date(2026, 3, 1)), "leaves-before-joining", "on")


# ---- leaving


def leaves(person: PersonId, on: date = date(2026, 11, 20), reason: str = "Pindah ke kota lain") -> MemberLeaves:
    return MemberLeaves(person=person, on=on, reason=reason)


def test_a_member_leaves_with_a_reason(trade: Trade) -> None:
    person = member(trade)
    trade.refused(leaves(person, reason=" "), "leaving-reason-missing", "reason")
    trade.refused(leaves(person, on=date(2025, 1, 1)), "leaves-before-joining", "on")
    trade.refused(leaves(person, on=date(2026, 12, 24)), "day-ahead", "on")
    trade.run(leaves(person))
    assert trade.answer(Members()) == ()
    (row,) = trade.answer(Members(with_left=True))
    assert (row.left_on, row.left_reason, row.active) == (date(2026, 11, 20), "Pindah ke kota lain", False)
    trade.refused(leaves(person), "already-left", "person")
    trade.refused(leaves(PersonId(9)), "unknown-member", "person")


def test_who_was_a_member_on_a_day(trade: Trade) -> None:
    person = member(trade)
    trade.run(leaves(person))
    assert [row.person for row in trade.answer(Members(at=date(2026, 6, 1)))] == [person]
    assert trade.answer(Members(at=date(2026, 11, 20))) == ()
    assert trade.answer(Members(at=date(2026, 1, 1))) == ()


def test_nobody_leaves_while_accounts_are_open(trade: Trade) -> None:
    person = member(trade)
    trade.post(
        "2026-11-01 | Simpanan pokok | 1102 50.000 | 3101 -50.000 &ani", "2026-11-01 | Iuran IKS | 1103 2.000 | 2120 -2.000 &ani"
    )
    refused = trade.refused(leaves(person), "member-has-balances", "person")
    assert getattr(refused, "balances") == [("Simpanan Pokok", 50_000)]  # noqa: B009 - a value of this refusal only
    trade.post("2026-11-19 | Simpanan dikembalikan | 3101 50.000 &ani | 1102 -50.000")
    trade.run(leaves(person))


def test_one_who_left_may_come_back(trade: Trade) -> None:
    person = member(trade)
    trade.refused(MemberReturns(person=person, on=date(2026, 11, 21)), "still-member", "person")
    trade.run(leaves(person))
    trade.refused(MemberReturns(person=person, on=date(2026, 11, 1)), "leaves-before-joining", "on")
    assert trade.said(MemberReturns(person=person, on=date(2026, 11, 21))) == "Ani Contoh menjadi anggota lagi, nomor 1."
    assert trade.answer(Member(person)).active


def test_people_who_left_are_chosen_only_when_asked_for(trade: Trade) -> None:
    trade.run(leaves(member(trade)))
    trade.run(AddOutsider(full_name="Toko Contoh", address="Pasar"))
    assert [(row.name, row.tag) for row in trade.answer(People())] == [("Toko Contoh", "Pasar")]
    assert [row.standing for row in trade.answer(People(with_left=True))] == ["left", "outsider"]
    assert trade.answer(People(members_only=True)) == ()


# ---- outsiders and deletion


def test_outsiders_by_name(trade: Trade) -> None:
    toko = PersonId(trade.run(AddOutsider(full_name="Toko Contoh", phone="0511", nik=MAN)).made["person"])
    trade.run(AddOutsider(full_name="Bu Émy Contoh"))
    trade.run(ChangeOutsider(person=toko, full_name="Toko Contoh Jaya", address="Pasar Lama"))
    rows = trade.answer(Outsiders())
    assert [row.name for row in rows] == ["Bu Émy Contoh", "Toko Contoh Jaya"]
    assert (rows[1].address, rows[1].phone, rows[1].nik) == ("Pasar Lama", None, None)


def test_only_outsiders_are_changed_as_outsiders(trade: Trade) -> None:
    person = member(trade)
    trade.refused(ChangeOutsider(person=person, full_name="Ani"), "unknown-outsider", "person")
    trade.refused(AddOutsider(full_name="Toko", nik="0"), "identity-length", "nik")


def test_a_person_added_by_mistake_is_deleted(trade: Trade) -> None:
    trade.run(DeletePerson(person=member(trade)))
    assert trade.answer(People(with_left=True)) == ()
    trade.refused(DeletePerson(person=PersonId(1)), "unknown-member", "person")


def test_a_person_in_the_books_stays(trade: Trade) -> None:
    trade.money()
    person = member(trade)
    entry = trade.entry(GiveAdvance(on=day("5/11"), description="Belanja", amount=Rupiah(1_000), person=person))
    trade.undo(entry)
    trade.refused(DeletePerson(person=person), "person-in-books", "person")


def test_an_officer_and_one_in_a_pending_note_stay(trade: Trade) -> None:
    officer = member(trade)
    trade.run(AppointOfficer(person=officer, role="ketua", since=date(2026, 1, 4)))
    trade.refused(DeletePerson(person=officer), "person-in-books", "person")
    waiting = member(trade, "Budi Contoh")
    trade.run(KeepPending(command=GiveAdvance(on=day("5/11"), description="Belanja", amount=Rupiah(1_000), person=waiting)))
    trade.refused(DeletePerson(person=waiting), "person-in-books", "person")


# ---- officers


def appoints(person: PersonId, role: str = "ketua", since: date = date(2026, 1, 4), **more: Any) -> AppointOfficer:
    return AppointOfficer(person=person, role=role, since=since, **more)


def test_officers_in_the_order_of_signing(trade: Trade) -> None:
    ani, budi, citra = (member(trade, name) for name in ("Ani Contoh", "Budi Contoh", "Citra Contoh"))
    trade.run(appoints(citra, "Seksi usaha"), appoints(budi, "bendahara"), appoints(ani, "Ketua"))
    assert [(term.role, term.name) for term in trade.answer(Officers())] == [
        ("ketua", "Ani Contoh"),
        ("bendahara", "Budi Contoh"),
        ("Seksi usaha", "Citra Contoh"),
    ]
    assert trade.answer(Member(ani)).roles == ("Ketua",)
    assert trade.answer(Officers(at=date(2026, 1, 3))) == ()


def test_one_chair_at_a_time(trade: Trade) -> None:
    ani, budi = member(trade), member(trade, "Budi Contoh")
    trade.run(appoints(ani))
    trade.refused(appoints(budi, since=date(2026, 6, 1)), "role-held", "role")
    trade.run(appoints(budi, since=date(2026, 6, 1), in_place_of_present=True))
    assert [(term.name, term.until) for term in trade.answer(Officers(history=True))] == [
        ("Budi Contoh", None),
        ("Ani Contoh", date(2026, 5, 31)),
    ]
    assert [term.name for term in trade.answer(Officers(at=date(2026, 5, 31)))] == ["Ani Contoh"]
    trade.refused(appoints(ani, since=date(2026, 6, 1), in_place_of_present=True), "term-ends-before-start", "until")


def test_an_office_is_held_by_a_present_member(trade: Trade) -> None:
    person = member(trade)
    trade.refused(appoints(person, " "), "role-missing", "role")
    trade.refused(appoints(person, since=date(2026, 12, 1)), "day-ahead", "since")
    trade.run(leaves(person))
    trade.refused(appoints(person), "already-left", "person")
    trade.refused(appoints(PersonId(9)), "unknown-member", "person")


def test_a_term_ends(trade: Trade) -> None:
    term = trade.run(appoints(member(trade))).made["term"]
    trade.refused(EndTerm(term=term, until=date(2026, 1, 3)), "term-ends-before-start", "until")
    trade.refused(EndTerm(term=term, until=date(2026, 12, 3)), "day-ahead", "until")
    trade.run(EndTerm(term=term, until=date(2026, 11, 1), reason="Masa bakti selesai"))
    assert trade.answer(Officers()) == ()
    trade.refused(EndTerm(term=term, until=date(2026, 11, 2)), "unknown-term", "term")


def test_offices_end_when_a_member_leaves(trade: Trade) -> None:
    person = member(trade)
    trade.run(appoints(person), leaves(person))
    (term,) = trade.answer(Officers(history=True))
    assert (term.until, term.reason) == (date(2026, 11, 20), "Pindah ke kota lain")


# ---- attention


def test_a_small_group_with_empty_offices_is_told(trade: Trade) -> None:
    assert [line.key for line in trade.answer(AttentionList()) if line.key in ("size", "officers")] == []
    trade.run(appoints(member(trade)))
    told = {line.key: [say(line.title), say(line.detail)] for line in trade.answer(AttentionList()) if line.detail}
    assert told["size"] == ["Anggota kelompok 1 orang", "Biasanya 10 sampai 33 orang."]
    assert told["officers"] == ["Ada jabatan yang kosong", "Masih kosong: Sekretaris dan Bendahara."]
