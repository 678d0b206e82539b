"""*Tampilan*: text size, colours, language, and who holds the laptop."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QWidget

from kubebuku.books.spec import Changed
from kubebuku.domain.errors import RuleBroken
from kubebuku.domain.names import clean_name
from kubebuku.i18n import _, language
from kubebuku.ui import places, theme
from kubebuku.ui.tokens import TEXT_SIZES
from kubebuku.ui.widgets import Button, Card, FlowRow, Label, Page, PageHead, PickRow, TextField
from kubebuku.ui.window import Window

_LANGUAGES = (("id", "Bahasa Indonesia"), ("en", "English"))


class DisplayPage(Page):
    """Every choice acts at once and is remembered on this computer."""

    nav = "bukulain"
    watches = Changed.NOTHING

    def __init__(self, window: Window) -> None:
        super().__init__(_("Display"))
        self.main = window
        self.add(PageHead(_("Display"), _("For this computer only. The book stays as it is."), back=self._back))
        self.sizes = PickRow([(size, f"{size} %") for size in TEXT_SIZES], _("Text size"))
        self.sizes.chosen.connect(self._size)
        self.colours = PickRow(
            [("", _("As the computer")), ("light", _("Light")), ("dark", _("Dark")), ("contrast", _("High contrast"))],
            _("Colours"),
        )
        self.colours.chosen.connect(self._colour)
        self.languages = PickRow(list(_LANGUAGES), _("Language"))
        self.languages.chosen.connect(self._speak)
        self.later = Label(_("The other language is spoken when KubeBuku is opened again."), "strong", "info")
        self.holder = TextField(_("Who keeps the book?"), name="holder", hint=_("Name and task, for example: Citra, treasurer"))
        self.keep = Button(_("Save the name"), "simpan", self._hold)
        self.holder.line.returnPressed.connect(self._hold)
        for title, pieces in (
            (_("Text size"), (self.sizes, Label(_("Ctrl+plus and Ctrl+minus do the same."), "caption"))),
            (_("Colours"), (self.colours,)),
            (_("Language"), (self.languages, self.later)),
            (_("Who holds this laptop"), (self.holder, FlowRow(self.keep))),
        ):
            card = Card(title)
            for piece in pieces:
                card.add(piece)
            self.add(card)
        self._show()

    def _show(self) -> None:
        self.sizes.set_value(round(theme.current().text * 100))
        self.colours.set_value(self.main.settings.colours)
        self.languages.set_value(self.main.settings.language)
        self.later.setVisible(self.main.settings.language != language())
        self.holder.set_value(self.main.settings.holder)

    def arrive(self, place: places.Display) -> None:
        """Show what is chosen now."""
        self._show()

    def shape_changed(self) -> None:
        """Keys change the text size too."""
        self.sizes.set_value(round(theme.current().text * 100))

    def _size(self, size: object) -> None:
        if isinstance(size, int):
            theme.use(theme.Theme(theme.current().c.name, size / 100))
            self.main.remember(replace(self.main.settings, text=size))

    def _colour(self, colours: object) -> None:
        chosen = str(colours)
        theme.use(theme.Theme(chosen or theme.system_colours(), theme.current().text))
        self.main.remember(replace(self.main.settings, colours=chosen))

    def _speak(self, code: object) -> None:
        self.main.remember(replace(self.main.settings, language=str(code)))
        self.later.setVisible(code != language())

    def _hold(self) -> None:
        try:
            who = clean_name(self.holder.value())
        except RuleBroken as refusal:
            self.holder.show_refusal(refusal)
            return
        self.main.hold(who)
        self.main.say_done(_("Saved: {name} holds this laptop.").format(name=who))

    def _back(self) -> None:
        if self.main.session.book is None:
            self.main.go(places.Start())
        else:
            self.main.back()

    def first_focus(self) -> QWidget:
        """The text size."""
        return self.sizes
