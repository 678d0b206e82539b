"""The first book: ledger, chain, people, units, items and the books that post from the first month.

Long because it is one frozen list: what was shipped is never parted or changed, only followed by the next version.
"""

from __future__ import annotations

from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

#: The hash the next link of the chain must name: the newest closing if nothing was posted after it, else the newest entry.
HEAD = """COALESCE(
    (SELECT hash FROM closing WHERE after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) ORDER BY id DESC LIMIT 1),
    (SELECT hash FROM entry ORDER BY id DESC LIMIT 1),
    (SELECT genesis FROM kube))"""

#: The month up to which everything is closed, NULL if none is: months close in order, so the newest closed one tells.
CLOSED = """(SELECT MAX(month) FROM closing AS c WHERE act = 'close'
    AND NOT EXISTS (SELECT 1 FROM closing AS later WHERE later.month = c.month AND later.id > c.id))"""

TABLES = (
    """CREATE TABLE kube (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    book_id TEXT NOT NULL,
    genesis TEXT NOT NULL CHECK (length(genesis) = 64),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    opened TEXT NOT NULL CHECK (opened IS date(opened, '+0 days')),
    practice INTEGER NOT NULL CHECK (practice IN (0, 1)),
    founded INTEGER,
    business TEXT,
    address TEXT,
    neighbourhood TEXT,
    village TEXT,
    district TEXT,
    city TEXT,
    province TEXT,
    phone TEXT,
    decree TEXT,
    bank_name TEXT,
    bank_account TEXT,
    companion TEXT,
    village_head TEXT,
    village_head_nip TEXT,
    icon TEXT
) STRICT""",
    """CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE account (
    code TEXT PRIMARY KEY CHECK (code GLOB '[1-9][0-9][0-9][0-9]' OR code GLOB '[1-9][0-9][0-9][0-9].[0-9][0-9]'),
    parent TEXT REFERENCES account (code),
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'asset', 'liability', 'equity', 'income', 'cost')),
    label TEXT,
    box INTEGER NOT NULL CHECK (box IN (0, 1)),
    needs TEXT NOT NULL CHECK (needs IN ('', 'unit', 'person', 'loan,person')),
    cashflow TEXT CHECK (cashflow IN ('operating', 'investing', 'financing', 'trust')),
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE CHECK (length(label) BETWEEN 1 AND 60),
    kind TEXT NOT NULL CHECK (kind IN ('usaha', 'simpan_pinjam')),
    icon TEXT,
    opened TEXT NOT NULL CHECK (opened IS date(opened, '+0 days')),
    closed TEXT CHECK (closed IS date(closed, '+0 days'))
) STRICT""",
    """CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    standing TEXT NOT NULL CHECK (standing IN ('member', 'left', 'outsider'))
) STRICT""",
    """CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    decided TEXT NOT NULL CHECK (decided IS date(decided, '+0 days')),
    standing TEXT NOT NULL DEFAULT 'valid' CHECK (standing IN ('valid', 'withdrawn'))
) STRICT""",
    """CREATE TABLE loan (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    principal INTEGER NOT NULL CHECK (principal > 0),
    opened TEXT NOT NULL CHECK (opened IS date(opened, '+0 days')),
    standing TEXT NOT NULL CHECK (standing IN ('applied', 'running', 'paid', 'written_off', 'refused', 'withdrawn'))
) STRICT""",
    """CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    number TEXT UNIQUE,
    value INTEGER NOT NULL CHECK (value >= 0),
    acquired TEXT NOT NULL CHECK (acquired IS date(acquired, '+0 days')),
    standing TEXT NOT NULL CHECK (standing IN ('held', 'sold', 'lost', 'replaced', 'withdrawn'))
) STRICT""",
    """CREATE TABLE entry (
    id INTEGER PRIMARY KEY,
    series TEXT NOT NULL CHECK (series IN ('BKM', 'BKK', 'BM')),
    year INTEGER NOT NULL,
    seq INTEGER NOT NULL,
    date TEXT NOT NULL,
    description TEXT NOT NULL CHECK (length(description) BETWEEN 1 AND 200),
    nota TEXT,
    kind TEXT NOT NULL,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    decision INTEGER REFERENCES decision (id),
    reverses INTEGER UNIQUE REFERENCES entry (id),
    form INTEGER NOT NULL CHECK (form = 1),
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64),
    UNIQUE (series, year, seq)
) STRICT""",
    """CREATE TABLE posting (
    entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line BETWEEN 1 AND 200),
    account TEXT NOT NULL REFERENCES account (code),
    amount INTEGER NOT NULL CHECK (amount <> 0 AND amount BETWEEN -999999999999 AND 999999999999),
    date TEXT NOT NULL,
    unit INTEGER REFERENCES unit (id),
    person INTEGER REFERENCES person (id),
    loan INTEGER REFERENCES loan (id),
    item INTEGER REFERENCES item (id),
    PRIMARY KEY (entry, line)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE closing (
    id INTEGER PRIMARY KEY,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
    act TEXT NOT NULL CHECK (act IN ('close', 'reopen')),
    serial INTEGER NOT NULL CHECK (serial >= 1),
    reason TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    after_entry INTEGER NOT NULL,
    form INTEGER NOT NULL CHECK (form = 1),
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT""",
    """CREATE TABLE closing_balance (
    closing INTEGER NOT NULL REFERENCES closing (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES account (code),
    person INTEGER REFERENCES person (id),
    unit INTEGER REFERENCES unit (id),
    loan INTEGER REFERENCES loan (id),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (closing, line)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE closing_count (
    closing INTEGER NOT NULL REFERENCES closing (id) DEFERRABLE INITIALLY DEFERRED,
    account TEXT NOT NULL REFERENCES account (code),
    book INTEGER NOT NULL,
    counted INTEGER,
    explanation TEXT,
    PRIMARY KEY (closing, account)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE act (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    command TEXT NOT NULL,
    data TEXT NOT NULL,
    reason TEXT,
    replaces INTEGER REFERENCES entry (id),
    key TEXT UNIQUE
) STRICT""",
    """CREATE TABLE pending (
    id INTEGER PRIMARY KEY,
    command TEXT NOT NULL,
    data TEXT NOT NULL,
    date TEXT NOT NULL CHECK (date IS date(date, '+0 days')),
    description TEXT NOT NULL,
    amount INTEGER NOT NULL,
    reason TEXT NOT NULL,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    settled TEXT CHECK (settled IN ('posted', 'dropped')),
    entry INTEGER REFERENCES entry (id)
) STRICT""",
    """CREATE TABLE member (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    number INTEGER NOT NULL UNIQUE CHECK (number >= 1),
    sex TEXT CHECK (sex IN ('L', 'P')),
    birth_place TEXT,
    birth_date TEXT CHECK (birth_date IS date(birth_date, '+0 days')),
    education TEXT,
    occupation TEXT,
    address TEXT,
    neighbourhood TEXT,
    phone TEXT,
    marital TEXT,
    nik TEXT UNIQUE,
    family_card TEXT,
    joined TEXT NOT NULL CHECK (joined IS date(joined, '+0 days')),
    left_on TEXT CHECK (left_on IS date(left_on, '+0 days')),
    left_reason TEXT,
    note TEXT
) STRICT""",
    """CREATE TABLE outsider (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    address TEXT,
    phone TEXT,
    nik TEXT,
    note TEXT
) STRICT""",
    """CREATE TABLE officer_term (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    until TEXT CHECK (until IS date(until, '+0 days')),
    reason TEXT
) STRICT""",
    """CREATE TABLE box_count (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (code),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    counted INTEGER NOT NULL,
    book INTEGER NOT NULL,
    note TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    entry INTEGER REFERENCES entry (id)
) STRICT""",
    """CREATE TABLE aid (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('grant', 'loan', 'revolving')),
    form TEXT NOT NULL CHECK (form IN ('cash', 'kind')),
    giver INTEGER REFERENCES person (id),
    note TEXT
) STRICT""",
    """CREATE TABLE aid_entry (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    aid INTEGER NOT NULL REFERENCES aid (id),
    role TEXT NOT NULL CHECK (role IN ('received', 'used', 'passed_on', 'returned'))
) STRICT""",
    """CREATE TABLE stock_count (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id),
    account TEXT NOT NULL REFERENCES account (code),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    entry INTEGER REFERENCES entry (id)
) STRICT""",
    """CREATE TABLE stock_line (
    stock_count INTEGER NOT NULL REFERENCES stock_count (id),
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL CHECK (quantity_milli >= 0),
    measure TEXT,
    price INTEGER NOT NULL CHECK (price >= 0),
    PRIMARY KEY (stock_count, line)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE livestock (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    animal TEXT NOT NULL,
    change INTEGER NOT NULL CHECK (change <> 0),
    cause TEXT NOT NULL
        CHECK (cause IN ('opening', 'bought', 'aid', 'born', 'sold', 'died', 'lost', 'eaten', 'given', 'counted')),
    note TEXT,
    entry INTEGER REFERENCES entry (id)
) STRICT""",
    """CREATE TABLE equipment (
    item INTEGER PRIMARY KEY REFERENCES item (id),
    unit INTEGER REFERENCES unit (id),
    quantity INTEGER NOT NULL DEFAULT 1 CHECK (quantity >= 1),
    measure TEXT,
    source TEXT NOT NULL CHECK (source IN ('bought', 'aid', 'given', 'opening')),
    aid INTEGER REFERENCES aid (id),
    place TEXT,
    keeper INTEGER REFERENCES person (id),
    condition TEXT NOT NULL DEFAULT 'good' CHECK (condition IN ('good', 'light', 'heavy')),
    life_months INTEGER CHECK (life_months BETWEEN 1 AND 600),
    residual INTEGER NOT NULL DEFAULT 0 CHECK (residual >= 0),
    for_hire INTEGER NOT NULL DEFAULT 0 CHECK (for_hire IN (0, 1)),
    without_value INTEGER NOT NULL DEFAULT 0 CHECK (without_value IN (0, 1)),
    ended TEXT CHECK (ended IS date(ended, '+0 days')),
    note TEXT
) STRICT""",
)

