"""The chain's form 1, frozen: these texts and hashes may never change, for books have been sealed with them."""

from __future__ import annotations

import hashlib
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kubebuku.ledger import chain
from kubebuku.ledger.chain import ClosingLink, EntryLink, RecordLink

GENESIS = "3e2c1469b9d248806e49fbc4b98f6860dc3381c99f6e4063be85510ae56a0bae"

#: Each link with its text, hash and check code, one behind the other from GENESIS.
VECTORS: list[tuple[EntryLink | ClosingLink, str, str, str]] = [
    (
        EntryLink(
            1,
            "BM/2026/0001",
            "2026-01-01",
            "Saldo awal",
            None,
            "opening",
            "Ani Contoh",
            "2026-01-01T01:00:00Z",
            None,
            None,
            [
                (1, "1101", 2_500_000, None, None, None, None),
                (2, "2110", -500_000, None, 1, None, None),
                (3, "3190", -2_000_000, None, None, None, None),
            ],
        ),
        (
            '{"date":"2026-01-01","description":"Saldo awal","form":1,"id":1,"kind":"opening","number":"BM/2026/0001",'
            '"postings":[{"account":"1101","amount":2500000,"line":1},{"account":"2110","amount":-500000,"line":2,"person":1},'
            '{"account":"3190","amount":-2000000,"line":3}],"recorded":"2026-01-01T01:00:00Z","who":"Ani Contoh"}'
        ),
        "37dcd72092620ee504b6dd19347c7c7f45f50924804b6c6f2e3acd8f96d5e31d",
        "G9QP-QJEU",
    ),
    (
        EntryLink(
            2,
            "BKM/2026/0001",
            "2026-01-05",
            'Sewa "tenda" Ma\'ruf \\ 3 hari ⛺',
            "A-17/№ 4",
            "sale",
            "Ani Contoh",
            "2026-01-05T02:30:00Z",
            3,
            None,
            [(1, "1101", 750_000, None, None, None, None), (2, "4101", -750_000, 2, None, None, None)],
        ),
        (
            '{"date":"2026-01-05","decision":3,"description":"Sewa \\"tenda\\" Ma\'ruf \\\\ 3 hari ⛺","form":1,"id":2,'
            '"kind":"sale","nota":"A-17/№ 4","number":"BKM/2026/0001","postings":[{"account":"1101","amount":750000,"line":1},'
            '{"account":"4101","amount":-750000,"line":2,"unit":2}],"recorded":"2026-01-05T02:30:00Z","who":"Ani Contoh"}'
        ),
        "48ec86789e0b82a35cc7c0affb8bc7ade7aeebea5925dddddab036fe8a9f07fe",
        "KDYJ-N8E8",
    ),
    (
        ClosingLink(
            1,
            "2026-01",
            "close",
            1,
            "Bank belum dicetak",
            "Ani Contoh",
            "2026-02-01T02:00:00Z",
            2,
            [
                (1, "1101", None, None, None, 3_250_000),
                (2, "2110", 1, None, None, -500_000),
                (3, "3190", None, None, None, -2_000_000),
                (4, "4101", None, 2, None, -750_000),
                (5, "1130", 4, 1, 9, 100),
            ],
            [("1101", 3_250_000, 3_249_000, "Kembalian tertinggal"), ("1110", 0, None, None)],
        ),
        (
            '{"act":"close","after":2,"balances":[{"account":"1101","amount":3250000,"line":1},'
            '{"account":"2110","amount":-500000,"line":2,"person":1},{"account":"3190","amount":-2000000,"line":3},'
            '{"account":"4101","amount":-750000,"line":4,"unit":2},'
            '{"account":"1130","amount":100,"line":5,"loan":9,"person":4,"unit":1}],'
            '"counts":[{"account":"1101","book":3250000,"counted":3249000,"explanation":"Kembalian tertinggal"},'
            '{"account":"1110","book":0}],"form":1,"id":1,"month":"2026-01","reason":"Bank belum dicetak",'
            '"recorded":"2026-02-01T02:00:00Z","serial":1,"who":"Ani Contoh"}'
        ),
        "afe267dce9fe2625835e1579f4aae23faa86a40f4cf678052cedcf465675df81",
        "X9TG-RZHK",
    ),
    (
        EntryLink(
            3,
            "BM/2026/0002",
            "2026-02-03",
            "Coretan",
            "",
            "reversal",
            "Budi Contoh",
            "2026-02-03T02:00:00Z",
            None,
            2,
            [(1, "1130", -100, 1, 4, 9, None), (2, "1201", 100, None, None, None, 7)],
        ),
        (
            '{"date":"2026-02-03","description":"Coretan","form":1,"id":3,"kind":"reversal","nota":"","number":"BM/2026/0002",'
            '"postings":[{"account":"1130","amount":-100,"line":1,"loan":9,"person":4,"unit":1},'
            '{"account":"1201","amount":100,"item":7,"line":2}],"recorded":"2026-02-03T02:00:00Z","reverses":2,'
            '"who":"Budi Contoh"}'
        ),
        "cb0072107f07a286b6631be4fd47f4bd39bf02aad796280417f1efbd5ebcaa74",
        "3NAH-EED9",
    ),
    (
        ClosingLink(2, "2026-01", "reopen", 1, "Nota tertinggal", "Ani Contoh", "2026-02-04T02:00:00Z", 3, [], []),
        (
            '{"act":"reopen","after":3,"balances":[],"counts":[],"form":1,"id":2,"month":"2026-01","reason":"Nota tertinggal",'
            '"recorded":"2026-02-04T02:00:00Z","serial":1,"who":"Ani Contoh"}'
        ),
        "b18a6684d4aca4e7eb5a0515f01bfa779b7fc595f20d879a754aabe877b26f84",
        "YGFG-PBGW",
    ),
]


