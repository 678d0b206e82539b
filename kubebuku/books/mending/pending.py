"""Catatan tertunda: what the zero rule refuses waits, without number and not counted (accounting.md 3)."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import insert, select, update

from kubebuku.books.catalog import command_from
from kubebuku.books.mending.commands import Amend, CorrectEarlier, DropPending, KeepPending, PostPending, Undo
from kubebuku.books.mending.refusals import FitsAlready, NoReplacement, ReasonMissing, UnknownNote
from kubebuku.books.spec import Changed, Outcome, to_data
from kubebuku.domain.money import Rupiah
from kubebuku.domain.names import LONGEST_DESCRIPTION, clean_text
from kubebuku.domain.refusals import BalanceShort, BoxShort
from kubebuku.domain.text import N_, Sentence
from kubebuku.i18n import _, explain, long_date
from kubebuku.ledger.journal import Written, read_entry
from kubebuku.ledger.tables import pending
from kubebuku.ledger.work import Work


def keep_pending(work: Work, command: KeepPending) -> Outcome:
    """Try the act, keep it where only the zero rule stands in its way. Raises what the act raises, and FitsAlready."""
    if isinstance(command.command, Undo | Amend | CorrectEarlier | KeepPending):
        raise NoReplacement
    written, reason = _tried(work, command)
    amount = Rupiah(sum(line.amount for line in written.postings if line.amount > 0))
    note = work.connection.execute(
        insert(pending)
        .values(
            command=command.command.name,
            data=to_data(command.command),
            date=written.on.isoformat(),
            description=written.description,
            amount=int(amount),
            reason=reason,
            who=work.who,
            recorded=work.recorded,
        )
        .returning(pending.c.id)
    ).scalar_one()
    values = {"description": written.description, "amount": amount}
    said = Sentence(N_("Kept for later: {description}, {amount}. It has no number yet and is not counted."), values)
    return Outcome(Changed.PENDING, said=said, made={"note": note})


def _tried(work: Work, command: KeepPending) -> tuple[Written, str]:
    """The entry the act would write, and why the zero rule refuses it; nothing of the trial stays."""
    trial = work.connection.begin_nested()
    outcome: Outcome = work.carry_out(command.command)
    if outcome.entry is None:
        raise NoReplacement
    written = read_entry(work.connection, outcome.entry)
    try:
        work.journal.settle()
    except (BoxShort, BalanceShort) as refused:
        trial.rollback()
        refused.advise(None)  # it advises to keep a pending note, which this is
        return written, explain(refused)
    raise FitsAlready


def post_pending(work: Work, command: PostPending) -> Outcome:
    """The act as it was kept; the zero rule judges it anew."""
    row = work.connection.execute(select(pending).where(pending.c.id == command.note, pending.c.settled.is_(None))).first()
    kept = command_from(row.command, row.data) if row is not None else None
    if kept is None:
        raise UnknownNote(command.note)
    outcome: Outcome = work.carry_out(kept)
    work.connection.execute(update(pending).where(pending.c.id == command.note).values(settled="posted", entry=outcome.entry))
    return replace(outcome, changed=outcome.changed | Changed.PENDING)


def drop_pending(work: Work, command: DropPending) -> Outcome:
    """It stays readable, with the reason beneath why it waited, and waits no longer; raises ReasonMissing and UnknownNote."""
    reason = clean_text(command.reason, most=LONGEST_DESCRIPTION)
    if not reason and command.entry is None:
        raise ReasonMissing
    open_ = (pending.c.id == command.note, pending.c.settled.is_(None))
    row = work.connection.execute(select(pending.c.description, pending.c.reason).where(*open_)).first()
    if row is None:
        raise UnknownNote(command.note)
    if command.entry is not None:
        number = read_entry(work.connection, command.entry).number
        work.connection.execute(update(pending).where(*open_).values(settled="posted", entry=command.entry))
        values = {"description": row.description, "number": number}
        return Outcome(Changed.PENDING, said=Sentence(N_("Written as {number}: {description}."), values))
    words = _("Dropped by {who} on {day}: {reason}").format(who=work.who, day=long_date(work.today), reason=reason)
    work.connection.execute(update(pending).where(*open_).values(settled="dropped", reason=f"{row.reason}\n{words}"))
    return Outcome(Changed.PENDING, said=Sentence(N_("Dropped: {description}."), {"description": row.description}))
