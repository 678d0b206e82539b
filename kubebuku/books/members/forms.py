"""How people are asked for."""

from __future__ import annotations

from kubebuku.books.members.commands import AddMember, AddOutsider, AppointOfficer, MemberLeaves
from kubebuku.books.spec import Door, Field, FieldKind, Form
from kubebuku.domain.text import N_

NAME = Field("full_name", FieldKind.TEXT, N_("Name"), N_("As people call this person"))
ADDRESS = Field("address", FieldKind.TEXT, N_("Address"))
PHONE = Field("phone", FieldKind.TEXT, N_("Telephone"))
NIK = Field("nik", FieldKind.TEXT, N_("NIK"), N_("16 digits on the KTP; leave it empty until the card is there"))
NOTE = Field("note", FieldKind.TEXT, N_("Note"))

FORMS: tuple[Form, ...] = (
    Form(
        "add_member",
        AddMember,
        Door.OTHER,
        "anggota",
        N_("New member"),
        N_("joins the group"),
        (
            NAME,
            Field("joined", FieldKind.DATE, N_("Joined on")),
            Field("number", FieldKind.NUMBER, N_("Member number"), N_("Empty: the next free one")),
            Field("sex", FieldKind.CHOICE, N_("L or P"), choices=(("L", N_("L, man")), ("P", N_("P, woman")))),
            Field("birth_place", FieldKind.TEXT, N_("Place of birth")),
            Field("birth_date", FieldKind.DATE, N_("Day of birth"), N_("For example 17/8/1980")),
            Field("education", FieldKind.TEXT, N_("Schooling")),
            Field("occupation", FieldKind.TEXT, N_("Work")),
            ADDRESS,
            Field("neighbourhood", FieldKind.TEXT, N_("RT and RW")),
            PHONE,
            Field("marital", FieldKind.TEXT, N_("Marital status")),
            NIK,
            Field("family_card", FieldKind.TEXT, N_("No. KK"), N_("16 digits at the top of the family card")),
            NOTE,
        ),
    ),
    Form(
        "add_outsider",
        AddOutsider,
        Door.OTHER,
        "orang",
        N_("New person outside the group"),
        N_("customer, shop, borrower, giver"),
        (NAME, ADDRESS, PHONE, NIK, NOTE),
    ),
    Form(
        "appoint",
        AppointOfficer,
        Door.OTHER,
        "anggota",
        N_("Appoint an officer"),
        N_("chair, secretary, treasurer or another office"),
        (
            Field("person", FieldKind.MEMBER, N_("Who?")),
            Field("role", FieldKind.TEXT, N_("Which office?"), N_("ketua, sekretaris, bendahara, or another")),
            Field("since", FieldKind.DATE, N_("From when?")),
            Field("in_place_of_present", FieldKind.YES_NO, N_("In place of the present one")),
        ),
    ),
    Form(
        "member_leaves",
        MemberLeaves,
        Door.OTHER,
        "anggota",
        N_("A member leaves"),
        N_("once savings and loans are settled"),
        (
            Field("person", FieldKind.MEMBER, N_("Who?")),
            Field("on", FieldKind.DATE, N_("When?")),
            Field("reason", FieldKind.TEXT, N_("Why?")),
        ),
    ),
)