INDEXES = (
    "CREATE INDEX posting_account ON posting (account, date, amount, unit, person)",
    "CREATE INDEX posting_person ON posting (person, account, date, amount) WHERE person IS NOT NULL",
    "CREATE INDEX posting_loan ON posting (loan, account, date, amount) WHERE loan IS NOT NULL",
    "CREATE INDEX posting_item ON posting (item, account, date, amount) WHERE item IS NOT NULL",
    "CREATE INDEX entry_date ON entry (date)",
    "CREATE INDEX act_replaces ON act (replaces) WHERE replaces IS NOT NULL",
    "CREATE UNIQUE INDEX unit_only_built_in ON unit (kind) WHERE kind = 'simpan_pinjam'",
    "CREATE INDEX closing_month ON closing (month)",
)


def _sealed(table: str) -> tuple[str, str]:
    return (
        f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is sealed'); END",
        f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} BEGIN SELECT RAISE(ABORT, '{table} is sealed'); END",
    )


def _kept(table: str, column: str) -> tuple[str, str, str]:
    """A record postings point at: its id never changes, it is never replaced, and it stays while a posting names it."""
    return (
        f"""CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN EXISTS (SELECT 1 FROM {table} WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, '{table} exists already'); END""",
        f"CREATE TRIGGER {table}_id_fixed BEFORE UPDATE OF id ON {table} BEGIN SELECT RAISE(ABORT, '{table} keeps its id'); END",
        f"""CREATE TRIGGER {table}_in_books BEFORE DELETE ON {table} WHEN EXISTS (SELECT 1 FROM posting WHERE {column} = OLD.id)
BEGIN SELECT RAISE(ABORT, '{table} stands in the books'); END""",
    )


