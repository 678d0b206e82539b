"""Amounts in Indonesian words, by the rules and vectors of KBBI usage: sepuluh, sebelas, seratus, seribu, but satu juta."""

from __future__ import annotations

_UNITS = ("", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_SCALES = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun")
_LARGEST = 2**63


def in_words(number: int) -> str:
    """`number` in small letters, from "nol"; negative as "minus ...". Raises OverflowError beyond 64 bits."""
    if abs(number) > _LARGEST:
        raise OverflowError(f"no words beyond 64 bits: {number}")
    if number == 0:
        return "nol"
    words: list[str] = ["minus"] if number < 0 else []
    rest = abs(number)
    for scale in range(len(_SCALES) - 1, -1, -1):
        group, rest = divmod(rest, 1000**scale)
        if group == 1 and scale == 1:
            words.append("seribu")
        elif group:
            words += _below_thousand(group)
            if scale:
                words.append(_SCALES[scale])
    return " ".join(words)


def terbilang(amount: int) -> str:
    """`amount` as it stands on a kwitansi: "Satu juta lima ratus ribu rupiah". Always Indonesian, whatever the language."""
    words = f"{in_words(amount)} rupiah"
    return words[0].upper() + words[1:]


def _below_thousand(group: int) -> list[str]:
    hundreds, rest = divmod(group, 100)
    words = ["seratus"] if hundreds == 1 else [_UNITS[hundreds], "ratus"] if hundreds else []
    if rest == 10:
        return [*words, "sepuluh"]
    if rest == 11:
        return [*words, "sebelas"]
    if 11 < rest < 20:
        return [*words, _UNITS[rest - 10], "belas"]
    tens, units = divmod(rest, 10)
    if tens:
        words += [_UNITS[tens], "puluh"]
    if units:
        words.append(_UNITS[units])
    return words
