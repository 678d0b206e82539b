"""Sentences are marked where they arise and spoken late, in the reader's language, by `kubebuku.i18n`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


def N_(message: str) -> str:
    """Mark `message` for the catalogue and return it unchanged."""
    return message


def PN_(context: str, message: str) -> Particular:
    """Mark `message` for the catalogue under `context`, for words that mean two things (noun or verb)."""
    return Particular(context, message)


@dataclass(frozen=True, slots=True)
class Particular:
    """A marked message that needs its context to be translated rightly."""

    context: str
    message: str


@dataclass(frozen=True)
class Sentence:
    """A whole sentence with named gaps, e.g. ``Sentence(N_("Short by {amount}."), {"amount": Rupiah(5000)})``.

    Values are kept as values (`Rupiah`, `date`, `Month`, int, str, another Sentence); `i18n.say` writes each in the
    reader's form. The message itself is English, as in the catalogue.
    """

    message: str | Particular
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class InLanguages:
    """A name that is data and yet has a form in each language ("id", "en"), such as the label of a shipped account."""

    labels: Mapping[str, str] = field(hash=False)

    def spoken(self, language: str) -> str:
        """Its form in `language`, Indonesian where that has none."""
        return self.labels.get(language) or self.labels["id"]

    def __str__(self) -> str:
        return self.labels["id"]


#: What may stand in a sentence as the name of something.
Name = str | InLanguages
