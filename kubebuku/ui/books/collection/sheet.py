"""Lembar setoran: a line a member, typed from the top to the bottom, counted, saved in one act and undone in one."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kubebuku.books.collection.commands import PART_NAMES, Collect, UndoCollection
from kubebuku.books.collection.queries import CollectionSheet, SheetPage, WrittenSheet
from kubebuku.books.collection.refusals import SheetEmpty, SheetLineRefused
from kubebuku.books.collection.rules import by_box
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.entries import EntryId
from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, full_date, long_date, rupiah, say
from kubebuku.ui import messages, places, theme
from kubebuku.ui.books.collection import draft as sheet_draft
from kubebuku.ui.books.collection.count import CountCard, ask_about
from kubebuku.ui.books.collection.day import ask_day
from kubebuku.ui.books.collection.rows import SheetRow
from kubebuku.ui.books.collection.table import CollectionTable
from kubebuku.ui.paper.book_print import print_paper
from kubebuku.ui.parts import open_book
from kubebuku.ui.parts.book_page import BookPage
from kubebuku.ui.parts.row_foot import RowFoot, table_card
from kubebuku.ui.tokens import SP
from kubebuku.ui.widgets import Act, Button, MainButton, MenuButton, MessageStrip
from kubebuku.ui.window import Window

_PAPERS = "kubebuku.reports.collection"


class CollectionPage(BookPage):
    """``go("collection", on=date(2026, 11, 8), meeting=3)``; without them today's sheet."""

    nav = "meetings"
    watches = Changed.ENTRIES | Changed.PEOPLE | Changed.LOANS | Changed.MEETINGS | Changed.SETTINGS

    def __init__(self, window: Window) -> None:
        super().__init__(window, _("Collection sheet"), " ", back=window.back)
        self.on: date | None = None
        self.meeting: int | None = None
        self.shown: SheetPage | None = None
        self._key = uuid.uuid4().hex
        self._saved = self._showing = False
        self._offered: tuple[str, ...] | None = None
        self.keeper = sheet_draft.SheetKeeper(self, window.session, self._unsaved)
        self.another = Button(_("Another day"), "kalender", self._ask_day)
        self.paper = MenuButton(_("Print"), "cetak")
        self.paper.add_act(_("Print the sheet"), self.print_shown, "lembar")
        self.paper.add_act(_("Print the strips"), self.print_strips, "orang")
        self.head.add(self.another, secondary=True)
        self.head.add(self.paper)
        self.strip = MessageStrip()
        self.sheet = CollectionTable()
        self.foot = RowFoot()
        self.save_button = MainButton(_("Save the sheet"), "simpan", self.save)
        self.count = CountCard(self.save_button)
        self.add(self.head, self.strip, table_card(self.sheet, self.foot), fill=True)
        self.add(self.count)
        self.sheet.changed.connect(self._sums)
        self.sheet.moved.connect(lambda _row: self._moved())
        self.sheet.refused.connect(self._unreadable)
        self.sheet.table.set_menu(lambda _row: self._row_acts())
        self.sheet.ended.connect(self._to_count)
        self.count.changed.connect(self._keep_soon)
        for keys, act in (("Ctrl+Return", self.save), ("Ctrl+Enter", self.save), ("Esc", self._escape)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # what is shown

    def arrive(self, place: places.Collection) -> None:
        """The sheet of another day or meeting; the same one stays as it was left."""
        if self.shown is None or (place.on, place.meeting) != (self.on, self.meeting) or not self.typed():
            self._begin(place.on, place.meeting)

    def _begin(self, on: date | None, meeting: int | None) -> None:
        self.keeper.stop()
        self.on, self.meeting = on, meeting
        self.shown = None
        self.stale = True
        self._saved = False
        self._key = uuid.uuid4().hex
        self.strip.clear()
        self.count.empty()

    def refresh(self) -> None:
        """Ask for the bills of the day; what is typed stays with its person."""
        self.main.session.ask(self, CollectionSheet(self.on, self.meeting), self._show)

    def _show(self, shown: SheetPage) -> None:
        keep = self.shown is not None
        typed = {row.line.person: row.typed for row in self.sheet.rows} if keep else {}
        open_text = self.sheet.cell.text() if keep and self.sheet.typed() else None
        self.shown = shown
        rows = [SheetRow(line, dict(typed.get(line.person, {}))) for line in shown.lines]
        writable = open_book.writable(self.main)
        draft = sheet_draft.from_text(shown.draft) if shown.draft and writable and not keep else None
        laid = draft is not None and draft.lay_on(rows)
        said = _("Meeting of {day}, {count} members") if shown.meeting is not None else _("{day}, {count} members")
        members = sum(1 for line in shown.lines if line.number is not None)
        self.head.say(_("Collection sheet"), said.format(day=full_date(shown.on), count=members))
        self._showing = True
        self.sheet.show_lines(rows, editable=writable)
        self._showing = False
        if open_text is not None and self.sheet.cell.text() != open_text:
            self.sheet.cell.setText(open_text)
        if not keep and self.isVisible():
            self.sheet.cell.setFocus(Qt.FocusReason.OtherFocusReason)  # hidden until now
        self.count.show_boxes((shown.box, shown.dues_box, shown.fine_box))
        self.count.setVisible(writable)
        self.paper.setEnabled(bool(rows))
        self._sums()
        if not self._saved:
            self._tell_written(shown.written)
        if draft is not None and laid:
            self._showing = True
            self.count.put_texts(draft.counted)
            self._showing = False
            self._tell_taken_up()

    def _tell_written(self, written: Sequence[WrittenSheet]) -> None:
        """Sheets of this day that stand, with the way to undo the newest."""
        if not written:
            self.strip.clear()
            if self.shown is not None and self.shown.on > open_book.today(self.main) + timedelta(days=1):
                title = _("This sheet is for {day}").format(day=long_date(self.shown.on))
                text = _("It can be printed now; the money is written down on its day.")
                self.strip.show_message("info", title, text)
            return
        last = written[-1]
        title = _("A sheet of this day is saved: {amount}").format(amount=rupiah(last.total))
        text = _("{count} vouchers, {first} to {last}.").format(
            count=len(last.numbers), first=last.numbers[0], last=last.numbers[-1]
        )
        self.strip.show_message("info", title, text, self._undo_acts(last.first, title))

    def _tell_taken_up(self) -> None:
        """What was written before the power went, or the window was closed."""
        title = _("What was not saved last time is here again")
        text = _("Go on writing and save it, or begin again.")
        self.strip.show_message("info", title, text, [(_("Begin again"), self._begin_again, "urungkan")])

    def _begin_again(self) -> None:
        self._forget()
        self._begin(self.on, self.meeting)
        self.refresh()
        self.sheet.cell.setFocus()

    def _undo_acts(self, first: EntryId, title: str) -> list[Act]:
        if not open_book.writable(self.main):
            return []
        return [(_("Undo the whole sheet"), partial(self._undo, first, title), "urungkan")]

    def first_focus(self) -> QWidget | None:
        """The first amount."""
        return self.sheet.cell

    def shape_changed(self) -> None:
        """Letters instead of words where there is little room."""
        self.sheet.shorten(short=self._short())
        self.count.shorten(short=self._short())

    def _short(self) -> bool:
        return self.narrow or theme.current().text >= 1.25

    def _sums(self) -> None:
        if self.shown is None:
            return
        rows = self.sheet.rows
        self.count.show_written(by_box(self.shown, (row.collected for row in rows if row.touched)))
        self._acts()
        self._keep_soon()

    def _moved(self) -> None:
        """The cell stays in sight where the text is so large that the page scrolls."""
        self._acts()
        if self.sheet.cell.hasFocus() and not self._showing:
            QTimer.singleShot(0, self, self._keep_in_sight)  # after the buttons beneath have found their place

    def _keep_in_sight(self) -> None:
        self.sheet.follow()
        self.area.ensureWidgetVisible(self.sheet.cell, 0, SP["xl"])

    def _row_acts(self) -> list[Act]:
        row = self.sheet.current()
        acts: list[Act] = []
        if row is not None and self.sheet.editable:
            if row.line.total_due:
                acts.append((_("Pay as billed (F8)"), self._pay_as_due, "benar"))
            if row.touched:
                acts.append((_("Empty the line"), self._clear_line, "tutup"))
        return acts

    def _acts(self) -> None:
        """What can be done with the line; buttons are made anew only where they change."""
        rows = self.sheet.rows
        done = sum(1 for row in rows if row.touched or row.line.paid.total)
        words = _("{done} of {all} filled in. Grey is billed and not paid.").format(done=done, all=len(rows))
        row = self.sheet.current()
        if row is not None and open_book.tight(self):  # the name may be cut there, and scrolls away with its column
            where = _("{name}, {column}").format(name=row.name, column=_(PART_NAMES[self.sheet.part]))
            words = _("{where}. {done} of {all} filled in.").format(where=where, done=done, all=len(rows))
        acts = self._row_acts()
        key = tuple(text for text, _press, _icon in acts)
        if key != self._offered:
            self._offered = key
            self.foot.show_acts(words, acts)
        self.foot.words.setText(words)

    def _pay_as_due(self) -> None:
        self.sheet.pay_as_due()
        self.sheet.cell.setFocus()

    def _clear_line(self) -> None:
        self.sheet.clear_line()
        self.sheet.cell.setFocus()

    def _unreadable(self, refusal: object) -> None:
        if isinstance(refusal, RuleBroken):
            title, text = messages.parts(refusal)
            self.strip.show_message("bad", title, text)

    def _to_count(self) -> None:
        field = next((field for field in self.count.fields.values() if not field.isHidden()), None)
        if field is not None:
            field.line.setFocus(Qt.FocusReason.TabFocusReason)

    # saving

    def save(self) -> None:
        """Ask where the money was not counted, or differs; then everything in one act."""
        if not open_book.writable(self.main) or not self.sheet.take_cell() or not self.main.agree_clock():
            return
        rows = [row for row in self.sheet.rows if row.touched]
        if not rows or self.shown is None:
            self._refused(SheetEmpty())
            return
        counted = self.count.counted()
        if counted is None:
            return
        explanation = ask_about(self, self.count)
        if explanation is None:
            return
        command = Collect(
            on=self.shown.on,
            lines=tuple(row.collected for row in rows),
            meeting=self.shown.meeting,
            counted=counted,
            explanation=explanation or None,
        )
        self.keeper.stop()
        self.main.session.run(self, command, self._done, self._refused, key=self._key)

    def _done(self, outcome: Outcome) -> None:
        for row in self.sheet.rows:
            row.typed.clear()
        self.count.empty()
        self.keeper.stop()
        self._key = uuid.uuid4().hex
        self._saved = True
        title = say(outcome.said) if outcome.said is not None else _("The sheet is saved")
        acts: list[Act] = [(_("Print the strips"), self.print_strips, "cetak")]
        if outcome.entry is not None:
            acts += self._undo_acts(EntryId(outcome.entry), title)
        self.strip.show_message("ok", title, " ".join(say(one) for one in outcome.warned), acts)
        self._showing = True
        self.sheet.redraw()
        self._showing = False
        self._sums()
        self.area.verticalScrollBar().setValue(0)

    def _refused(self, refusal: RuleBroken) -> None:
        self._keep_soon()
        self.strip.show_refusal(refusal)
        if isinstance(refusal, SheetLineRefused):
            self.sheet.open_at(refusal.person, refusal.part)
        else:
            self.area.verticalScrollBar().setValue(0)

    # what is not saved yet

    def _keep_soon(self) -> None:
        if not self._showing and open_book.writable(self.main) and self.typed():
            self.keeper.soon()

    def _unsaved(self) -> tuple[date, str] | None:
        if self.shown is None or not self.typed():
            return None
        return self.shown.on, sheet_draft.to_text(self.sheet.rows, self.count.texts())

    def _forget(self) -> None:
        if self.shown is not None and open_book.writable(self.main):
            self.keeper.forget(self.shown.on)

    # undoing

    def _undo(self, first: EntryId, title: str) -> None:
        if messages.door().ask(
            _("Undo the whole sheet?"),
            _("{sheet}. Every line of it is struck out and can still be read.").format(sheet=title.rstrip(".")),
            main=_("Undo"),
            kind="warn",
        ):
            self.main.session.run(self, UndoCollection(first=first), self._undone, self._refused)

    def _undone(self, outcome: Outcome) -> None:
        self._saved = False
        self.main.say_done(say(outcome.said) if outcome.said is not None else _("Undone"))

    def forget_saved(self) -> None:
        """Something was struck out elsewhere."""
        self._saved = False
        self.refresh()

    # leaving, another day, paper

    def typed(self) -> bool:
        """Whether something is written that is not saved."""
        return self.sheet.typed() or self.count.typed()

    def leave(self) -> bool:
        """Ask only when something was typed."""
        if not self.typed():
            return True
        agreed = messages.lose_unsaved()
        if agreed:
            self._forget()
            self._begin(self.on, self.meeting)
            self.sheet.show_lines((), editable=False)
        return agreed

    def _escape(self) -> None:
        """What stands in the open cell first, then the way back."""
        if not self.sheet.take_back():
            self.main.back()

    def _ask_day(self) -> None:
        if self.typed() and not self.leave():
            return
        try:
            day = ask_day(self, self.main, self.shown.on if self.shown is not None else None)
        except RuleBroken as refusal:
            self._refused(refusal)
            return
        if day is not None:
            self._begin(day, None)
        self.refresh()

    def print_shown(self) -> None:
        """As far as it is saved, else blank with the bills."""
        if self.shown is not None:
            if self.typed():
                words = _("What is typed on the sheet of {day} and not saved yet is not printed.")
                messages.door().tell(_("Only what is saved is printed"), words.format(day=long_date(self.shown.on)))
            print_paper(self.main, self, f"{_PAPERS}:sheet", on=self.shown.on, meeting=self.shown.meeting)

    def print_strips(self) -> None:
        """A strip for each member."""
        if self.shown is not None:
            print_paper(self.main, self, f"{_PAPERS}:strips", on=self.shown.on, meeting=self.shown.meeting)
