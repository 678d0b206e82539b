"""What the savings book writes beside the ledger: the group's rules, and which months have had their jasa."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class SavingsRuleColumns(TypedColumns):
    """Rules are added, never changed. `fee_rate` is an exact fraction a year; `since` is the first of a month."""

    id: Named[int]
    since: Named[str]
    principal_amount: Named[int]
    obligatory_amount: Named[int]
    fee_rate: Named[str]
    fee_base: Named[str]
    decision: Named[int | None]
    who: Named[str]
    recorded: Named[str]


class SavingsFeeColumns(TypedColumns):
    """The entry that gave the jasa of a month; a struck one does not count."""

    entry: Named[int]
    month: Named[str]


savings_rule = Table("savings_rule", metadata, SavingsRuleColumns)
savings_fee = Table("savings_fee", metadata, SavingsFeeColumns)