def text_of(link: EntryLink | ClosingLink) -> str:
    return chain.entry_text(link) if isinstance(link, EntryLink) else chain.closing_text(link)


def test_a_chain_begins_with_the_book_and_its_day() -> None:
    assert chain.genesis("0123456789abcdef0123456789abcdef", "2026-01-01") == GENESIS
    said = b"kubebuku\n0123456789abcdef0123456789abcdef\n2026-01-01"
    assert hashlib.sha256(said).hexdigest() == GENESIS
    assert chain.check_code(GENESIS) == "H2YB-J4P3"


def test_form_1_is_for_ever() -> None:
    assert chain.FORM == 1
    previous = GENESIS
    for link, text, hash_, code in VECTORS:
        assert text_of(link) == text
        assert chain.seal(previous, text) == hash_
        assert hashlib.sha256(f"{previous}\n{text}".encode()).hexdigest() == hash_
        assert chain.check_code(hash_) == code
        previous = hash_


def test_two_groups_never_share_a_link() -> None:
    """The same work of two groups, and of one group in two books, is sealed differently from the first entry on."""
    beginnings = {
        chain.genesis("0" * 32, "2026-01-01"),
        chain.genesis("1" * 32, "2026-01-01"),
        chain.genesis("0" * 32, "2026-02-01"),
    }
    text = VECTORS[0][1]
    assert len({chain.seal(beginning, text) for beginning in beginnings}) == 3


@pytest.mark.parametrize(
    ("hash_", "code"),
    [
        ("0" * 64, "AAAA-AAAA"),
        ("f" * 64, "9999-9999"),
        ("0000000001" + "f" * 54, "AAAA-AAAB"),
        ("0123456789" + "0" * 54, "AETW-L36K"),
        ("8000000000" + "0" * 54, "SAAA-AAAA"),
    ],
)
def test_check_codes(hash_: str, code: str) -> None:
    assert chain.check_code(hash_) == code
    assert chain.code_start(code) == hash_[:10]


def test_check_codes_have_no_signs_that_look_alike() -> None:
    assert len(set(chain.CODE_SIGNS)) == 32
    assert not set("01OI") & set(chain.CODE_SIGNS)


@pytest.mark.parametrize("typed", ["g9qp-qjeu", "G9QPQJEU", "  G9QP QJEU ", "G9QP-QJEU"])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert chain.code_start(typed) == "37dcd72092"


