"""The books of letters as the catalogue lists them."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HANDLERS = "kubebuku.books.letters.handlers"
_READING = "kubebuku.books.letters.reading"

LETTERS = BookSpec(
    name="letters",
    title=N_("Letters in and out"),
    commands={
        "commands.WriteLetter": f"{_HANDLERS}:write_letter",
        "commands.ChangeLetter": f"{_HANDLERS}:change_letter",
        "commands.SettleLetter": f"{_HANDLERS}:settle_letter",
        "commands.StrikeLetter": f"{_HANDLERS}:strike_letter",
    },
    queries={
        "queries.Letters": f"{_READING}:letters",
        "queries.Letter": f"{_READING}:one_letter",
        "queries.NextAgenda": f"{_READING}:agenda",
    },
    checks={"letters": f"{_READING}:agendas_gapless"},
    attention=(f"{_READING}:letters_waiting",),
    forms=("kubebuku.books.letters.forms:FORMS",),
    rows=f"{_READING}:rows",
)
