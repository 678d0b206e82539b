"""The ledger's tables, typed for Core statements. Their shape is made by the migrations; a test compares the two."""

from __future__ import annotations

from sqlalchemy import MetaData, Named, Table, TypedColumns

metadata = MetaData()


class KubeColumns(TypedColumns):
    """The group whose book this is: one row. book_id, genesis and opened are fixed; the rest is mended in daily work."""

    id: Named[int]
    book_id: Named[str]
    genesis: Named[str]
    name: Named[str]
    opened: Named[str]
    practice: Named[int]
    founded: Named[int | None]
    business: Named[str | None]
    address: Named[str | None]
    neighbourhood: Named[str | None]
    village: Named[str | None]
    district: Named[str | None]
    city: Named[str | None]
    province: Named[str | None]
    phone: Named[str | None]
    decree: Named[str | None]
    bank_name: Named[str | None]
    bank_account: Named[str | None]
    companion: Named[str | None]
    village_head: Named[str | None]
    village_head_nip: Named[str | None]
    icon: Named[str | None]


class SettingColumns(TypedColumns):
    """Choices of the group that travel with its book, JSON by key."""

    key: Named[str]
    value: Named[str]


class AccountColumns(TypedColumns):
    """The chart of this book. A label of NULL is the shipped one in the reader's language."""

    code: Named[str]
    parent: Named[str | None]
    kind: Named[str]
    label: Named[str | None]
    box: Named[int]
    needs: Named[str]
    cashflow: Named[str | None]
    closed: Named[int]


class UnitColumns(TypedColumns):
    """Businesses (usaha) and the built-in savings-loan unit."""

    id: Named[int]
    label: Named[str]
    kind: Named[str]
    icon: Named[str | None]
    opened: Named[str]
    closed: Named[str | None]


class PersonColumns(TypedColumns):
    """Whoever money is owed to or by: members, those who left, outsiders."""

    id: Named[int]
    name: Named[str]
    standing: Named[str]


class DecisionColumns(TypedColumns):
    """What a meeting decided, for entries to point at."""

    id: Named[int]
    label: Named[str]
    decided: Named[str]
    standing: Named[str]


class LoanColumns(TypedColumns):
    """A loan's identity and first amount, in rupiah; its rest is the register of (1130/1131, loan)."""

    id: Named[int]
    label: Named[str]
    person: Named[int]
    principal: Named[int]
    opened: Named[str]
    standing: Named[str]


class ItemColumns(TypedColumns):
    """A thing the group owns; its book value is the register of (1201 and 1209, item)."""

    id: Named[int]
    label: Named[str]
    number: Named[str | None]
    value: Named[int]
    acquired: Named[str]
    standing: Named[str]


class EntryColumns(TypedColumns):
    """What happened: sealed. Dates are ISO text; `recorded` is UTC; `form` says how the hash was made."""

    id: Named[int]
    series: Named[str]
    year: Named[int]
    seq: Named[int]
    date: Named[str]
    description: Named[str]
    nota: Named[str | None]
    kind: Named[str]
    who: Named[str]
    recorded: Named[str]
    decision: Named[int | None]
    reverses: Named[int | None]
    form: Named[int]
    previous: Named[str]
    hash: Named[str]


class PostingColumns(TypedColumns):
    """Lines: sealed. Amounts in whole rupiah, debit positive; `date` repeats the entry's for the zero rule's index."""

    entry: Named[int]
    line: Named[int]
    account: Named[str]
    amount: Named[int]
    date: Named[str]
    unit: Named[int | None]
    person: Named[int | None]
    loan: Named[int | None]
    item: Named[int | None]


class ClosingColumns(TypedColumns):
    """Closings and reopenings of months: sealed links of the same chain. `serial` is penutupan ke-n of its month."""

    id: Named[int]
    month: Named[str]
    act: Named[str]
    serial: Named[int]
    reason: Named[str | None]
    who: Named[str]
    recorded: Named[str]
    after_entry: Named[int]
    form: Named[int]
    previous: Named[str]
    hash: Named[str]


class ClosingBalanceColumns(TypedColumns):
    """What every account held on the closed month's last day, per person, unit and loan."""

    closing: Named[int]
    line: Named[int]
    account: Named[str]
    person: Named[int | None]
    unit: Named[int | None]
    loan: Named[int | None]
    amount: Named[int]


class ClosingCountColumns(TypedColumns):
    """Counted cash (or the bank's figure) against the book at a closing; `counted` is NULL where counting was skipped."""

    closing: Named[int]
    account: Named[str]
    book: Named[int]
    counted: Named[int | None]
    explanation: Named[str | None]


class ClosingStateColumns(TypedColumns):
    """What a closing seals of the records beside the ledger: the digest of their state. Older closings have none."""

    closing: Named[int]
    form: Named[int]
    digest: Named[str]


class RecordLinkColumns(TypedColumns):
    """Links of records: sealed. It stands in the chain behind the entry and the closing it names, 0 for none."""

    id: Named[int]
    who: Named[str]
    recorded: Named[str]
    after_entry: Named[int]
    after_closing: Named[int]
    form: Named[int]
    previous: Named[str]
    hash: Named[str]


class RecordChangeColumns(TypedColumns):
    """What a link says of each record: its table, its key, its form 1 before and after; NULL where there was or is none."""

    link: Named[int]
    line: Named[int]
    record: Named[str]
    key: Named[str]
    was: Named[str | None]
    now: Named[str | None]


class ActColumns(TypedColumns):
    """Which form an entry came from, so that it can be opened again to be mended.

    `replaces` is the entry it was written in place of; `key` names the one opening of a form that wrote it.
    """

    entry: Named[int]
    command: Named[str]
    data: Named[str]
    reason: Named[str | None]
    replaces: Named[int | None]
    key: Named[str | None]


class PendingColumns(TypedColumns):
    """Catatan tertunda: acts the zero rule refused, without number and not counted."""

    id: Named[int]
    command: Named[str]
    data: Named[str]
    date: Named[str]
    description: Named[str]
    amount: Named[int]
    reason: Named[str]
    who: Named[str]
    recorded: Named[str]
    settled: Named[str | None]
    entry: Named[int | None]


kube = Table("kube", metadata, KubeColumns)
setting = Table("setting", metadata, SettingColumns)
account = Table("account", metadata, AccountColumns)
unit = Table("unit", metadata, UnitColumns)
person = Table("person", metadata, PersonColumns)
decision = Table("decision", metadata, DecisionColumns)
loan = Table("loan", metadata, LoanColumns)
item = Table("item", metadata, ItemColumns)
entry = Table("entry", metadata, EntryColumns)
posting = Table("posting", metadata, PostingColumns)
closing = Table("closing", metadata, ClosingColumns)
closing_balance = Table("closing_balance", metadata, ClosingBalanceColumns)
closing_count = Table("closing_count", metadata, ClosingCountColumns)
closing_state = Table("closing_state", metadata, ClosingStateColumns)
record_link = Table("record_link", metadata, RecordLinkColumns)
record_change = Table("record_change", metadata, RecordChangeColumns)
act = Table("act", metadata, ActColumns)
pending = Table("pending", metadata, PendingColumns)
