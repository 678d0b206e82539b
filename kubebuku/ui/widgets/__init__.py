"""The pieces pages are made of. Import them from here: ``from kubebuku.ui.widgets import Card, Form, AmountField``.

Words. Pieces take spoken words (``_("Save")``); only module-level constants (`ColumnSpec.title`, `NavEntry.label`,
`keys.KEYS`) are marked with ``N_`` and spoken by the piece. Icons are named by their file (``"masuk"``), colours by token
(``"inn"``). Pages never call setStyleSheet and never name a hex; painters use ``theme.current()`` and ``theme.colour("inn")``.
An act is always ``(words, press, icon or None)``.

Labels    Label(text, role, tone): roles caption body soft strong lead h2 h1 money total terbilang; tones inn out bad warn info
          main soft ink; `say(text, tone)`. ElidedLabel for names. Rule. Icon(name, size, tone, ring=False). KeyBadge("1").
          Chip(kind, text): kinds inn warn out bad info soft.
Buttons   MainButton (one a page; big=True in a form), Button, QuietButton (link), SignButton (‹ › − +), PickButton, all
          ``(words, icon=None, press=None)``; `.words`, `say`. MenuButton: `add_act`.
          PickRow and TabRow ``([(key, words)])``: `chosen`, `value()`, `set_value`, `show_entries`.
          DoorCard(icon, words, text, tone, key, press). KindCard(icon, words, text, tone, press).
          CheckBox(words, icon, checked=, name=): `toggled`, `value()`.
Cards     Card(title, aside, icon=, act=, flush=): `add(*widgets or layouts, fill=)`, `title`, `say_aside`.
          MessageStrip(kind, title, text, acts): kinds ok warn bad info; `show_message`, `clear`; hidden without words.
          BoxPreview: `show_box(name, icon, now, change, incoming=)`; a change of None is a question mark.
          MeterBar(tone, part, whole). EmptyState(icon, title, text, acts, link).
Room      row(a, b, 1, c), column(a, b, 1, c): a layout with stretches. FlowRow(*pieces, right=) wraps.
          ActRow(right=): `show_acts`.
          Tiles(most=, least_width=): `show_tiles`. beside(a, b). clear(layout).
          Columns(2, 1): `add(piece, column, order)`, one column under 860 effective px.
Fields    TextField, ParagraphField, AmountField, DateField, ChoiceField ``(label, name=, hint=)``: `value()` (raises RuleBroken),
          `set_value`, `changed` (object), `typed()`, `start()`, `show_refusal(refusal, acts)`, `clear_refusal()`. `name` is the
          command's field. AmountField(big=True): `peek()` is a Rupiah or None. TextField: `suggest(texts)`. DateField(today=).
          ChoiceField(label, [Choice(key, text, icon, note, number)]): `show_choices`, `extra(words, act)`; the value is the key.
          person_choices(...). SearchField: `searched`. MonthPicker(month, first=, last=): `changed`,
          `show_closed`. FieldBox(label, any_widget, name=) dresses anything else.
Form      Form(title, main=, icon=, cancel=): `add_field(field, half=True)`, `submitted`, `cancelled`, `values()` (a dict, or
          None after showing the first refusal), `show_refusal`, `warn`, `start()`, `typed()`, `may_leave()`.
Page      Subclass it: class attributes `nav`, `watches`; `add` (with `fill`: fills the sheet), `refresh`,
          `arrive(**wanted)`, `leave`, `first_focus`, `shape_changed`, `narrow`.
          PageHead(title, subtitle, icon=, tone=, back=): `add(*buttons, secondary=True)`, `offer`, `say`.
Table     BookTable([ColumnSpec(key, N_("Title"), kind)], name=, row=34): `show_rows(rows, totals={key: figure or words})`,
          `chosen`, `opened` (rows), `current()`, `select(row)`, `set_menu(lambda row: acts)`, `scroll_to_end()`;
          ``grows=True`` for a short table on a scrolling page. Rows with `.struck` or `.opening` look so; else
          ``style=lambda row: RowStyle(...)``. Values may be ChipSpec(kind, text) or Sign(icon, text, tone).
Charts    BarChart(name): `show_bars([Bar(name, amount, icon)])`. MonthChart(name):
          `show_months(months, [Series(name, amounts)])`.
Dialogs   messages.door(): ask, choose, tell, refusal, surroundings, open_path, save_path, folder_path, show(Dialog).
          Dialog(parent, title, text, [Verb(key, words)]): `add`, override `accepts(answer)`; the last verb is the main one.
Work      Jobs.read(owner, work, done): the newest answer wins. Jobs.write(owner, work, done, failed): never twice at once.
          `work` gets a Progress (`step`, `check`, `commit`) and runs on the worker.
"""

