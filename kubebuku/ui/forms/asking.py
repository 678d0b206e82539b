"""What a form asks and what is written in it, as its helpers see it: cards beside it, ways out of a refusal, a new name."""

from __future__ import annotations

from datetime import date
from functools import partial

from kubebuku.app import clock
from kubebuku.app.office import Office
from kubebuku.books.spec import FieldKind
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, rupiah
from kubebuku.ui.forms.choices import Offered, gather
from kubebuku.ui.forms.fields import Entry, choices_of
from kubebuku.ui.forms.more_fields import Fold
from kubebuku.ui.forms.request import Asked
from kubebuku.ui.forms.values import written_of
from kubebuku.ui.widgets import Act, ChoiceField, Form, Page
from kubebuku.ui.window import Window


class AskingPage(Page):
    """A page that asks for one event: `asked` (what), `offered` (its choices), `entries` (its fields), `form` (on screen)."""

    def __init__(self, window: Window, title: str) -> None:
        super().__init__(title)
        self.main = window
        self.session = window.session
        self.asked: Asked | None = None
        self.offered = Offered()
        self.entries: list[Entry] = []
        self.form: Form | None = None
        self.fold: Fold | None = None

    def begin(self, asked: Asked) -> None:
        """Ask for something else, or for the same anew."""
        raise NotImplementedError

    def edited(self, value: object = None) -> None:
        """Something was written."""
        raise NotImplementedError

    def keep_pending(self) -> None:
        """Keep what is written without a number and without counting it, until it fits."""
        raise NotImplementedError

    def gather(self, office: Office, asked: Asked) -> Offered:
        """What the fields offer; on the worker."""
        unit = asked.values.get("unit")
        return gather(office, [asked.form], unit=unit if isinstance(unit, int) else None)

    def today(self) -> date:
        """The book's day."""
        return self.session.book.today if self.session.book is not None else clock.today()

    def may_wait(self) -> bool:
        """Whether what is written here can be kept as a pending note: it is not one already."""
        return self.asked is None or self.asked.pending is None

    def put(self, name: str, value: object) -> None:
        """Put a value into a field, as a way out of a refusal."""
        for entry in self.entries:
            if entry.spec.name == name:
                if entry.spec.more and self.fold is not None:
                    self.fold.set_value(True)
                entry.put(value)
                if self.form is not None:
                    self.form.clear_refusals()
                self.edited()
                entry.widget.setFocus()

    def written(self) -> dict[str, object]:
        """What is written so far, as far as it can be read: for coming back to it later."""
        return written_of(self.asked, self.entries)

    def let_go(self) -> None:
        """What is written here is kept elsewhere: leaving asks nothing."""
        if self.form is not None:
            self.form.start()

    def way_to_write(self, field: str, amount: Rupiah) -> Act:
        """A button that puts the amount into that field."""
        return (_("Write {amount}").format(amount=rupiah(amount)), partial(self.put, field, amount), None)

    def people_changed(self, offered: Offered) -> None:
        """Somebody was added: every list of people offers the name."""
        self.offered = offered
        for entry in self.entries:
            if entry.spec.kind is FieldKind.PERSON and isinstance(entry.widget, ChoiceField):
                entry.widget.show_choices(choices_of(entry.spec, offered))
