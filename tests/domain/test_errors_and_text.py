"""Refusals carry their sentences; sentences carry their values."""

from __future__ import annotations

from datetime import date

from kubebuku.domain.errors import Cancelled, Numeral, RuleBroken, Surroundings, Trouble
from kubebuku.domain.money import Rupiah
from kubebuku.domain.text import N_, PN_, Particular, Sentence
from kubebuku.i18n import say


class ChairShort(RuleBroken):
    wrong = "{name} needs {most} chairs in {year}."
    why = "There are {there}: {lack} too few."
    remedy = "Borrow {lack} chairs."
    field = "chairs"

    name: str
    most: int
    year: Numeral
    there: int = 1_000

    def __post_init__(self) -> None:
        self.said = {"lack": self.most - self.there}
        if not self.there:
            self.why = "There are none."


class SeatShort(ChairShort):
    code = "no-seat"

    field: str = "seat"


def test_a_refusal_is_told_by_its_class_and_the_values_it_is_raised_with() -> None:
    short = ChairShort("Ani", 2_500, year=2026)
    assert [say(sentence) for sentence in short.sentences] == [
        "Ani needs 2.500 chairs in 2026.",
        "There are 1.000: 1.500 too few.",
        "Borrow 1.500 chairs.",
    ]
    assert (short.field, short.code, short.year, str(short)) == ("chairs", "chair-short", 2026, ChairShort.wrong)
    assert ChairShort("Ani", 2_500, 2026, 0).sentences[1] == Sentence("There are none.")


def test_a_refusal_names_its_field_when_it_is_raised_and_takes_other_advice() -> None:
    seat = SeatShort("Ani", 2, 2026, 1, field="bench")
    assert (seat.field, seat.code, SeatShort("Ani", 2, 2026).field) == ("bench", "no-seat", "seat")
    seat.advise(Sentence("Stand for {hours} hours.", {"hours": 2}))
    assert say(seat.sentences[-1]) == "Stand for 2 hours."
    seat.advise(None)
    assert len(seat.sentences) == 2
    assert len(SeatShort("Ani", 2, 2026).sentences) == 3


def test_a_refusal_in_other_words_where_one_word_has_two_meanings() -> None:
    class DoorOpen(RuleBroken):
        wrong = PN_("adjective", "Open: {door}.")

        door: str

    assert DoorOpen("left").sentences == (Sentence(Particular("adjective", "Open: {door}."), {"door": "left"}),)


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