from __future__ import annotations

from kubebuku.ui.widgets.acts import Act, ActRow
from kubebuku.ui.widgets.amount import AmountField
from kubebuku.ui.widgets.band import PracticeBand
from kubebuku.ui.widgets.buttons import (
    Button,
    MainButton,
    MenuButton,
    PickButton,
    PickRow,
    QuietButton,
    SignButton,
    TabRow,
)
from kubebuku.ui.widgets.cards import BoxPreview, Card, EmptyState, MessageStrip, MeterBar
from kubebuku.ui.widgets.charts import Bar, BarChart, MonthChart, Series
from kubebuku.ui.widgets.choices import Choice, ChoiceField, person_choices
from kubebuku.ui.widgets.dates import DateField, MonthPicker
from kubebuku.ui.widgets.dialogs import Dialog, Verb
from kubebuku.ui.widgets.doors import DoorCard, KindCard
from kubebuku.ui.widgets.fields import FieldBox, ParagraphField, SearchField, TextField, beside
from kubebuku.ui.widgets.flow import Columns, FlowRow, Tiles, clear, column, row
from kubebuku.ui.widgets.forms import Form
from kubebuku.ui.widgets.heads import PageHead
from kubebuku.ui.widgets.labels import Chip, ChipSpec, ElidedLabel, Icon, KeyBadge, Label, Rule
from kubebuku.ui.widgets.page import Page
from kubebuku.ui.widgets.rows import BOLD, PLAIN, SOFT, STRUCK, ColumnSpec, RowModel, RowStyle, Sign
from kubebuku.ui.widgets.spine import NavEntry
from kubebuku.ui.widgets.table import BookTable
from kubebuku.ui.widgets.ticks import CheckBox

__all__ = [
    "BOLD",
    "PLAIN",
    "SOFT",
    "STRUCK",
    "Act",
    "ActRow",
    "AmountField",
    "Bar",
    "BarChart",
    "BookTable",
    "BoxPreview",
    "Button",
    "Card",
    "CheckBox",
    "Chip",
    "ChipSpec",
    "Choice",
    "ChoiceField",
    "ColumnSpec",
    "Columns",
    "DateField",
    "Dialog",
    "DoorCard",
    "ElidedLabel",
    "EmptyState",
    "FieldBox",
    "FlowRow",
    "Form",
    "Icon",
    "KeyBadge",
    "KindCard",
    "Label",
    "MainButton",
    "MenuButton",
    "MessageStrip",
    "MeterBar",
    "MonthChart",
    "MonthPicker",
    "NavEntry",
    "Page",
    "PageHead",
    "ParagraphField",
    "PickButton",
    "PickRow",
    "PracticeBand",
    "QuietButton",
    "RowModel",
    "RowStyle",
    "Rule",
    "SearchField",
    "Series",
    "Sign",
    "SignButton",
    "TabRow",
    "TextField",
    "Tiles",
    "Verb",
    "beside",
    "clear",
    "column",
    "person_choices",
    "row",
]
