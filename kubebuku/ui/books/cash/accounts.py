"""Tempat uang dan pos: where money lies and what it is written on, with balances; new ones, other names, closing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QWidget

from kubebuku.books.group.commands import AddAccount, CloseAccount, DeleteAccount, RenameAccount, ReopenAccount
from kubebuku.books.group.queries import AccountRow, Accounts
from kubebuku.books.spec import Changed, Command, Door, Field, FieldKind, Form
from kubebuku.domain.text import N_
from kubebuku.i18n import _
from kubebuku.ui import messages, places
from kubebuku.ui.forms.choices import box_icon
from kubebuku.ui.forms.dialog import ask_form, tell
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.listing import Listing
from kubebuku.ui.parts.tabbed import TabbedPage
from kubebuku.ui.tokens import ROW_CHOSEN
from kubebuku.ui.widgets import (
    Act,
    BookTable,
    CheckBox,
    ChipSpec,
    ColumnSpec,
    FlowRow,
    MainButton,
    SearchField,
    Sign,
)
from kubebuku.ui.window import Window


@dataclass(frozen=True, slots=True)
class Group:
    """A tab: the kinds of account it shows and what a new one is called."""

    key: str
    words: str
    new: str
    kinds: frozenset[str]


GROUPS = (
    Group("boxes", N_("Places of money"), N_("New place of money"), frozenset({"asset"})),
    Group("assets", N_("Other property"), N_("New line"), frozenset({"asset"})),
    Group("liabilities", N_("Debts and funds"), N_("New line"), frozenset({"liability"})),
    Group("equity", N_("Capital"), N_("New line"), frozenset({"equity"})),
    Group("income", N_("Income"), N_("New kind of income"), frozenset({"income"})),
    Group("cost", N_("Costs"), N_("New kind of cost"), frozenset({"cost"})),
)

_RENAMING = Form(
    "rename_account",
    RenameAccount,
    Door.OTHER,
    "catat",
    N_("Another name"),
    "",
    (Field("label", FieldKind.TEXT, N_("Name"), required=False),),
)


class AccountsPage(TabbedPage[str]):
    """``go("accounts", tab="cost")``."""

    nav = "bukulain"
    watches = Changed.ACCOUNTS | Changed.ENTRIES

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Places of money and lines"), [(group.key, group.words) for group in GROUPS], back=window.back)
        self.rows: tuple[AccountRow, ...] = ()
        self.new = MainButton(_("New place of money"), "tambah", self._new)
        self.head.add(self.new)
        self.search = SearchField(_("Search name or code"))
        self.unused = CheckBox(_("Also those that are empty and unused"))
        self.table = BookTable(_COLUMNS, name=_("Places of money and lines"), row=ROW_CHOSEN, soft=lambda line: line.closed)
        self.list = Listing(self.table, None, self._acts, lambda line: line.label, opened=self._open, key="code")
        self.add(self.head, self.tabs, FlowRow(self.search, self.unused), self.list, fill=True)
        self.search.searched.connect(lambda _text: self._redraw())
        self.unused.toggled.connect(lambda _on: self._redraw())

    @property
    def group(self) -> Group:
        """The tab shown."""
        return next(group for group in GROUPS if group.key == self.tab)

    def tab_chosen(self) -> None:
        """Show its lines."""
        self._redraw()

    def first_focus(self) -> QWidget | None:
        """The list."""
        return self.table

    def refresh(self) -> None:
        """Ask for the whole chart."""
        self.main.session.ask(self, Accounts(), self._show)

    def _show(self, rows: tuple[AccountRow, ...]) -> None:
        self.rows = rows
        self._redraw()

    def _of_group(self) -> list[AccountRow]:
        group = self.group
        return [row for row in self.rows if row.kind in group.kinds and row.box == (group.key == "boxes")]

    def _redraw(self) -> None:
        group = self.group
        self.new.say(_(group.new))
        self.new.setVisible(open_book.writable(self.main))
        words = self.search.text().casefold().split()
        rows = [
            row
            for row in self._of_group()
            if (row.used or row.own or row.box or self.unused.value())
            and all(word in f"{row.label} {row.code}".casefold() for word in words)
        ]
        self.unused.setVisible(group.key != "boxes")
        totals = {"sign": _("Total"), "balance": sum(row.balance for row in rows)} if group.key == "boxes" else None
        self.list.show_rows(rows, totals)

    def _open(self, line: AccountRow) -> None:
        self.main.go(places.Register(account=line.code))

    # acts

    def _acts(self, line: AccountRow) -> list[Act]:
        acts: list[Act] = [(_("Open"), partial(self._open, line), "buku")]
        if not open_book.writable(self.main):
            return acts
        if line.box and not line.closed:
            acts.append((_("Count"), partial(self.main.go, places.CashCount(box=line.code)), "uang"))
        acts.append((_("Another name"), partial(self._rename, line), "catat"))
        if line.closed:
            acts.append((_("Open it again"), partial(self._run, ReopenAccount(account=line.code)), None))
        elif line.own and not line.used:
            acts.append((_("Delete"), partial(self._run, DeleteAccount(account=line.code)), None))
        elif line.own or not line.box:  # the four places of the chart stay: forms and closings count on them
            acts.append((_("Close"), partial(self._close, line), None))
        return acts

    def _run(self, command: Command) -> None:
        self.main.session.run(self, command, partial(tell, self.main))

    def _rename(self, line: AccountRow) -> None:
        text = "" if line.own else _("Empty: the name it had at the beginning.")
        ask_form(self.main, _RENAMING, {"account": line.code, "label": line.label}, text=text)

    def _close(self, line: AccountRow) -> None:
        sure = messages.door().ask(
            _("Close {name}?").format(name=line.label),
            _("Nothing is written on it any more. What was written stays, and it can be opened again."),
            main=_("Close"),
        )
        if sure:
            self._run(CloseAccount(account=line.code))

    def _new(self) -> None:
        parents = [row for row in self._of_group() if not row.own and not row.closed]
        current = self.table.current()
        parent = current.parent or current.code if isinstance(current, AccountRow) else parents[0].code
        boxes = self.group.key == "boxes"
        question = N_("Of what kind?") if boxes else N_("Under which line?")
        hint = N_("A second bank account, a tin at the kiosk") if boxes else N_("It is shown and summed with it")
        form = Form(
            "new_account",
            AddAccount,
            Door.OTHER,
            "kas" if boxes else "lembar",
            self.group.new,
            "",
            (
                Field("label", FieldKind.TEXT, N_("Name"), hint),
                Field(
                    "parent", FieldKind.CHOICE, question, default=parent, choices=tuple((row.code, row.label) for row in parents)
                ),
            ),
        )
        ask_form(self.main, form, {}, main=_("Add"))


def _name(line: AccountRow) -> object:
    words = f"    {line.label}" if line.own else line.label
    return Sign(box_icon(line.code), line.label, "main") if line.box else words


def _state(line: AccountRow) -> object:
    if line.closed:
        return ChipSpec("soft", _("Closed"), "kunci")
    return ChipSpec("info", _("Of this group"), "") if line.own else ""


_COLUMNS: Sequence[ColumnSpec[AccountRow]] = [
    ColumnSpec("sign", N_("Name"), stretch=True, read=_name),
    ColumnSpec("state", "", "soft", 170, read=_state, drop=2),
    ColumnSpec("code", N_("Code"), "soft", 100, drop=1),
    ColumnSpec("balance", N_("Balance (Rp)"), "money", 150, zero="–"),
]
