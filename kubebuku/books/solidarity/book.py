"""The solidarity book as the catalogue lists it."""

from __future__ import annotations

from kubebuku.books.spec import BookSpec
from kubebuku.domain.text import N_

_HERE = "kubebuku.books.solidarity"

SOLIDARITY = BookSpec(
    name="solidarity",
    title=N_("Solidarity fund"),
    commands={
        "commands.SetSolidarityRule": f"{_HERE}.handlers:set_rule",
        "commands.SetBenefit": f"{_HERE}.handlers:set_benefit",
        "commands.EndBenefit": f"{_HERE}.handlers:end_benefit",
        "commands.TakeDues": f"{_HERE}.handlers:take_dues",
        "commands.SetAside": f"{_HERE}.handlers:set_aside",
        "commands.GiveBenefit": f"{_HERE}.handlers:give_benefit",
    },
    queries={
        "queries.SolidarityRule": f"{_HERE}.reading:rule_in_force",
        "queries.SolidarityRules": f"{_HERE}.reading:all_rules",
        "queries.BenefitKinds": f"{_HERE}.reading:benefit_kinds",
        "queries.DuesGrid": f"{_HERE}.reading:dues_grid",
        "queries.DuesDue": f"{_HERE}.reading:dues_due",
        "queries.SolidarityBook": f"{_HERE}.reading:solidarity_book",
        "queries.Benefits": f"{_HERE}.reading:benefits",
        "queries.SolidarityFund": f"{_HERE}.reading:solidarity_fund",
        "queries.SetAsideSources": f"{_HERE}.sources:set_aside_sources",
    },
    checks={"solidarity": f"{_HERE}.reading:fund_ties"},
    attention=(f"{_HERE}.reading:behind_with_dues", f"{_HERE}.reading:fund_elsewhere", f"{_HERE}.sources:shared_too_much"),
    forms=("kubebuku.books.solidarity.forms:FORMS",),
    rows=f"{_HERE}.reading:rows",
)
