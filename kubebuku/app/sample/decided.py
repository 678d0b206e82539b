"""What the practice group decides: numbered as its book will number it, so that loans and losses rest on a meeting's decision.

An otherwise empty book numbers its decisions from 1, in the order in which they are written.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from kubebuku.domain.entries import DecisionId

Then = Callable[[DecisionId], None]


@dataclass
class Decided:
    """Every act of the story that writes a decision down is counted here, in the order of the acts."""

    _count: int = 0
    _proposed: list[tuple[str, Then]] = field(default_factory=list)

    def one(self) -> DecisionId:
        """The number of the decision that is written now."""
        self._count += 1
        return DecisionId(self._count)

    def propose(self, words: str, then: Then) -> None:
        """Bring something before the next meeting; `then` hears under which decision it was agreed."""
        self._proposed.append((words, then))

    def agreed(self, *own: str) -> tuple[str, ...]:
        """All that a meeting decides: its `own` first, then what was brought before it."""
        for _words in own:
            self.one()
        brought, self._proposed = self._proposed, []
        for _words, then in brought:
            then(self.one())
        return (*own, *(words for words, _then in brought))