TRIGGERS = (
    f"""CREATE TRIGGER entry_before_insert BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM entry);
    SELECT RAISE(ABORT, 'entry does not follow the chain') WHERE NEW.previous IS NOT {HEAD};
    SELECT RAISE(ABORT, 'entry date is no date')
        WHERE date(NEW.date, '+0 days') IS NULL OR NEW.date IS NOT date(NEW.date, '+0 days');
    SELECT RAISE(ABORT, 'entry lies before the book opens') WHERE NEW.date < (SELECT opened FROM kube);
    SELECT RAISE(ABORT, 'month is closed') WHERE substr(NEW.date, 1, 7) <= {CLOSED};
    SELECT RAISE(ABORT, 'entry year is not its date') WHERE NEW.year IS NOT CAST(substr(NEW.date, 1, 4) AS INTEGER);
    SELECT RAISE(ABORT, 'entry number is not the next') WHERE NEW.seq IS NOT
        (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry WHERE series = NEW.series AND year = NEW.year);
    SELECT RAISE(ABORT, 'entry reverses what is not there') WHERE NEW.reverses IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.reverses);
    SELECT RAISE(ABORT, 'entry is reversed already') WHERE NEW.reverses IS NOT NULL
        AND EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
    SELECT RAISE(ABORT, 'entry hash exists already') WHERE EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash);
END""",
    """CREATE TRIGGER entry_after_insert AFTER INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry has fewer than two lines') WHERE (SELECT COUNT(*) FROM posting WHERE entry = NEW.id) < 2;
    SELECT RAISE(ABORT, 'entry does not sum to zero') WHERE (SELECT SUM(amount) FROM posting WHERE entry = NEW.id) IS NOT 0;
    SELECT RAISE(ABORT, 'entry lines are not numbered from one')
        WHERE (SELECT MAX(line) FROM posting WHERE entry = NEW.id) IS NOT (SELECT COUNT(*) FROM posting WHERE entry = NEW.id);
    SELECT RAISE(ABORT, 'posting has another date than its entry')
        WHERE EXISTS (SELECT 1 FROM posting WHERE entry = NEW.id AND date IS NOT NEW.date);
END""",
    """CREATE TRIGGER posting_before_insert BEFORE INSERT ON posting BEGIN
    SELECT RAISE(ABORT, 'posting belongs to no new entry')
        WHERE NEW.entry IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM entry);
    SELECT RAISE(ABORT, 'posting line exists already')
        WHERE EXISTS (SELECT 1 FROM posting WHERE entry = NEW.entry AND line = NEW.line);
    SELECT RAISE(ABORT, 'posting names no account')
        WHERE NOT EXISTS (SELECT 1 FROM account WHERE code = NEW.account AND kind <> 'heading');
    SELECT RAISE(ABORT, 'posting needs a unit') WHERE NEW.unit IS NULL
        AND EXISTS (SELECT 1 FROM account WHERE code = NEW.account AND instr(needs, 'unit'));
    SELECT RAISE(ABORT, 'posting needs a person') WHERE NEW.person IS NULL
        AND EXISTS (SELECT 1 FROM account WHERE code = NEW.account AND instr(needs, 'person'));
    SELECT RAISE(ABORT, 'posting needs a loan') WHERE NEW.loan IS NULL
        AND EXISTS (SELECT 1 FROM account WHERE code = NEW.account AND instr(needs, 'loan'));
    SELECT RAISE(ABORT, 'posting points at nobody')
        WHERE NEW.unit IS NOT NULL AND NOT EXISTS (SELECT 1 FROM unit WHERE id = NEW.unit)
        OR NEW.person IS NOT NULL AND NOT EXISTS (SELECT 1 FROM person WHERE id = NEW.person)
        OR NEW.loan IS NOT NULL AND NOT EXISTS (SELECT 1 FROM loan WHERE id = NEW.loan)
        OR NEW.item IS NOT NULL AND NOT EXISTS (SELECT 1 FROM item WHERE id = NEW.item);
END""",
    f"""CREATE TRIGGER closing_before_insert BEFORE INSERT ON closing BEGIN
    SELECT RAISE(ABORT, 'closing id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'closing stands elsewhere in the chain')
        WHERE NEW.after_entry IS NOT (SELECT COALESCE(MAX(id), 0) FROM entry);
    SELECT RAISE(ABORT, 'closing does not follow the chain') WHERE NEW.previous IS NOT {HEAD};
    SELECT RAISE(ABORT, 'months close in order') WHERE NEW.act = 'close' AND NEW.month IS NOT
        COALESCE(strftime('%Y-%m', {CLOSED} || '-01', '+1 month'), (SELECT substr(opened, 1, 7) FROM kube));
    SELECT RAISE(ABORT, 'months reopen from the last') WHERE NEW.act = 'reopen' AND NEW.month IS NOT {CLOSED};
    SELECT RAISE(ABORT, 'reopening needs a reason') WHERE NEW.act = 'reopen' AND COALESCE(trim(NEW.reason), '') = '';
    SELECT RAISE(ABORT, 'closing number is not the next') WHERE NEW.serial IS NOT
        (SELECT COUNT(*) FROM closing WHERE month = NEW.month AND act = 'close') + (NEW.act = 'close');
    SELECT RAISE(ABORT, 'closing hash exists already') WHERE EXISTS (SELECT 1 FROM closing WHERE hash = NEW.hash);
END""",
    """CREATE TRIGGER closing_balance_before_insert BEFORE INSERT ON closing_balance BEGIN
    SELECT RAISE(ABORT, 'balance belongs to no new closing')
        WHERE NEW.closing IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'balance line exists already')
        WHERE EXISTS (SELECT 1 FROM closing_balance WHERE closing = NEW.closing AND line = NEW.line);
END""",
    """CREATE TRIGGER closing_count_before_insert BEFORE INSERT ON closing_count BEGIN
    SELECT RAISE(ABORT, 'count belongs to no new closing')
        WHERE NEW.closing IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'count exists already')
        WHERE EXISTS (SELECT 1 FROM closing_count WHERE closing = NEW.closing AND account = NEW.account);
END""",
    *_sealed("entry"),
    *_sealed("posting"),
    *_sealed("closing"),
    *_sealed("closing_balance"),
    *_sealed("closing_count"),
    *_kept("unit", "unit"),
    *_kept("person", "person"),
    *_kept("loan", "loan"),
    *_kept("item", "item"),
    "CREATE TRIGGER unit_kind_fixed BEFORE UPDATE OF kind ON unit BEGIN SELECT RAISE(ABORT, 'a unit keeps its kind'); END",
    """CREATE TRIGGER unit_built_in BEFORE DELETE ON unit WHEN OLD.kind = 'simpan_pinjam'
BEGIN SELECT RAISE(ABORT, 'a book keeps its savings-loan unit'); END""",
    """CREATE TRIGGER loan_person_fixed BEFORE UPDATE OF person ON loan
BEGIN SELECT RAISE(ABORT, 'a loan keeps its borrower'); END""",
    """CREATE TRIGGER account_no_replace BEFORE INSERT ON account WHEN EXISTS (SELECT 1 FROM account WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'account exists already'); END""",
    """CREATE TRIGGER account_nature_fixed BEFORE UPDATE OF code, parent, kind, box, needs, cashflow ON account
BEGIN SELECT RAISE(ABORT, 'an account keeps its code and nature'); END""",
    """CREATE TRIGGER account_kept BEFORE DELETE ON account
WHEN OLD.parent IS NULL OR EXISTS (SELECT 1 FROM posting WHERE account = OLD.code)
BEGIN SELECT RAISE(ABORT, 'account stands in the books'); END""",
    """CREATE TRIGGER kube_no_replace BEFORE INSERT ON kube WHEN EXISTS (SELECT 1 FROM kube)
BEGIN SELECT RAISE(ABORT, 'a book has one group'); END""",
    "CREATE TRIGGER kube_no_delete BEFORE DELETE ON kube BEGIN SELECT RAISE(ABORT, 'a book keeps its group'); END",
    """CREATE TRIGGER kube_identity_fixed BEFORE UPDATE OF id, book_id, genesis, practice ON kube
BEGIN SELECT RAISE(ABORT, 'a book keeps its identity'); END""",
    """CREATE TRIGGER kube_opened_fixed BEFORE UPDATE OF opened ON kube
WHEN EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM closing)
BEGIN SELECT RAISE(ABORT, 'the opening day is fixed once something is written'); END""",
)


def upgrade() -> None:
    """Build the tables, indexes and guards."""
    connection = op.get_bind()
    for statement in (*TABLES, *INDEXES, *TRIGGERS):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Never: a book is not taken back to an older form."""
    raise NotImplementedError("a book is never taken back to an older form")
