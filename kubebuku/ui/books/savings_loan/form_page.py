"""The forms of loans as they are opened from the pages of this book: saved, the window goes back to where it came from."""

from __future__ import annotations

from functools import partial

from kubebuku.domain.errors import RuleBroken
from kubebuku.i18n import _, say
from kubebuku.ui import places
from kubebuku.ui.forms.page import RecordPage
from kubebuku.ui.forms.request import Saved
from kubebuku.ui.mending import mend
from kubebuku.ui.widgets import Act

#: These make a loan: its card is shown next.
_MAKING = frozenset({"lend", "apply_for_loan"})


class LoanFormPage(RecordPage):
    """``go("loan_form", form="instalment", values={"loan": 3})``."""

    nav = "loans"

    def _refused(self, refusal: RuleBroken) -> None:
        """What is wrong with the borrower is said at the loan where the form asks for no person."""
        asked = {entry.spec.name for entry in self.entries}
        if refusal.field == "person" and "person" not in asked and "loan" in asked:
            refusal.field = "loan"
        super()._refused(refusal)

    def _saved(self, saved: Saved) -> None:
        self.let_go()
        outcome, form = saved.outcome, self.asked.form.key if self.asked is not None else ""
        acts: list[Act] = []
        if outcome.entry is not None:
            acts.append((_("Undo"), partial(mend.undo, self.main, outcome.entry), "urungkan"))
            if mend.moves_money(outcome.number):
                acts.append((_("Print the receipt"), partial(mend.print_receipt, self.main, outcome.entry), "cetak"))
        self.main.back()
        loan = outcome.made.get("loan")
        if form in _MAKING and loan is not None:
            self.main.go(places.LoanCard(loan=loan))
        title = say(outcome.said) if outcome.said is not None else _("Saved")
        parts = [_("Voucher {number}.").format(number=outcome.number)] if outcome.number else []
        parts.extend(say(one) for one in outcome.warned)
        self.main.say_done(title, " ".join(parts), acts)
