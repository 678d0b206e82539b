"""The kinds of trouble, each with its own treatment.

A refusal is one small class built from data, which writes its own sentence. Three parts: what is wrong, what was expected
and found, what to do. `code` is the stable name on the command line; `field` names the field of the command at fault.
"""

from __future__ import annotations

from typing import ClassVar

from kubebuku.domain.text import Sentence


class Trouble(Exception):
    """Something to tell a person. Subclasses set `code` and build the three sentences from their data."""

    code: ClassVar[str] = "trouble"

    def __init__(
        self, wrong: Sentence, found: Sentence | None = None, remedy: Sentence | None = None, *, field: str | None = None
    ) -> None:
        self.wrong = wrong
        self.found = found
        self.remedy = remedy
        self.field = field
        super().__init__(wrong.message)

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are there, in the order they are read."""
        return tuple(part for part in (self.wrong, self.found, self.remedy) if part is not None)


class RuleBroken(Trouble):
    """The input breaks a rule of the books: shown at the field, nothing changed. Exit code 1."""

    code = "rule"


class Surroundings(Trouble):
    """Disk, lock, printer, permission: a sentence and a remedy, nothing lost. Exit code 3."""

    code = "surroundings"


class Cancelled(Exception):
    """The person stopped the work: silence."""
