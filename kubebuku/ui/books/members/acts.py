"""What can be done with a member, an outsider or a term of office, from the list and from the person's own page alike."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from kubebuku.books.members.commands import AppointOfficer, DeletePerson, EndTerm, MemberLeaves, MemberReturns
from kubebuku.books.members.queries import MemberRow, OutsiderRow, Term
from kubebuku.books.spec import Command, Door, Field, FieldKind, Form
from kubebuku.domain.entries import PersonId
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui import messages, places
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.parts import open_book
from kubebuku.ui.widgets import Act
from kubebuku.ui.window import Window

#: The offices every group has, as the book writes them; others are written by the group.
ROLES: Mapping[str, str] = {"ketua": N_("Chair"), "sekretaris": N_("Secretary"), "bendahara": N_("Treasurer")}

_ON = Field("on", FieldKind.DATE, N_("Last day as a member"))
_WHY = Field("reason", FieldKind.TEXT, N_("Why?"), N_("For example: moved to another town"))
LEAVING = Form("leave", MemberLeaves, Door.OTHER, "orang", N_("A member leaves"), "", (_ON, _WHY))
RETURNING = Form(
    "return", MemberReturns, Door.OTHER, "orang", N_("A member comes back"), "", (Field("on", FieldKind.DATE, N_("From when?")),)
)
APPOINTING = Form(
    "appoint",
    AppointOfficer,
    Door.OTHER,
    "anggota",
    N_("Appoint an officer"),
    "",
    (
        Field("person", FieldKind.MEMBER, N_("Who?")),
        Field(
            "role",
            FieldKind.TEXT,
            N_("Which office?"),
            N_("ketua, sekretaris, bendahara, or another"),
        ),
        Field("since", FieldKind.DATE, N_("From when?")),
        Field("in_place_of_present", FieldKind.YES_NO, N_("In place of the present one")),
    ),
)
ENDING = Form(
    "end_term",
    EndTerm,
    Door.OTHER,
    "anggota",
    N_("The office ends"),
    "",
    (
        Field("until", FieldKind.DATE, N_("Last day in the office")),
        Field("reason", FieldKind.TEXT, N_("Why?"), N_("May stay empty")),
    ),
)


#: A line of the lists of people.
Line = MemberRow | OutsiderRow | Term


def role_words(role: str) -> str:
    """An office in the reader's language."""
    return _(ROLES[role]) if role in ROLES else role


def open_row(window: Window, line: Line) -> None:
    """Enter on a line: the person's own page."""
    window.go(places.Person(person=line.person))


def acts(window: Window, line: Line) -> list[Act]:
    """The buttons for a line, the likeliest first; none that write in a book that is only read."""
    writable = open_book.writable(window)
    found: list[Act] = [(_("Look"), partial(open_row, window, line), "orang")]
    if not writable:
        return found
    if isinstance(line, MemberRow):
        return [*found, *member_acts(window, line)]
    if isinstance(line, OutsiderRow):
        return [*found, *outsider_acts(window, line)]
    if line.until is None:
        found.append((_("End the office"), partial(_end_term, window, line), None))
    return found


def member_acts(window: Window, line: MemberRow) -> list[Act]:
    """Change, appoint, leave; or come back."""
    change: Act = (_("Change"), partial(window.go, places.PersonForm(kind="member", person=line.person)), "catat")
    if not line.active:
        return [change, (_("Comes back"), partial(_return, window, line), None)]
    return [
        change,
        (_("Appoint"), partial(appoint, window, line.person), "anggota"),
        (_("Leaves the group"), partial(_leave, window, line), None),
    ]


def outsider_acts(window: Window, line: OutsiderRow) -> list[Act]:
    """Change, join the group, delete what was written by mistake."""
    return [
        (_("Change"), partial(window.go, places.PersonForm(kind="outsider", person=line.person)), "catat"),
        (_("Becomes a member"), partial(window.go, places.PersonForm(kind="member", joins=line.person)), "anggota"),
        (_("Delete"), partial(delete, window, line.person, line.name), None),
    ]


def appoint(window: Window, person: int | None = None) -> None:
    """Ask who takes which office."""
    values = {} if person is None else {"person": person}
    ask_form(window, APPOINTING, values, main=_("Appoint"), suggestions={"role": tuple(ROLES)})


def delete(window: Window, person: int, name: str) -> None:
    """Delete one who was added by mistake, after asking; the book refuses where the name stands in it."""
    sure = messages.door().ask(
        _("Delete {name}?").format(name=name),
        _("Only a name that stands in no record can be deleted. Everything else stays in the books."),
        main=_("Delete"),
        kind="warn",
    )
    if sure:
        command: Command = DeletePerson(person=PersonId(person))
        window.session.run(window, command, partial(tell, window))


def _leave(window: Window, line: MemberRow) -> None:
    ask_form(
        window,
        LEAVING,
        {"person": PersonId(line.person)},
        title=_("{name} leaves the group").format(name=line.name),
        text=_("Savings, loans and other debts must be settled first. The name stays in the books."),
        main=_("Leaves the group"),
    )


def _return(window: Window, line: MemberRow) -> None:
    title = _("{name} comes back").format(name=line.name)
    ask_form(window, RETURNING, {"person": PersonId(line.person)}, title=title, main=_("Comes back"))


def _end_term(window: Window, line: Term) -> None:
    title = _("{name} ends the office: {role}").format(name=line.name, role=role_words(line.role))
    ask_form(window, ENDING, {"term": line.id}, title=title, main=_("End the office"))
