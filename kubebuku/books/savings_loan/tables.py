"""What lending writes beside the ledger: rules with history, the terms of a loan, and its plans of instalments."""

from __future__ import annotations

from sqlalchemy import Named, Table, TypedColumns

from kubebuku.ledger.tables import metadata


class LendingRuleColumns(TypedColumns):
    """Rules are added, never changed. Rates are exact fractions as text; `pay_order` names parts parted by commas."""

    id: Named[int]
    since: Named[str]
    most: Named[int]
    months: Named[int]
    method: Named[str]
    rate: Named[str]
    rate_per: Named[str]
    every: Named[str]
    round_to: Named[int]
    grace: Named[int]
    fine_kind: Named[str]
    fine_amount: Named[int]
    fine_rate: Named[str]
    outsiders: Named[int]
    at_once: Named[int]
    pay_order: Named[str]
    bands: Named[str]
    note: Named[str | None]
    decision: Named[int | None]
    who: Named[str]
    recorded: Named[str]


class LoanTermsColumns(TypedColumns):
    """What was asked for and agreed. `account` is set on handing over and stays; `exception` is why the rules were set aside."""

    loan: Named[int]
    rule: Named[int | None]
    applied: Named[str]
    purpose: Named[str | None]
    guarantee: Named[str | None]
    months: Named[int]
    method: Named[str]
    rate: Named[str]
    rate_per: Named[str]
    every: Named[str]
    round_to: Named[int]
    payment: Named[int | None]
    grace: Named[int]
    account: Named[str | None]
    aid: Named[int | None]
    decision: Named[int | None]
    exception: Named[str | None]
    refused_reason: Named[str | None]


class LoanPlanColumns(TypedColumns):
    """A version of the instalments: the first from the disbursement, others from rescheduling. `rate` is that of a month.

    `carried` is unpaid jasa of the version before, `ahead` jasa paid under it before it was owed; later versions count what was
    recorded after the entry `after_entry`.
    """

    loan: Named[int]
    version: Named[int]
    since: Named[str]
    method: Named[str]
    rate: Named[str]
    every: Named[str]
    carried: Named[int]
    ahead: Named[int]
    reason: Named[str | None]
    decision: Named[int | None]
    entry: Named[int | None]
    after_entry: Named[int]


class LoanInstalmentColumns(TypedColumns):
    """An instalment of a plan, in rupiah."""

    loan: Named[int]
    version: Named[int]
    no: Named[int]
    due: Named[str]
    principal: Named[int]
    interest: Named[int]


lending_rule = Table("lending_rule", metadata, LendingRuleColumns)
loan_terms = Table("loan_terms", metadata, LoanTermsColumns)
loan_plan = Table("loan_plan", metadata, LoanPlanColumns)
loan_instalment = Table("loan_instalment", metadata, LoanInstalmentColumns)