@pytest.mark.parametrize("typed", ["", "G9QP", "G9QP-QJE", "G9QP-QJEUU", "G9QP-QJE0", "G9QP-QJE1", "OIOI-OIOI", "ÄÖÜß-ABCD"])
def test_what_is_no_code(typed: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        chain.code_start(typed)


# ---- the text is nothing but JSON with sorted keys, whatever people write

TEXT = st.text(st.characters(codec="utf-8"), max_size=40).map(lambda text: unicodedata.normalize("NFC", text))
TRICKY = st.sampled_from(
    [
        '"',
        "\\",
        "\\u0000",
        "\x00\x1f\x7f\x80",
        "\u2028\u2029",
        "/",
        "</script>",
        "é",
        "é",
        "محمد",
        "👨‍👩‍👧",
        "\ufeff",
        "{}",
        "\n\r\t",
    ]
)
WORDS = TEXT | TRICKY.map(lambda text: unicodedata.normalize("NFC", text))
ID = st.none() | st.integers(1, 2**40)
AMOUNT = st.integers(-999_999_999_999, 999_999_999_999).filter(bool)
CODE = st.sampled_from(["1101", "2110", "4101", "1110.01"])

ENTRIES = st.builds(
    EntryLink,
    st.integers(1, 2**40),
    st.sampled_from(["BKM/2026/0001", "BM/2030/10000"]),
    st.dates().map(str),
    WORDS,
    st.none() | WORDS,
    st.sampled_from(["sale", "journal", "opening"]),
    WORDS,
    st.datetimes().map(lambda when: when.isoformat() + "Z"),
    ID,
    ID,
    st.lists(st.tuples(st.integers(1, 200), CODE, AMOUNT, ID, ID, ID, ID), max_size=4),
)
CLOSINGS = st.builds(
    ClosingLink,
    st.integers(1, 2**40),
    st.just("2026-01"),
    st.sampled_from(["close", "reopen"]),
    st.integers(1, 99),
    st.none() | WORDS,
    WORDS,
    st.just("2026-02-01T02:00:00Z"),
    st.integers(0, 2**40),
    st.lists(st.tuples(st.integers(1, 900), CODE, ID, ID, ID, AMOUNT), max_size=4),
    st.lists(st.tuples(CODE, AMOUNT, st.none() | AMOUNT, st.none() | WORDS), max_size=3),
    st.none() | st.just("5a" * 32),
)


def plain_json(fields: dict[str, object]) -> str:
    """The form as its description has it, by another road."""
    return json.dumps(fields, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def present(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value is not None}


@settings(max_examples=60)
@given(ENTRIES)
def test_an_entry_is_plain_json_with_sorted_keys(link: EntryLink) -> None:
    postings = [
        present(line=line, account=account, amount=amount, unit=unit, person=person, loan=loan, item=item)
        for line, account, amount, unit, person, loan, item in link.postings
    ]
    expected = present(
        form=1,
        id=link.id,
        number=link.number,
        date=link.date,
        description=link.description,
        nota=link.nota,
        kind=link.kind,
        who=link.who,
        recorded=link.recorded,
        decision=link.decision,
        reverses=link.reverses,
        postings=postings,
    )
    assert chain.entry_text(link) == plain_json(expected)
    assert json.loads(chain.entry_text(link)) == expected


@settings(max_examples=60)
@given(CLOSINGS)
def test_a_closing_is_plain_json_with_sorted_keys(link: ClosingLink) -> None:
    expected = present(
        form=1 if link.state is None else 2,
        state=link.state,
        id=link.id,
        month=link.month,
        act=link.act,
        serial=link.serial,
        reason=link.reason,
        who=link.who,
        recorded=link.recorded,
        after=link.after_entry,
        balances=[
            present(line=line, account=account, person=person, unit=unit, loan=loan, amount=amount)
            for line, account, person, unit, loan, amount in link.balances
        ],
        counts=[
            present(account=account, book=book, counted=counted, explanation=explanation)
            for account, book, counted, explanation in link.counts
        ],
    )
    assert chain.closing_text(link) == plain_json(expected)


RECORDS = st.dictionaries(WORDS, WORDS | st.integers(-(2**60), 2**60), max_size=3).map(lambda fields: plain_json(dict(fields)))
CHANGES = st.tuples(WORDS, WORDS, st.none() | RECORDS, st.none() | RECORDS)


@settings(max_examples=60)
@given(st.builds(RecordLink, st.integers(1), WORDS, WORDS, st.integers(0), st.integers(0), st.lists(CHANGES, max_size=3)))
def test_a_link_of_records_is_plain_json_with_sorted_keys(link: RecordLink) -> None:
    expected = present(
        form=1,
        id=link.id,
        who=link.who,
        recorded=link.recorded,
        after=link.after_entry,
        closings=link.after_closing,
        changes=[
            present(
                record=record,
                key=key,
                was=None if was is None else json.loads(was),
                **{"is": None if now is None else json.loads(now)},
            )
            for record, key, was, now in link.changes
        ],
    )
    assert chain.record_text(link) == plain_json(expected)


def test_the_text_of_a_link_of_records_and_of_a_closing_with_their_state() -> None:
    """Frozen like the vectors above."""
    changes = [
        ("member", "7", '{"joined":"2026-01-15","number":7,"person":7}', '{"joined":"2026-02-01","number":7,"person":7}'),
        ("person", "9", None, '{"id":9,"name":"Siti \\"Contoh\\" ⛺","standing":"outsider"}'),
        ("setting", "paper", '{"key":"paper","value":"\\"f4\\""}', None),
    ]
    link = RecordLink(2, "Ani Contoh", "2026-02-03T02:00:00Z", 3, 1, changes)
    assert chain.record_text(link) == (
        '{"after":3,"changes":[{"is":{"joined":"2026-02-01","number":7,"person":7},"key":"7","record":"member",'
        '"was":{"joined":"2026-01-15","number":7,"person":7}},'
        '{"is":{"id":9,"name":"Siti \\"Contoh\\" ⛺","standing":"outsider"},"key":"9","record":"person"},'
        '{"key":"paper","record":"setting","was":{"key":"paper","value":"\\"f4\\""}}],'
        '"closings":1,"form":1,"id":2,"recorded":"2026-02-03T02:00:00Z","who":"Ani Contoh"}'
    )
    assert chain.seal(GENESIS, chain.record_text(link)) == "4eff25d9815b361b5adec24b8aa979194398d2006b6164082d25ba66a2008413"
    closing = ClosingLink(2, "2026-02", "close", 1, None, "Ani Contoh", "2026-03-01T02:00:00Z", 3, [], [], "5a" * 32)
    assert chain.closing_text(closing) == (
        '{"act":"close","after":3,"balances":[],"counts":[],"form":2,"id":2,"month":"2026-02",'
        f'"recorded":"2026-03-01T02:00:00Z","serial":1,"state":"{"5a" * 32}","who":"Ani Contoh"}}'
    )


@settings(max_examples=60)
@given(ENTRIES, ENTRIES)
def test_different_entries_never_have_one_text(one: EntryLink, other: EntryLink) -> None:
    assert (one == other) is (chain.entry_text(one) == chain.entry_text(other))


def test_each_sealed_field_changes_the_hash() -> None:
    link = VECTORS[1][0]
    assert isinstance(link, EntryLink)
    changes: dict[str, object] = {
        "id": 3,
        "number": "BKM/2026/0002",
        "date": "2026-01-06",
        "description": "Sewa kursi",
        "nota": None,
        "kind": "journal",
        "who": "Budi Contoh",
        "recorded": "2026-01-05T02:30:01Z",
        "decision": 4,
        "reverses": 1,
        "postings": [*link.postings[:1], (2, "4101", -750_000, 3, None, None, None)],
    }
    texts = {chain.entry_text(link._replace(**{field: value})) for field, value in changes.items()}  # type: ignore[arg-type]
    assert len(texts | {chain.entry_text(link)}) == len(changes) + 1
    assert set(changes) == set(EntryLink._fields)


def test_a_letter_written_another_way_changes_the_hash() -> None:
    """é as one sign or as e with an accent looks the same and is not what was sealed."""
    link = VECTORS[1][0]._replace(who="André")
    assert isinstance(link, EntryLink)
    other = link._replace(who=unicodedata.normalize("NFD", link.who))
    assert chain.entry_text(link) != chain.entry_text(other)
