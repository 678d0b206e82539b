"""Urungkan, Ubah, Koreksi bulan lalu (accounting.md 5)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import insert, select, update

from kubebuku.books.cash.common import label
from kubebuku.books.mending.commands import Amend, CorrectEarlier, KeepPending, Undo
from kubebuku.books.mending.refusals import (
    ClosingIsReopened,
    MonthStillOpen,
    NoReplacement,
    NothingAmended,
    OpeningNeedsReopening,
    ReasonMissing,
)
from kubebuku.books.spec import Changed, Command, Outcome, to_data
from kubebuku.domain.calendar import Month
from kubebuku.domain.entries import CLOSING, OPENING, EntryId
from kubebuku.domain.names import LONGEST_DESCRIPTION, clean_text, fit_description
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, long_date
from kubebuku.ledger import balances, closings
from kubebuku.ledger.journal import Posted, Written, read_entry
from kubebuku.ledger.tables import act
from kubebuku.ledger.work import Work

#: What a striking-out may have changed in any book.
_CHANGED = Changed.ENTRIES | Changed.ITEMS | Changed.LOANS | Changed.COUNTS | Changed.RECORDS


def undo(work: Work, command: Undo) -> Outcome:
    """The mirror, dated like the entry; its book takes back its own rows or refuses."""
    old = read_entry(work.connection, command.entry)
    reason = _reason(command.reason)
    _may_be_struck(work, old, reason)
    mirror = work.strike_out(old.id, _named(_("Struck out: {number} {description}"), old))
    remember(work, mirror, command, reason)
    said = Sentence(N_("Undone: {number} has been struck out."), {"number": old.number})
    box = next((line.account for line in old.postings if work.chart[line.account].box), None)
    if box is not None:
        values = {"number": old.number, "box": label(work.chart[box]), "held": balances.of(work.connection, box)}
        said = Sentence(N_("Undone: {number} has been struck out. {box} holds {held} again."), values)
    return Outcome(_CHANGED, mirror.id, mirror.number, said)


def amend(work: Work, command: Amend) -> Outcome:
    """Mirror and replacement in one act."""
    old = read_entry(work.connection, command.entry)
    reason = _reason(command.reason)
    _may_be_struck(work, old, reason)
    wanted = command.replacement
    before = work.connection.execute(select(act.c.command, act.c.data).where(act.c.entry == old.id)).first()
    if before is not None and (before.command, before.data) == (wanted.name, to_data(wanted)):
        raise NothingAmended(old.number)
    mirror = work.strike_out(old.id, _named(_("Struck out for a change: {number} {description}"), old))
    remember(work, mirror, Undo(entry=old.id, reason=reason), reason)
    outcome = _in_place_of(work, old, wanted, reason)
    said = Sentence(N_("Changed: {new} stands in the place of {number}."), {"new": outcome.number, "number": old.number})
    return replace(outcome, changed=outcome.changed | _CHANGED, said=said)


def correct_earlier(work: Work, command: CorrectEarlier) -> Outcome:
    """Mirror and replacement dated in the open month, both ordinary rows that name the old bukti and the reason."""
    old = read_entry(work.connection, command.entry)
    reason = _reason(command.reason)
    if reason is None:
        raise ReasonMissing
    _may_be_struck(work, old, reason)
    closed = closings.closed_until(work.connection)
    if closed is None or Month.of(old.on) > closed:
        raise MonthStillOpen(old.number, Month.of(old.on))
    if old.kind == OPENING:
        raise OpeningNeedsReopening
    words = {"number": old.number, "day": long_date(old.on), "reason": reason}
    mirror = work.strike_out(
        old.id, fit_description(_("Correction of {number} of {day}: {reason}").format(**words)), on=command.on
    )
    remember(work, mirror, Undo(entry=old.id, reason=reason), reason)
    values = {"number": old.number, "mirror": mirror.number}
    if command.replacement is None:
        said = Sentence(N_("Corrected: {mirror} takes back {number}."), values)
        return Outcome(_CHANGED, mirror.id, mirror.number, said)
    wanted: Any = command.replacement
    if not (hasattr(wanted, "on") and hasattr(wanted, "description")):
        raise NoReplacement
    words["description"] = wanted.description
    described = fit_description(_("{description} (correction of {number}: {reason})").format(**words))
    dated: Command = replace(wanted, on=command.on, description=described)
    outcome = _in_place_of(work, old, dated, reason)
    said = Sentence(N_("Corrected: {mirror} takes back {number}, {new} stands in its place."), {**values, "new": outcome.number})
    return replace(outcome, changed=outcome.changed | _CHANGED, said=said)


def _named(words: str, old: Written) -> str:
    return fit_description(words.format(number=old.number, description=old.description))


def _reason(text: str | None) -> str | None:
    return clean_text(text or "", most=LONGEST_DESCRIPTION) or None


def _may_be_struck(work: Work, old: Written, reason: str | None) -> None:
    if old.kind == CLOSING:
        raise ClosingIsReopened(old.number, old.on.year)
    if old.kind == OPENING and reason is None and closings.history(work.connection):
        raise ReasonMissing


def _in_place_of(work: Work, old: Written, replacement: Command, reason: str | None) -> Outcome:
    if isinstance(replacement, Undo | Amend | CorrectEarlier | KeepPending):
        raise NoReplacement
    outcome: Outcome = work.carry_out(replacement)
    if outcome.entry is None:
        raise NoReplacement
    work.connection.execute(update(act).where(act.c.entry == outcome.entry).values(replaces=old.id, reason=reason))
    return outcome


def remember(work: Work, posted: Posted, command: Command, reason: str | None) -> None:
    """Keep with an entry the act it came from and why."""
    values = {"entry": EntryId(posted.id), "command": command.name, "data": to_data(command), "reason": reason}
    work.connection.execute(insert(act).values(values))
