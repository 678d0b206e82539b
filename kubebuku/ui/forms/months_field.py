"""Which months are paid now: a tick for each, the oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from kubebuku.domain.calendar import Month
from kubebuku.domain.dues import Due, State
from kubebuku.domain.money import Rupiah
from kubebuku.i18n import _, month_name, rupiah
from kubebuku.ui.widgets import CheckBox, FieldBox, Tiles


class MonthsField(FieldBox):
    """``show_dues(lacking)``: months that are over and that of today are ticked; `value()` are the months, oldest first."""

    def __init__(self, label: str, *, name: str) -> None:
        self.ticks: list[CheckBox] = []
        self._dues: tuple[Due, ...] = ()
        self.line = Tiles(most=3, least_width=190, gap=4)
        super().__init__(label, self.line, name=name)

    def show_dues(self, lacking: Sequence[Due], only: Iterable[Month] = ()) -> None:
        """Replace the months; `only` are ticked where given."""
        self._dues = tuple(lacking)
        wanted = frozenset(only)
        self.ticks = []
        amounts = {one.lacking for one in self._dues}
        alike = len(self._dues) > 1 and len(amounts) == 1
        self.say_hint(_("{amount} each").format(amount=rupiah(amounts.pop())) if alike else "")
        for one in self._dues:
            on = one.period.first in wanted if wanted else one.state in (State.LATE, State.DUE)
            tick = CheckBox(_words(one, amount=not alike), "awas" if one.state is State.LATE else None, checked=on)
            tick.toggled.connect(self._ticked)
            self.ticks.append(tick)
        self.line.show_tiles(self.ticks)
        if self.ticks:
            self.line.setFocusProxy(self.ticks[0])
        self.start()

    def amount(self) -> Rupiah:
        """What the ticked months lack together."""
        return Rupiah(sum(one.lacking for one in self._chosen()))

    def _chosen(self) -> list[Due]:
        return [one for one, tick in zip(self._dues, self.ticks, strict=True) if tick.isChecked()]

    def _ticked(self, _on: bool) -> None:  # noqa: FBT001 (Qt's own signature)
        self.clear_refusal()
        self.changed.emit(self.value())

    def content(self) -> object:
        """The ticked months."""
        return self.value()

    def value(self) -> tuple[Month, ...]:
        """The ticked months, a yearly one by its first."""
        return tuple(one.period.first for one in self._chosen())

    def set_value(self, value: object) -> None:
        """Tick these months."""
        months = value if isinstance(value, tuple) else ()
        for one, tick in zip(self._dues, self.ticks, strict=True):
            tick.setChecked(one.period.first in months)


def _words(one: Due, *, amount: bool) -> str:
    months = month_name(one.period.first)
    if one.period.first != one.period.last:
        months = _("{first} to {last}").format(first=months, last=month_name(one.period.last))
    return f"{months} · {rupiah(one.lacking)}" if amount else months
