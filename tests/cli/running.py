"""Commands run in this process, as a script would run them, with what they answered."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from kubebuku.__main__ import main


@dataclass(frozen=True)
class Done:
    """Exit code, results, and words for people."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """The result, one JSON value."""
        return json.loads(self.out)

    @property
    def lines(self) -> list[Any]:
        """The result, one JSON value a line."""
        return [json.loads(line) for line in self.out.splitlines()]


def run(*words: str | Path, given: bytes = b"") -> Done:
    """Run `kubebuku WORDS` with `given` on standard input."""
    out, err = io.BytesIO(), io.BytesIO()
    streams = (io.TextIOWrapper(io.BytesIO(given)), io.TextIOWrapper(out), io.TextIOWrapper(err))
    with mock.patch.multiple(sys, stdin=streams[0], stdout=streams[1], stderr=streams[2]):
        code = main([str(word) for word in words])
        for stream in streams[1:]:
            stream.flush()
    return Done(code, out.getvalue().decode(), err.getvalue().decode())


def entry(ref: object, on: str, *postings: tuple[Any, ...], said: str = "Catatan contoh") -> dict[str, Any]:
    """An entry for `post`; a posting is (account, amount) or (account, amount, {dimension: value})."""
    lines = [{"account": account, "amount": amount, **(more[0] if more else {})} for account, amount, *more in postings]
    return {"ref": ref, "date": on, "description": said, "postings": lines}


def as_lines(entries: Iterable[object]) -> bytes:
    """JSON lines in UTF-8; what is bytes already is taken as it is."""
    return b"".join(one if isinstance(one, bytes) else json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in entries)


def post(book: Path, *entries: object) -> Done:
    """Post these entries in one stream."""
    return run("post", book, given=as_lines(entries))
