"""The kinds of trouble, each with its own treatment.

A refusal is one small class that is all data: its sentences, the field of the command at fault, and the values it is raised
with. Three sentences: `wrong`, what is wrong; `why`, what was expected and found; `remedy`, what to do. A gap `{most}` says
the value `most`::

    class TooManyLines(RuleBroken):
        wrong = N_("This entry has too many lines: {found}.")
        why = N_("At most {most} lines fit one entry.")
        remedy = N_("Split it into several entries.")
        field = "postings"
        found: int
        most: int


    raise TooManyLines(found=201, most=200)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar, TypeAlias, dataclass_transform

from kubebuku.domain.text import Particular, Sentence

#: A whole number that names something, such as a year: said as it is, 2026, not as a figure, 2.026.
Numeral: TypeAlias = int

#: A sentence as it is marked for the catalogue, or one whose gaps are filled already.
Marked: TypeAlias = str | Particular | Sentence

_GAP = re.compile(r"\{(\w+)\}")
_NEXT_WORD = re.compile(r"(?<!^)(?=[A-Z])")


@dataclass_transform(eq_default=False)
class Trouble(Exception):
    """Something to tell a person.

    What a subclass only annotates is what it is raised with, by position or by name, as in a dataclass (made by hand, for
    dataclasses would take a tenth of a second at every start); `__post_init__` may then choose among sentences.
    """

    #: The stable name on the command line: that of the class, `too-many-lines`, where none is given.
    code: ClassVar[str] = "trouble"
    wrong: Marked
    why: Marked | None = None
    remedy: Marked | None = None
    #: The field of the command at fault.
    field: str | None = None
    #: What a gap says where that is not the value of the same name.
    said: Mapping[str, object] = MappingProxyType({})

    _raised_with: ClassVar[dict[str, str]] = {}

    def __init_subclass__(cls) -> None:
        own: dict[str, str] = vars(cls).get("__annotations__", {})
        cls._raised_with = cls._raised_with | {name: kind for name, kind in own.items() if not kind.startswith("ClassVar")}
        if "code" not in vars(cls):
            cls.code = _NEXT_WORD.sub("-", cls.__name__).lower()

    if TYPE_CHECKING:  # of a class that annotates nothing, the type checker would believe that it takes anything

        def __init__(self) -> None: ...

    else:

        def __init__(self, *given: object, **named: object) -> None:
            for name, value in (dict(zip(self._raised_with, given, strict=False)) | named).items():
                setattr(self, name, value)
            self.__post_init__()
            super().__init__(self.wrong)

    def __post_init__(self) -> None:
        """Choose the sentences, where they depend on the values."""

    def advise(self, remedy: Marked | None) -> None:
        """Take `remedy` in place of the one that every refusal of the class has."""
        self.remedy = remedy

    def explain(self, why: Marked | None) -> None:
        """Take `why` in place of the one that every refusal of the class has."""
        self.why = why

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences that are there, in the order they are read, their gaps filled."""
        return tuple(self.filled(part) for part in (self.wrong, self.why, self.remedy) if part is not None)

    def filled(self, part: Marked) -> Sentence:
        """One of its sentences with the values in its gaps."""
        if isinstance(part, Sentence):
            return part
        message = part.message if isinstance(part, Particular) else part
        return Sentence(part, {gap: self._value(gap) for gap in _GAP.findall(message)})

    def _value(self, gap: str) -> object:
        value = self.said[gap] if gap in self.said else getattr(self, gap)
        return str(value) if self._raised_with.get(gap) == "Numeral" else value


class RuleBroken(Trouble):
    """The input breaks a rule of the books: shown at the field, nothing changed. Exit code 1."""

    code = "rule"


class Surroundings(Trouble):
    """Disk, lock, printer, permission: a sentence and a remedy, nothing lost. Exit code 3."""

    code = "surroundings"


class Cancelled(Exception):
    """The person stopped the work: silence."""
