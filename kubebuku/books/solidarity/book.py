"""The door of the solidarity book."""

from __future__ import annotations

from kubebuku.books.spec import Acts, Answers, Book, Checks, Forms, Rows, Watches
from kubebuku.domain.text import N_


class Solidarity(Book):
    """See `kubebuku.books.solidarity`."""

    name = "solidarity"
    title = N_("Solidarity fund")

    def acts(self) -> Acts:
        from kubebuku.books.solidarity import commands, handlers

        return (
            commands.SetSolidarityRule.done_by(handlers.set_rule),
            commands.SetBenefit.done_by(handlers.set_benefit),
            commands.EndBenefit.done_by(handlers.end_benefit),
            commands.TakeDues.done_by(handlers.take_dues),
            commands.SetAside.done_by(handlers.set_aside),
            commands.GiveBenefit.done_by(handlers.give_benefit),
        )

    def answers(self) -> Answers:
        from kubebuku.books.solidarity import queries, reading, sources

        return (
            queries.SolidarityRule.answered_by(reading.rule_in_force),
            queries.SolidarityRules.answered_by(reading.all_rules),
            queries.BenefitKinds.answered_by(reading.benefit_kinds),
            queries.DuesGrid.answered_by(reading.dues_grid),
            queries.DuesDue.answered_by(reading.dues_due),
            queries.SolidarityBook.answered_by(reading.solidarity_book),
            queries.Benefits.answered_by(reading.benefits),
            queries.SolidarityFund.answered_by(reading.solidarity_fund),
            queries.SetAsideSources.answered_by(sources.set_aside_sources),
        )

    def checks(self) -> Checks:
        from kubebuku.books.solidarity import reading

        return {"solidarity": reading.fund_ties}

    def attention(self) -> Watches:
        from kubebuku.books.solidarity import reading, sources

        return (
            reading.behind_with_dues,
            reading.fund_elsewhere,
            sources.shared_too_much,
        )

    def forms(self) -> Forms:
        from kubebuku.books.solidarity import forms

        return forms.FORMS

    def rows(self) -> Rows | None:
        from kubebuku.books.solidarity import reading

        return reading.rows


SOLIDARITY = Solidarity()
