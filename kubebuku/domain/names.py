"""Cleaning of text that people type: what is seen is kept as it is, what is not seen goes, what no file can hold is refused."""

from __future__ import annotations

import unicodedata

from kubebuku.domain.text_refusals import (
    ControlSign,
    DescriptionMissing,
    DescriptionTooLong,
    NameMissing,
    NameTooLong,
    TextRefused,
    TextTooLong,
    is_control,
)

#: Signs in a name, a description, and any other field unless it says otherwise.
LONGEST_NAME = 120
LONGEST_DESCRIPTION = 200
LONGEST_TEXT = 2000
#: The name of a business must fit a tile and the head of a column.
LONGEST_UNIT_NAME = 60
#: The business every book is born with (accounting.md 2).
SAVINGS_LOAN_UNIT = "Simpan pinjam"

#: Times the length of a field that is refused before it is cleaned: a file pasted by mistake.
_ENDLESS = 20
_SPACES = frozenset("\t\v\f")
_LINE_ENDS = frozenset("\n\x85\u2028\u2029")
# Fillers and blanks that count as letters or pictures and are still not seen.
_BLANKS = frozenset("\u115f\u1160\u3164\uffa0\u2800\u034f\u17b4\u17b5")

# Letters of other scripts that cannot be told from Latin ones in print, capitals first: Cyrillic, then Greek, then Latin strays.
_LOOK_ALIKES = str.maketrans(
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0423\u0425\u0405\u0406\u0408"
    "\u0430\u0435\u043a\u043e\u0440\u0441\u0442\u0443\u0445\u0455\u0456\u0458\u04bb\u0501\u051b\u051d\u0475"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7"
    "\u03b1\u03b9\u03ba\u03bd\u03bf\u03c1\u03c5\u03c7\u0131\u0251\u0261",
    "ABEKMHOPCTYXSIJaekopctyxsijhdqwvABEZHIKMNOPTYXaikvopuxiag",
)


def clean_name(text: str, *, field: str | None = None, most: int = LONGEST_NAME) -> str:
    """A name in NFC with single spaces, otherwise as typed: one word, apostrophes, any script are names.

    Raises `NameMissing`, `NameTooLong` (over `most` signs) or `ControlSign`, for `field` where one is named.
    """
    try:
        if len(text) > _ENDLESS * most:
            raise NameTooLong(len(text), most)
        name = _one_line(text)
        if not any(unicodedata.category(sign)[0] in "LN" or unicodedata.category(sign) == "So" for sign in name):
            raise NameMissing
        if len(name) > most:
            raise NameTooLong(len(name), most)
    except TextRefused as refusal:
        refusal.field = field
        raise
    return name


def clean_description(text: str) -> str:
    """What an entry was for, cleaned as a name is; it needs a letter or a digit.

    Raises `DescriptionMissing`, `DescriptionTooLong` (over 200 signs) or `ControlSign`.
    """
    if len(text) > _ENDLESS * LONGEST_DESCRIPTION:
        raise DescriptionTooLong(len(text), LONGEST_DESCRIPTION)
    description = _one_line(text)
    if not any(unicodedata.category(sign)[0] in "LN" for sign in description):
        raise DescriptionMissing
    if len(description) > LONGEST_DESCRIPTION:
        raise DescriptionTooLong(len(description), LONGEST_DESCRIPTION)
    return description


def fit_description(words: str) -> str:
    """Words that the program puts together, cut with a mark to the length of a description."""
    return words if len(words) <= LONGEST_DESCRIPTION else words[: LONGEST_DESCRIPTION - 1].rstrip() + "…"


def clean_text(text: str, *, most: int = LONGEST_TEXT, lines: bool = False, field: str | None = None) -> str:
    """Any other field, which may be empty; `lines` keeps line ends (as line feeds) and drops empty lines at both ends.

    Raises `TextTooLong` (over `most` signs) or `ControlSign`, for `field` where one is named.
    """
    try:
        if len(text) > _ENDLESS * most:
            raise TextTooLong(len(text), most)
        cleaned = _many_lines(text) if lines else _one_line(text)
        if len(cleaned) > most:
            raise TextTooLong(len(cleaned), most)
    except TextRefused as refusal:
        refusal.field = field
        raise
    return cleaned


def name_key(name: str) -> str:
    """Equal for names that a reader could take for one another: case, accents, spaces, points and look-alike letters aside.

    For warning of a likely double; never for finding a person (two people may have one name).
    """
    folded = unicodedata.normalize("NFKD", name).translate(_LOOK_ALIKES).casefold()
    key = "".join(sign for sign in folded if unicodedata.category(sign)[0] in "LN")
    return key or " ".join(folded.split())


def name_order(name: str) -> tuple[str, str]:
    """The key by which lists of names are sorted: accents and case count only between names that are otherwise equal."""
    bare = "".join(sign for sign in unicodedata.normalize("NFKD", name) if not unicodedata.combining(sign))
    return bare.casefold(), name


def disguised(name: str) -> tuple[str, ...]:
    """The foreign letters that pass for Latin ones in words of `name` that also have Latin letters, in order."""
    return tuple(
        sign
        for word in name.split()
        if any(sign.isascii() and sign.isalpha() for sign in word)
        for sign in word
        if ord(sign) in _LOOK_ALIKES
    )


def _one_line(text: str) -> str:
    return " ".join(_many_lines(text).split())


def _many_lines(text: str) -> str:
    seen = "".join(_sign(sign, place) for place, sign in enumerate(text)).replace("\r\n", "\n").replace("\r", "\n")
    return "\n".join(" ".join(line.split()) for line in unicodedata.normalize("NFC", seen).split("\n")).strip("\n")


def _sign(sign: str, place: int) -> str:
    if sign == "\r":
        return sign
    if sign in _LINE_ENDS:
        return "\n"
    if sign in _SPACES or unicodedata.category(sign) == "Zs":
        return " "
    if is_control(sign):
        raise ControlSign(sign, place)
    return "" if sign in _BLANKS or unicodedata.category(sign) == "Cf" else sign
