"""What the solidarity book writes beside the ledger: how much is paid, for which events it gives, and to whom it gave."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class SolidarityRuleColumns(TypedColumns):
    """Rules are added, never changed. `period` is month or year; `since` the first of a month."""

    id: Named[int]
    since: Named[str]
    amount: Named[int]
    period: Named[str]
    decision: Named[int | None]
    who: Named[str]
    recorded: Named[str]


class BenefitRuleColumns(TypedColumns):
    """A kind of event from `since` on, until `ended`: at most `ceiling` a time, to outsiders too or to members only."""

    id: Named[int]
    since: Named[str]
    event: Named[str]
    ceiling: Named[int | None]
    outsiders: Named[int]
    ended: Named[str | None]
    who: Named[str]
    recorded: Named[str]


class BenefitColumns(TypedColumns):
    """For which event an entry gave, and to whom; one that was taken back does not count."""

    entry: Named[int]
    rule: Named[int]
    person: Named[int]


solidarity_rule = Table("solidarity_rule", metadata, SolidarityRuleColumns)
benefit_rule = Table("benefit_rule", metadata, BenefitRuleColumns)
benefit = Table("benefit", metadata, BenefitColumns)
