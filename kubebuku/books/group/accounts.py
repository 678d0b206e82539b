"""The group's own accounts and names; codes and natures never change (accounting.md 1)."""

from __future__ import annotations

from sqlalchemy import delete, insert, select, update

from kubebuku.books.cash.common import account_of, label
from kubebuku.books.cash.tables import box_count
from kubebuku.books.group.commands import AddAccount, CloseAccount, DeleteAccount, RenameAccount, ReopenAccount
from kubebuku.books.group.refusals import (
    AccountHoldsMoney,
    AccountInUse,
    AccountKept,
    AccountNameTaken,
    AccountsFull,
    AccountTooDeep,
    AccountUnderHeading,
)
from kubebuku.books.spec import Changed, Outcome
from kubebuku.domain.accounts import Kind
from kubebuku.domain.names import clean_name, name_key
from kubebuku.domain.text import N_, Sentence
from kubebuku.ledger import balances, settings
from kubebuku.ledger.tables import account, closing_count, posting
from kubebuku.ledger.work import Work


def add_account(work: Work, command: AddAccount) -> Outcome:
    """The next free code under the parent, with the parent's nature."""
    parent = account_of(work, command.parent)
    if parent.parent is not None:
        raise AccountTooDeep(label(parent))
    if parent.kind is Kind.HEADING:
        raise AccountUnderHeading(label(parent))
    name = _free_name(work, command.label)
    taken = {one.code for one in work.chart.under(parent.code)}
    code = next((code for code in (f"{parent.code}.{n:02d}" for n in range(1, 100)) if code not in taken), None)
    if code is None:
        raise AccountsFull(label(parent))
    work.connection.execute(
        insert(account).values(
            code=code,
            parent=parent.code,
            kind=parent.kind.value,
            label=name,
            box=int(parent.box),
            needs=",".join(sorted(need.value for need in parent.needs)),
            cashflow=parent.cashflow.value if parent.cashflow else None,
            closed=0,
        )
    )
    return Outcome(Changed.ACCOUNTS, said=Sentence(N_("New account: {code} {label}."), {"code": code, "label": name}))


def rename_account(work: Work, command: RenameAccount) -> Outcome:
    """A shipped account gets its own name back from an empty one."""
    found = account_of(work, command.account)
    name = None
    if command.label.strip() or found.parent is not None:
        name = _free_name(work, command.label, found.code)
    work.connection.execute(update(account).where(account.c.code == found.code).values(label=name))
    return Outcome(Changed.ACCOUNTS, said=Sentence(N_("The name of {code} has been saved."), {"code": found.code}))


def close_account(work: Work, command: CloseAccount) -> Outcome:
    """Empty, no heading, and no usual box."""
    found = account_of(work, command.account)
    if found.kind is Kind.HEADING:
        raise AccountKept(label(found), shipped=True)
    usual = settings.read(work.connection)
    if found.code in (usual.box_usaha, usual.box_savings_loan, usual.box_solidarity):
        raise AccountInUse(label(found))
    held = balances.of(work.connection, found.code)
    if held:
        raise AccountHoldsMoney(label(found), abs(held))
    work.connection.execute(update(account).where(account.c.code == found.code).values(closed=1))
    said = Sentence(N_("{account} has been closed; nothing more is written on it."), {"account": label(found)})
    return Outcome(Changed.ACCOUNTS, said=said)


def reopen_account(work: Work, command: ReopenAccount) -> Outcome:
    """Open to entries again."""
    found = account_of(work, command.account)
    work.connection.execute(update(account).where(account.c.code == found.code).values(closed=0))
    return Outcome(Changed.ACCOUNTS, said=Sentence(N_("{account} is open again."), {"account": label(found)}))


def delete_account(work: Work, command: DeleteAccount) -> Outcome:
    """Own, and never written on."""
    found = account_of(work, command.account)
    if found.parent is None:
        raise AccountKept(label(found), shipped=True)
    named_in = (posting.c.account, box_count.c.account, closing_count.c.account)
    if any(work.connection.execute(select(column).where(column == found.code).limit(1)).first() for column in named_in):
        raise AccountKept(label(found), shipped=False)
    usual = settings.read(work.connection)
    if found.code in (usual.box_usaha, usual.box_savings_loan, usual.box_solidarity):
        raise AccountInUse(label(found))
    work.connection.execute(delete(account).where(account.c.code == found.code))
    return Outcome(Changed.ACCOUNTS, said=Sentence(N_("Deleted: {name}."), {"name": label(found)}))


def _free_name(work: Work, text: str, own: str | None = None) -> str:
    name = clean_name(text)
    for one in work.chart:
        if one.code != own and name_key(label(one)) == name_key(name):
            raise AccountNameTaken(label(one), one.code)
    return name
