"""Refusals carry their sentences; sentences carry their values."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import Cancelled, RuleBroken, Surroundings, Trouble
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_, Particular, Sentence


def test_a_refusal_reads_wrong_found_remedy() -> None:
    wrong = Sentence("There is not enough money in {box}.", {"box": "Kas"})
    found = Sentence("Short by {amount}.", {"amount": Rupiah(2_650_000)})
    remedy = Sentence("Pay from another place.")
    trouble = RuleBroken(wrong, found, remedy, field="amount")
    assert trouble.sentences == (wrong, found, remedy)
    assert RuleBroken(wrong, remedy=remedy).sentences == (wrong, remedy)
    assert (trouble.field, trouble.code) == ("amount", "rule")


def test_the_kinds_of_trouble_can_be_told_apart() -> None:
    assert issubclass(RuleBroken, Trouble)
    assert issubclass(Surroundings, Trouble)
    assert not issubclass(Cancelled, Trouble)
    assert (Trouble.code, Surroundings.code) == ("trouble", "surroundings")


def test_marking_leaves_the_words_as_they_are() -> None:
    assert N_("Cash") == "Cash"
    assert PN_("verb", "Open") == Particular("verb", "Open")


def test_a_sentence_keeps_values_as_values() -> None:
    sentence = Sentence("{amount} on {day}", {"amount": Rupiah(5_000), "day": date(2026, 11, 22)})
    assert sentence.values["amount"] == Rupiah(5_000)
    assert Sentence("Done.").values == {}
