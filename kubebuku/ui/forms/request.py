"""What the form page is asked to ask, and what it hands on once it is saved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from kubebuku.books import spec
from kubebuku.books.spec import Command, FieldKind, Outcome


@dataclass(frozen=True)
class Asked:
    """What the page is to ask: a form, what is filled in already, and fields of the command the form does not show."""

    form: spec.Form
    values: Mapping[str, object] = field(default_factory=dict)
    #: a first title, else the form's own
    title: str = ""
    #: makes the command of the values read, where the form's own class does not fit them
    build: Callable[[Mapping[str, Any]], Command] | None = None
    #: the pending note that this record settles
    pending: int | None = None


@dataclass(frozen=True)
class Saved:
    """What was saved just now, for the strip that stays until the next record is begun."""

    outcome: Outcome


@dataclass(frozen=True)
class Draft:
    """A record that waits while another one is written first."""

    form: str
    title: str
    values: Mapping[str, object] = field(default_factory=dict)


def question_of(fields: Sequence[spec.Field]) -> spec.Field | None:
    """The amount the form is about: the first that must be written."""
    return next((one for one in fields if one.kind is FieldKind.AMOUNT and one.required), None)


def in_order(fields: Sequence[spec.Field]) -> list[spec.Field]:
    """The amount first, the rest as the book has put it, what is seldom needed last."""
    question = question_of(fields)
    return sorted(fields, key=lambda one: (one is not question, one.more))
