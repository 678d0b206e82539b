"""The chain: each entry, closing and link of records seals all that came before it.

Form 1 (never changes; a new field means a new form for new links): the text of a link is JSON with sorted keys, no spaces,
UTF-8, strings in NFC (they are cleaned before they are written; here they are taken as they are, so that a changed byte
shows), absent fields left out, ids and account codes instead of names. Its hash is SHA-256 over the hash of the link before,
a newline, and that text. Against somebody who rewrites the whole chain only the codes on paper stand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from json.encoder import encode_basestring
from typing import NamedTuple

FORM = 1
#: Letters and digits that cannot be mistaken for one another on paper: no 0, O, 1, I.
CODE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"

#: line, account, amount, unit, person, loan, item
PostingRow = tuple[int, str, int, int | None, int | None, int | None, int | None]


class EntryLink(NamedTuple):
    """The sealed fields of an entry, as the database holds them."""

    id: int
    number: str
    date: str
    description: str
    nota: str | None
    kind: str
    who: str
    recorded: str
    decision: int | None
    reverses: int | None
    postings: Sequence[PostingRow]


class ClosingLink(NamedTuple):
    """The sealed fields of a closing or reopening."""

    id: int
    month: str
    act: str
    serial: int
    reason: str | None
    who: str
    recorded: str
    after_entry: int
    #: line, account, person, unit, loan, amount
    balances: Sequence[tuple[int, str, int | None, int | None, int | None, int]]
    #: account, book, counted, explanation
    counts: Sequence[tuple[str, int, int | None, str | None]]
    #: digest of the state of all records (`record_links.digest`), in form 2; None in closings of form 1
    state: str | None = None


class RecordLink(NamedTuple):
    """The sealed fields of a link of records."""

    id: int
    who: str
    recorded: str
    after_entry: int
    after_closing: int
    #: table, key, and form 1 of the record before and after
    changes: Sequence[tuple[str, str, str | None, str | None]]


def genesis(book_id: str, opened: str) -> str:
    """The hash before the first link, so that two groups never share a chain."""
    return hashlib.sha256(f"kubebuku\n{book_id}\n{opened}".encode()).hexdigest()


def seal(previous: str, text: str) -> str:
    """The hash of a link with that `text` behind the link with hash `previous`, 64 hexadecimal signs."""
    return hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest()


def check_code(hash_: str) -> str:
    """The eight signs of a hash that stand on paper, in the form ABCD-EFGH (40 bits)."""
    number = int(hash_[:10], 16)
    signs = "".join(CODE_SIGNS[number >> shift & 31] for shift in range(35, -1, -5))
    return f"{signs[:4]}-{signs[4:]}"


def code_start(code: str) -> str:
    """The first ten signs of every hash with that check code; small letters and a missing hyphen are read as well.

    Raises ValueError where it is no check code.
    """
    signs = code.strip().upper().replace("-", "").replace(" ", "")
    if len(signs) != 8:
        raise ValueError(code)
    number = 0
    for sign in signs:
        number = number << 5 | CODE_SIGNS.index(sign)
    return f"{number:010x}"


def posting_text(
    line: int, account: str, amount: int, unit: int | None, person: int | None, loan: int | None, item: int | None
) -> str:
    """Form 1 of one line of an entry."""
    rest = f'"line":{line}' if item is None else f'"item":{item},"line":{line}'
    if loan is not None:
        rest += f',"loan":{loan}'
    if person is not None:
        rest += f',"person":{person}'
    if unit is not None:
        rest += f',"unit":{unit}'
    return f'{{"account":"{account}","amount":{amount},{rest}}}'


def entry_text(link: EntryLink) -> str:
    """Form 1 of an entry, written out by hand so that no version of a library decides about it."""
    id_, number, date, description, nota, kind, who, recorded, decision, reverses, postings = link
    lines = ",".join(posting_text(*posting) for posting in postings)
    text = f'{{"date":"{date}"'
    if decision is not None:
        text += f',"decision":{decision}'
    text += f',"description":{encode_basestring(description)},"form":1,"id":{id_},"kind":{encode_basestring(kind)}'
    if nota is not None:
        text += f',"nota":{encode_basestring(nota)}'
    text += f',"number":"{number}","postings":[{lines}],"recorded":"{recorded}"'
    if reverses is not None:
        text += f',"reverses":{reverses}'
    return f'{text},"who":{encode_basestring(who)}}}'


def closing_text(link: ClosingLink) -> str:
    """Form 1 of a closing, with every balance of its last day and the counted cash; form 2 where it seals the records too."""
    balances = []
    for line, account, person, unit, loan, amount in link.balances:
        rest = f'"line":{line}'
        if loan is not None:
            rest += f',"loan":{loan}'
        if person is not None:
            rest += f',"person":{person}'
        if unit is not None:
            rest += f',"unit":{unit}'
        balances.append(f'{{"account":"{account}","amount":{amount},{rest}}}')
    counts = []
    for account, book, counted, explanation in link.counts:
        text = f'{{"account":"{account}","book":{book}'
        if counted is not None:
            text += f',"counted":{counted}'
        if explanation is not None:
            text += f',"explanation":{encode_basestring(explanation)}'
        counts.append(text + "}")
    parts = [
        f'{{"act":"{link.act}","after":{link.after_entry},"balances":[{",".join(balances)}],"counts":[{",".join(counts)}]',
        f'"form":{1 if link.state is None else 2},"id":{link.id},"month":"{link.month}"',
    ]
    if link.reason is not None:
        parts.append(f'"reason":{encode_basestring(link.reason)}')
    parts.append(f'"recorded":"{link.recorded}","serial":{link.serial}')
    if link.state is not None:
        parts.append(f'"state":"{link.state}"')
    return ",".join(parts) + f',"who":{encode_basestring(link.who)}}}'


def change_text(record: str, key: str, was: str | None, now: str | None) -> str:
    """Form 1 of one record of a link."""
    text = "{" if now is None else f'{{"is":{now},'
    text += f'"key":{encode_basestring(key)},"record":{encode_basestring(record)}'
    return f"{text}}}" if was is None else f'{text},"was":{was}}}'


def record_text(link: RecordLink) -> str:
    """Form 1 of a link of records."""
    changes = ",".join(change_text(*change) for change in link.changes)
    return (
        f'{{"after":{link.after_entry},"changes":[{changes}],"closings":{link.after_closing},"form":1,"id":{link.id},'
        f'"recorded":{encode_basestring(link.recorded)},"who":{encode_basestring(link.who)}}}'
    )
