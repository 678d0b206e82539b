"""The whole book as other programs are told of it, and the names they know its accounts by."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from kubebuku.domain.accounts import Account, Chart, Kind

#: The first part of an account's name in plain-text ledgers.
ROOTS = {
    Kind.ASSET: "Assets",
    Kind.LIABILITY: "Liabilities",
    Kind.EQUITY: "Equity",
    Kind.INCOME: "Income",
    Kind.COST: "Expenses",
}


@dataclass(frozen=True)
class Whole:
    """What is exported: the group, its chart, and every entry as `answers.entries` gives it."""

    name: str
    opened: str
    chart: Chart
    language: str
    entries: Iterator[dict[str, Any]]

    def label(self, code: str) -> str:
        """The account's name in the reader's language."""
        return self.chart[code].label(self.language)

    def account_name(self, code: str) -> str:
        """``Assets:1101-Kas``; a group's own account is a component more: ``Assets:1110-Bank:01-Bank-Contoh``."""
        return account_name(self.chart[code], self.chart, self.language)


def account_name(account: Account, chart: Chart, speaking: str) -> str:
    """The account's name in a plain-text ledger: only letters of the first alphabet, digits and hyphens."""
    parts = [ROOTS[account.kind], _component(account.base, chart[account.base].label(speaking))]
    if account.parent is not None:
        parts.append(_component(account.code[5:], account.label(speaking)))
    return ":".join(parts)


def _component(code: str, label: str) -> str:
    bare = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode()
    word = re.sub(r"[^A-Za-z0-9]+", "-", bare).strip("-")
    return f"{code}-{word}" if word else code
