"""All entries for other programs: an independent judge of the books, and a way out of this one. Heavy, so imported late.

Struck pairs are in, since `balance` holds both. Account names carry the four-digit code, whatever the group calls them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from kubebuku.app import answers
from kubebuku.app.export_book import ROOTS, Whole
from kubebuku.app.office import Office
from kubebuku.i18n import language
from kubebuku.ledger.work import Reading
from kubebuku.reports.write import placed

FORMATS = ("beancount", "hledger", "ledger", "csv", "xlsx")

CURRENCY = "IDR"

_DIMENSIONS = ("unit", "person", "loan", "item")


def export(office: Office, form: str, out: Path, *, replace: bool = False) -> None:
    """Write every entry of the open book, proved first, to `out`.

    Raises BookDamaged, the refusals of `reports.write.placed`, and TooManyRows for a sheet.
    """
    office.require_proof()
    with placed(out, replace=replace) as place:
        office.read(lambda reading: _write(_whole(reading), form, place))


def _whole(reading: Reading) -> Whole:
    facts = reading.facts
    return Whole(facts.name, facts.opened.isoformat(), reading.chart, language(), answers.entries(reading))


def _write(whole: Whole, form: str, place: Path) -> None:
    if form == "xlsx":
        from kubebuku.app.export_sheet import write_xlsx

        write_xlsx(whole, place)
        return
    lines = {"beancount": beancount, "hledger": hledger, "ledger": ledger, "csv": _csv}[form](whole)
    with place.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{_seen(line)}\n" for line in lines)


def _csv(whole: Whole) -> Iterable[str]:
    from kubebuku.app.export_sheet import csv_lines

    return csv_lines(whole)


def beancount(whole: Whole) -> Iterator[str]:
    """Beancount 3: accounts are opened on the day of their first posting; bukti, kind and dimensions are metadata."""
    yield f'option "title" {_quoted(whole.name)}'
    yield f'option "operating_currency" "{CURRENCY}"'
    yield ""
    yield f"{whole.opened} commodity {CURRENCY}"
    numbers: dict[int, str] = {}
    opened: set[str] = set()
    for entry in whole.entries:
        numbers[entry["id"]] = entry["number"]
        yield ""
        for code in dict.fromkeys(line["account"] for line in entry["postings"]):
            if code not in opened:
                opened.add(code)
                yield f"{entry['date']} open {whole.account_name(code)} {CURRENCY}"
        payee = _payee(entry)
        said = f"{_quoted(payee)} {_quoted(entry['description'])}" if payee else _quoted(entry["description"])
        yield f"{entry['date']} * {said} ^{entry['number'].replace('/', '-')}"
        yield f"  bukti: {_quoted(entry['number'])}"
        yield f"  kind: {_quoted(entry['kind'])}"
        if entry["nota"]:
            yield f"  nota: {_quoted(entry['nota'])}"
        if entry["reverses"]:
            yield f"  reverses: {_quoted(numbers.get(entry['reverses'], str(entry['reverses'])))}"
        for line in entry["postings"]:
            yield f"  {whole.account_name(line['account'])}  {line['amount']} {CURRENCY}"
            for name in _DIMENSIONS:
                if line[name] is not None:
                    yield f"    {name}: {_quoted(str(line[name]))}"


def _payee(entry: dict[str, Any]) -> str | None:
    """The one person of the entry, if there is exactly one."""
    people = {line["person"] for line in entry["postings"]} - {None}
    return people.pop() if len(people) == 1 else None


_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")


def _seen(line: str) -> str:
    """What another program wrote into a name may be obeyed by a terminal or a pager."""
    return _CONTROL.sub(" ", line)


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def hledger(whole: Whole) -> Iterator[str]:
    """The journal of hledger; every account and the commodity are declared, so that `hledger check --strict` is content."""
    return _plain_text(whole, f"commodity 1000. {CURRENCY}")


def ledger(whole: Whole) -> Iterator[str]:
    """Ledger's journal."""
    return _plain_text(whole, f"commodity {CURRENCY}")


def _plain_text(whole: Whole, commodity: str) -> Iterator[str]:
    yield f"; {_remark(whole.name)}"
    yield commodity
    for account in whole.chart:
        if account.kind in ROOTS:
            yield f"account {whole.account_name(account.code)}"
    for entry in whole.entries:
        yield ""
        # a semicolon would begin a remark
        yield f"{entry['date']} * ({entry['number']}) {entry['description'].replace(';', ',')}"
        yield f"    ; kind: {entry['kind']}"
        if entry["nota"]:
            yield f"    ; nota: {_remark(entry['nota'])}"
        for line in entry["postings"]:
            yield f"    {whole.account_name(line['account'])}  {line['amount']} {CURRENCY}"
            for name in _DIMENSIONS:
                if line[name] is not None:
                    yield f"    ; {name}: {_remark(str(line[name]))}"


#: In remarks a comma ends a tag of hledger, and Ledger takes what stands in square brackets for a date.
_REMARK = str.maketrans({",": " ", "[": "(", "]": ")"})


def _remark(text: str) -> str:
    return text.translate(_REMARK)
