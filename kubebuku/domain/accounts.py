"""The chart of accounts: what each account is, whether money lies in it, which dimensions it needs."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum

from kubebuku.domain.text import InLanguages


class Kind(Enum):
    """What an account is. A heading groups others and takes no posting."""

    HEADING = "heading"
    ASSET = "asset"
    LIABILITY = "liability"
    EQUITY = "equity"
    INCOME = "income"
    COST = "cost"

    @property
    def sign(self) -> int:
        """+1 where a debit makes the figure larger, -1 where a credit does."""
        return 1 if self in (Kind.ASSET, Kind.COST, Kind.HEADING) else -1

    @property
    def is_result(self) -> bool:
        """True for income and costs, which a year's closing empties."""
        return self in (Kind.INCOME, Kind.COST)


class CashflowClass(Enum):
    """Where an account's counter-movement of money stands in the cash flow statement (accounting.md 9)."""

    OPERATING = "operating"
    INVESTING = "investing"
    FINANCING = "financing"
    TRUST = "trust"


class Dimension(Enum):
    """What a posting can point at besides its account."""

    UNIT = "unit"
    PERSON = "person"
    LOAN = "loan"
    ITEM = "item"


@dataclass(frozen=True, slots=True)
class Account:
    """One account. `parent` is the account a group's own account lies under; its kind, box, needs and class come from there."""

    code: str
    kind: Kind
    labels: Mapping[str, str] = field(hash=False)
    box: bool = False
    needs: frozenset[Dimension] = frozenset()
    cashflow: CashflowClass | None = None
    parent: str | None = None
    closed: bool = False

    @property
    def base(self) -> str:
        """The four-digit code of the chart it belongs to."""
        return self.code[:4]

    @property
    def called(self) -> InLanguages:
        """Its name for a sentence, spoken in the reader's language."""
        return InLanguages(self.labels)

    def label(self, language: str = "id") -> str:
        """Its name in `language`, Indonesian where that language has none."""
        return self.labels.get(language) or self.labels["id"]


class Chart:
    """All accounts of a book by code, in code order."""

    def __init__(self, accounts: Iterable[Account]) -> None:
        self._accounts = {account.code: account for account in sorted(accounts, key=lambda account: account.code)}

    def __iter__(self) -> Iterator[Account]:
        return iter(self._accounts.values())

    def __contains__(self, code: object) -> bool:
        return code in self._accounts

    def __getitem__(self, code: str) -> Account:
        return self._accounts[code]

    def get(self, code: str) -> Account | None:
        """The account of that code, or None."""
        return self._accounts.get(code)

    def under(self, *bases: str) -> tuple[Account, ...]:
        """The accounts of these four-digit codes with the group's own accounts beneath them."""
        return tuple(account for account in self if account.base in bases)

    @property
    def boxes(self) -> tuple[Account, ...]:
        """Every place where money lies, closed ones included."""
        return tuple(account for account in self if account.box)


def read_chart(text: str) -> Chart:
    """Read a chart in the form of resources/charts/kube.toml; raises KeyError or ValueError where the file is wrong."""
    return Chart(
        Account(
            code=row["code"],
            kind=Kind(row["kind"]),
            labels=row["label"],
            box=row.get("box", False),
            needs=frozenset(Dimension(name) for name in row.get("needs", ())),
            cashflow=CashflowClass(row["cashflow"]) if "cashflow" in row else None,
        )
        for row in tomllib.loads(text)["account"]
    )


# The accounts that acts name (accounting.md 1). A constant a name, so that a handler reads like a sentence.
CASH, LOAN_CASH, SOLIDARITY_CASH, BANK = "1101", "1102", "1103", "1110"
RECEIVABLE, ADVANCE, MEMBER_LOANS, OUTSIDER_LOANS, LOAN_ALLOWANCE = "1120", "1121", "1130", "1131", "1139"
STOCK, LIVESTOCK, PREPAID, EQUIPMENT, DEPRECIATION_HELD = "1140", "1141", "1150", "1201", "1209"
PAYABLE, CUSTOMER_DEPOSIT, OWED_TO_PEOPLE, VOLUNTARY_SAVINGS = "2101", "2102", "2103", "2110"
SOLIDARITY_FUND, OFFICERS_FUND, EDUCATION_FUND, OTHER_FUND = "2120", "2121", "2122", "2129"
SHARE_UNPAID, REVOLVING_AID, OUTSIDE_LOAN = "2130", "2140", "2201"
PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS, AID_CAPITAL, RESERVE = "3101", "3102", "3110", "3120"
RESULT_UNSHARED, RESULT_SHARED, UNEXPLAINED = "3130", "3131", "3190"
SALES, LOAN_FEE, FINE, RECOVERED_LOAN, BANK_INTEREST, OTHER_INCOME, GOODS_GAIN = (
    "4101",
    "4102",
    "4103",
    "4104",
    "4105",
    "4190",
    "4191",
)
MATERIALS, WAGES, TRANSPORT, STATIONERY, REFRESHMENTS, DEPRECIATION = "5101", "5102", "5103", "5104", "5105", "5106"
BANK_FEE, MAINTENANCE, CASH_DIFFERENCE, SAVINGS_FEE, LOAN_LOSS = "5107", "5108", "5109", "5110", "5111"
OUTSIDE_LOAN_FEE, GOODS_LOSS, HONORARIUM, OTHER_COST = "5112", "5113", "5114", "5190"

#: Accounts which by themselves belong to the built-in unit simpan pinjam (accounting.md 2).
SAVINGS_LOAN_RESULT = frozenset({LOAN_FEE, RECOVERED_LOAN, SAVINGS_FEE, LOAN_LOSS, OUTSIDE_LOAN_FEE})

#: Accounts, per person, which may never cross zero at the end of a day (accounting.md 3).
NEVER_NEGATIVE_BY_PERSON = frozenset({VOLUNTARY_SAVINGS, SHARE_UNPAID, PRINCIPAL_SAVINGS, OBLIGATORY_SAVINGS})
NEVER_NEGATIVE_BY_LOAN = frozenset({MEMBER_LOANS, OUTSIDER_LOANS})
NEVER_NEGATIVE = frozenset({SOLIDARITY_FUND})

#: Accounts that stand on their own side too, judged by the books: for each person, for each business, for the group as a whole.
OWN_SIDE_BY_PERSON = frozenset({RECEIVABLE, ADVANCE, PAYABLE, CUSTOMER_DEPOSIT, OWED_TO_PEOPLE})
OWN_SIDE_BY_UNIT = frozenset({STOCK, LIVESTOCK, REVOLVING_AID, OUTSIDE_LOAN, AID_CAPITAL})
OWN_SIDE = frozenset({PREPAID, OFFICERS_FUND, EDUCATION_FUND, OTHER_FUND})
