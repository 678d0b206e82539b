"""The book as it stood when a month was closed, so that its paper is printed again as it was signed (decision 31).

Nothing is undone: views of this connection's own stand before the tables for as long as the block lasts. They hide what came
into the chain later, and show each record that was changed since as the links of the chain say that it was. Every question,
also one in plain SQL, then finds the rows of that moment.
"""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from kubebuku.ledger import record_form, record_links
from kubebuku.ledger.book import read_chart_of, read_facts
from kubebuku.ledger.closings import Closing
from kubebuku.ledger.work import Reading

#: Which rows of a sealed table the chain had when it had come to a closing.
_IN_CHAIN = {
    "entry": "id <= {entry}",
    "posting": "entry <= {entry}",
    "closing": "id <= {closing}",
    "closing_balance": "closing <= {closing}",
    "closing_count": "closing <= {closing}",
}
#: Each record that was changed since with its form at the closing, NULL where it was not there yet: of its changes the first.
_CHANGED_SINCE = """
    CREATE TEMP TABLE changed_since AS
    SELECT record, key, was, min(link) FROM main.record_change WHERE link > ? GROUP BY record, key
"""


@contextlib.contextmanager
def as_closed(reading: Reading, closing: Closing | None) -> Iterator[Reading]:
    """Within the block, the book as that closing sealed it, on its day; as it is now for None."""
    if closing is None:
        yield reading
        return
    raw = reading.raw
    read_only = raw.execute("PRAGMA query_only").fetchone()[0]
    raw.execute("PRAGMA query_only = OFF")  # of this connection's own views the file knows nothing
    made: list[str] = []
    try:
        # the first link of a book tells what stood there when sealing began, and changes nothing
        raw.execute(_CHANGED_SINCE, (max(record_links.at_closing(raw, closing.id), 1),))
        made.append("TABLE temp.changed_since")
        for table, rows in _rows_then(raw, closing):
            raw.execute(f"CREATE TEMP VIEW {table} AS {rows}")
            made.append(f"VIEW temp.{table}")
        day = datetime.fromisoformat(closing.recorded).astimezone().date()
        connection = reading.connection
        yield replace(reading, chart=read_chart_of(connection), facts=read_facts(connection), today=day)
    finally:
        with contextlib.suppress(sqlite3.Error):  # what a question that broke off still holds goes with the transaction
            for one in reversed(made):
                raw.execute(f"DROP {one}")
        raw.execute(f"PRAGMA query_only = {read_only}")


def _rows_then(raw: sqlite3.Connection, closing: Closing) -> Iterator[tuple[str, str]]:
    """Each table that holds something else by now, with the question for what it held then."""
    for table, had in _IN_CHAIN.items():
        yield table, f"SELECT * FROM main.{table} WHERE {had.format(entry=closing.after_entry, closing=closing.id)}"
    for table, was_there in raw.execute("SELECT record, max(was IS NOT NULL) FROM changed_since GROUP BY record").fetchall():
        key, _form = record_form.expressions(raw, table)
        changed = f"(SELECT key FROM temp.changed_since WHERE record = '{table}')"
        rows = f"SELECT * FROM main.{table} WHERE CAST({key} AS TEXT) NOT IN {changed}"
        if was_there:
            names = [name for (name,) in raw.execute(f"SELECT name FROM pragma_table_info('{table}', 'main') ORDER BY cid")]
            told = ", ".join(f"json_extract(was, '$.{name}')" for name in names)
            rows += f" UNION ALL SELECT {told} FROM temp.changed_since WHERE record = '{table}' AND was IS NOT NULL"
        yield table, rows
