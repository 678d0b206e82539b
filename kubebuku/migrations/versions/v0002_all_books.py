"""The rest of the eleven books: savings, loans, solidarity, inventory counts, meetings, guests, letters, activities, attachments.

Long because it is one frozen list: see `v0001_foundation`.
"""

from __future__ import annotations

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TABLES = (
    """CREATE TABLE lending_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    most INTEGER NOT NULL CHECK (most > 0),
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120),
    method TEXT NOT NULL CHECK (method IN ('none', 'flat', 'declining', 'annuity', 'daily')),
    rate TEXT NOT NULL,
    rate_per TEXT NOT NULL CHECK (rate_per IN ('month', 'year')),
    every TEXT NOT NULL CHECK (every IN ('month', 'fortnight', 'week', 'end')),
    round_to INTEGER NOT NULL CHECK (round_to IN (1, 100, 500, 1000)),
    grace INTEGER NOT NULL CHECK (grace >= 0),
    fine_kind TEXT NOT NULL CHECK (fine_kind IN ('none', 'fixed', 'percent')),
    fine_amount INTEGER NOT NULL CHECK (fine_amount >= 0),
    fine_rate TEXT NOT NULL,
    outsiders INTEGER NOT NULL CHECK (outsiders IN (0, 1)),
    at_once INTEGER NOT NULL CHECK (at_once >= 1),
    pay_order TEXT NOT NULL,
    bands TEXT NOT NULL,
    note TEXT,
    decision INTEGER REFERENCES decision (id),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
    """CREATE TABLE loan_terms (
    loan INTEGER PRIMARY KEY REFERENCES loan (id),
    rule INTEGER REFERENCES lending_rule (id),
    applied TEXT NOT NULL CHECK (applied IS date(applied, '+0 days')),
    purpose TEXT,
    guarantee TEXT,
    months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 120),
    method TEXT NOT NULL CHECK (method IN ('none', 'flat', 'declining', 'annuity', 'daily')),
    rate TEXT NOT NULL,
    rate_per TEXT NOT NULL CHECK (rate_per IN ('month', 'year')),
    every TEXT NOT NULL CHECK (every IN ('month', 'fortnight', 'week', 'end')),
    round_to INTEGER NOT NULL CHECK (round_to IN (1, 100, 500, 1000)),
    payment INTEGER CHECK (payment > 0),
    grace INTEGER NOT NULL CHECK (grace >= 0),
    account TEXT CHECK (account IN ('1130', '1131')),
    aid INTEGER REFERENCES aid (id),
    decision INTEGER REFERENCES decision (id),
    exception TEXT,
    refused_reason TEXT
) STRICT""",
    """CREATE TABLE loan_plan (
    loan INTEGER NOT NULL REFERENCES loan (id),
    version INTEGER NOT NULL CHECK (version >= 1),
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    method TEXT NOT NULL CHECK (method IN ('none', 'flat', 'declining', 'annuity', 'daily')),
    rate TEXT NOT NULL,
    every TEXT NOT NULL CHECK (every IN ('month', 'fortnight', 'week', 'end')),
    carried INTEGER NOT NULL CHECK (carried >= 0),
    ahead INTEGER NOT NULL CHECK (ahead >= 0 AND (ahead = 0 OR carried = 0)),
    reason TEXT,
    decision INTEGER REFERENCES decision (id),
    entry INTEGER REFERENCES entry (id),
    after_entry INTEGER NOT NULL REFERENCES entry (id),
    PRIMARY KEY (loan, version)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE loan_instalment (
    loan INTEGER NOT NULL REFERENCES loan (id),
    version INTEGER NOT NULL,
    no INTEGER NOT NULL CHECK (no >= 1),
    due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
    principal INTEGER NOT NULL CHECK (principal >= 0),
    interest INTEGER NOT NULL CHECK (interest >= 0),
    PRIMARY KEY (loan, version, no),
    FOREIGN KEY (loan, version) REFERENCES loan_plan (loan, version)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE savings_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    principal_amount INTEGER NOT NULL CHECK (principal_amount >= 0),
    obligatory_amount INTEGER NOT NULL CHECK (obligatory_amount >= 0),
    fee_rate TEXT NOT NULL,
    fee_base TEXT NOT NULL CHECK (fee_base IN ('lowest', 'average')),
    decision INTEGER REFERENCES decision (id),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
    """CREATE TABLE dues_month (
    entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    fund TEXT NOT NULL CHECK (fund IN ('obligatory', 'solidarity')),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (entry, person, fund, month)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE savings_fee (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT""",
    """CREATE TABLE solidarity_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    period TEXT NOT NULL CHECK (period IN ('month', 'year')),
    decision INTEGER REFERENCES decision (id),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
    """CREATE TABLE benefit_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    event TEXT NOT NULL,
    ceiling INTEGER CHECK (ceiling > 0),
    outsiders INTEGER NOT NULL CHECK (outsiders IN (0, 1)),
    ended TEXT CHECK (ended IS date(ended, '+0 days')),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
    """CREATE TABLE benefit (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    rule INTEGER NOT NULL REFERENCES benefit_rule (id),
    person INTEGER NOT NULL REFERENCES person (id)
) STRICT""",
    """CREATE TABLE stocktaking (
    id INTEGER PRIMARY KEY,
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    note TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
    """CREATE TABLE stocktaking_line (
    stocktaking INTEGER NOT NULL REFERENCES stocktaking (id),
    item INTEGER NOT NULL REFERENCES item (id),
    expected INTEGER NOT NULL CHECK (expected >= 0),
    counted INTEGER NOT NULL CHECK (counted >= 0),
    condition TEXT NOT NULL CHECK (condition IN ('good', 'light', 'heavy')),
    note TEXT,
    PRIMARY KEY (stocktaking, item)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE equipment_move (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES item (id),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    pieces INTEGER NOT NULL CHECK (pieces <> 0),
    residual INTEGER NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('sold', 'lost', 'replaced', 'passed_on', 'listed')),
    entry INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED
) STRICT""",
    """CREATE TABLE meeting (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    starts TEXT,
    ends TEXT,
    place TEXT,
    standing TEXT NOT NULL CHECK (standing IN ('planned', 'held', 'cancelled')),
    chair INTEGER REFERENCES person (id),
    minutes_by INTEGER REFERENCES person (id),
    guests TEXT,
    agenda TEXT,
    course TEXT,
    conclusion TEXT,
    ending TEXT,
    quorum TEXT NOT NULL,
    reason TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
    """CREATE TABLE attendance (
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    person INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('present', 'late', 'excused', 'ill', 'absent')),
    note TEXT,
    fine INTEGER NOT NULL CHECK (fine >= 0),
    waived TEXT,
    PRIMARY KEY (meeting, person)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE meeting_fine (
    entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    meeting INTEGER NOT NULL,
    person INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (entry, meeting),
    FOREIGN KEY (meeting, person) REFERENCES attendance (meeting, person)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE meeting_decision (
    decision INTEGER PRIMARY KEY REFERENCES decision (id),
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    no INTEGER NOT NULL CHECK (no >= 1),
    text TEXT NOT NULL,
    withdrawn TEXT,
    UNIQUE (meeting, no)
) STRICT""",
    """CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    text TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    due TEXT CHECK (due IS date(due, '+0 days')),
    done TEXT CHECK (done IS date(done, '+0 days')),
    note TEXT
) STRICT""",
    """CREATE TABLE guest (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    no INTEGER NOT NULL CHECK (no >= 1),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    agency TEXT,
    position TEXT,
    purpose TEXT NOT NULL,
    impression TEXT,
    struck TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    UNIQUE (year, no)
) STRICT""",
    """CREATE TABLE letter (
    id INTEGER PRIMARY KEY,
    way TEXT NOT NULL CHECK (way IN ('in', 'out')),
    year INTEGER NOT NULL,
    agenda INTEGER NOT NULL CHECK (agenda >= 1),
    number TEXT,
    letter_date TEXT NOT NULL CHECK (letter_date IS date(letter_date, '+0 days')),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    party TEXT NOT NULL,
    subject TEXT NOT NULL,
    enclosures TEXT,
    forwarded TEXT,
    copies TEXT,
    follow_up TEXT NOT NULL CHECK (follow_up IN ('none', 'open', 'done')),
    follow_up_note TEXT,
    struck TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    UNIQUE (way, year, agenda)
) STRICT""",
    """CREATE TABLE activity (
    id INTEGER PRIMARY KEY,
    year INTEGER NOT NULL,
    no INTEGER NOT NULL CHECK (no >= 1),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    title TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    place TEXT,
    story TEXT,
    meeting INTEGER UNIQUE REFERENCES meeting (id),
    struck TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    UNIQUE (year, no)
) STRICT""",
    """CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    owner TEXT NOT NULL CHECK (owner IN ('entry', 'person', 'loan', 'item', 'meeting', 'guest', 'letter', 'activity', 'aid')),
    owner_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png', 'application/pdf')),
    size INTEGER NOT NULL CHECK (size > 0),
    original_size INTEGER NOT NULL CHECK (original_size > 0),
    sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
    data BLOB NOT NULL,
    removed TEXT,
    removed_by TEXT,
    removed_on TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT""",
)

INDEXES = (
    "CREATE INDEX dues_month_person ON dues_month (fund, person, month)",
    "CREATE INDEX attachment_owner ON attachment (owner, owner_id)",
    "CREATE INDEX equipment_move_item ON equipment_move (item, on_date)",
    "CREATE INDEX meeting_date ON meeting (on_date)",
)


def _refuse(name: str, moment: str, table: str, why: str, when: str = "") -> str:
    return f"CREATE TRIGGER {name} BEFORE {moment} ON {table}{f' WHEN {when}' if when else ''}\nBEGIN SELECT RAISE(ABORT, '{why}'); END"


def _never_replaced(table: str, *keys: str) -> str:
    """INSERT OR REPLACE fires no delete trigger: no row of that key (columns parted by commas) may be there."""
    same = " OR ".join(f"({key}) = ({', '.join(f'NEW.{column}' for column in key.split(', '))})" for key in keys)
    return _refuse(
        f"{table}_no_replace", "INSERT", table, f"{table} exists already", f"EXISTS (SELECT 1 FROM {table} WHERE {same})"
    )


def _fixed(table: str, *columns: str) -> str:
    """These columns stay as they were written; all of them if none is named."""
    moment = f"UPDATE OF {', '.join(columns)}" if columns else "UPDATE"
    return _refuse(f"{table}_fixed", moment, table, f"{table} stays as it was written")


def _never_deleted(table: str) -> str:
    return _refuse(f"{table}_no_delete", "DELETE", table, f"{table} is never deleted")


def _written_once(table: str, key: str) -> tuple[str, str, str]:
    """Rows are added and stay."""
    return _fixed(table), _never_deleted(table), _never_replaced(table, key)


def _beside_entry(table: str, key: str) -> tuple[str, str, str, str]:
    """Rows that say more about an entry come in its own act, and stay as long as it."""
    newest = "NEW.entry IS NOT (SELECT MAX(id) FROM entry)"
    late = _refuse(f"{table}_no_later", "INSERT", table, f"{table} belongs to no new entry", newest)
    return (late, *_written_once(table, key))


#: What a loan was made by stays while it has a plan; the plan stays until the entry that made it is struck out.
_PLANNED = "EXISTS (SELECT 1 FROM loan_plan WHERE loan = OLD.{key})"
_AGREED = (
    "rule, applied, purpose, guarantee, months, method, rate, rate_per, every, round_to, payment, grace, aid, decision, exception"
)
_STANDS = "(SELECT 1 FROM entry AS made WHERE made.id = {entry} AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = made.id))"
_PLAN_ENTRY = "(SELECT entry FROM loan_plan WHERE loan = OLD.loan AND version = OLD.version)"

TRIGGERS = (
    *_written_once("lending_rule", "id"),
    *_written_once("savings_rule", "id"),
    *_written_once("solidarity_rule", "id"),
    *_written_once("stocktaking", "id"),
    *_written_once("stocktaking_line", "stocktaking, item"),
    _refuse(
        "stocktaking_line_no_later",
        "INSERT",
        "stocktaking_line",
        "stocktaking_line belongs to no new count",
        "NEW.stocktaking IS NOT (SELECT MAX(id) FROM stocktaking)",
    ),
    _fixed("equipment_move"),
    _never_replaced("equipment_move", "id"),
    _refuse(
        "equipment_move_stands",
        "DELETE",
        "equipment_move",
        "the thing is in the list",
        "EXISTS (SELECT 1 FROM equipment WHERE item = OLD.item)",
    ),
    _fixed("benefit_rule", "id", "since", "event", "ceiling", "outsiders", "who", "recorded"),
    _refuse("benefit_rule_ended", "UPDATE OF ended", "benefit_rule", "benefit_rule has ended", "OLD.ended IS NOT NULL"),
    _never_deleted("benefit_rule"),
    _never_replaced("benefit_rule", "id"),
    *_beside_entry("dues_month", "entry, person, fund, month"),
    *_beside_entry("savings_fee", "entry"),
    *_beside_entry("benefit", "entry"),
    *_beside_entry("meeting_fine", "entry, meeting"),
    *_beside_entry("aid_entry", "entry"),
    _fixed("act", "entry", "command", "data"),
    _refuse("act_key_fixed", "UPDATE OF key", "act", "act stays as it was written", "OLD.key IS NOT NULL"),
    _refuse("act_replaces_fixed", "UPDATE OF replaces, reason", "act", "act stays as it was written", "OLD.replaces IS NOT NULL"),
    _never_deleted("act"),
    # an act over several books finds that of its first line there already, and lets it stand
    """CREATE TRIGGER act_no_replace BEFORE INSERT ON act WHEN EXISTS (SELECT 1 FROM act WHERE entry = NEW.entry)
BEGIN SELECT RAISE(IGNORE); END""",
    _refuse("loan_label_fixed", "UPDATE OF label", "loan", "a loan keeps its number"),
    _refuse(
        "loan_lent", "UPDATE OF principal, opened", "loan", "a loan with a plan stays as it was lent", _PLANNED.format(key="id")
    ),
    _refuse(
        "loan_terms_lent", f"UPDATE OF {_AGREED}", "loan_terms", "a loan with a plan keeps its terms", _PLANNED.format(key="loan")
    ),
    _refuse("loan_terms_loan_fixed", "UPDATE OF loan", "loan_terms", "terms stay with their loan"),
    _never_deleted("loan_terms"),
    _never_replaced("loan_terms", "loan"),
    _fixed("loan_plan"),
    _never_replaced("loan_plan", "loan, version"),
    _refuse("loan_plan_stands", "DELETE", "loan_plan", "the plan stands", f"EXISTS {_STANDS.format(entry='OLD.entry')}"),
    _refuse(
        "loan_plan_not_newest",
        "DELETE",
        "loan_plan",
        "a later plan stands on it",
        "EXISTS (SELECT 1 FROM loan_plan WHERE loan = OLD.loan AND version > OLD.version)",
    ),
    _fixed("loan_instalment"),
    _never_replaced("loan_instalment", "loan, version, no"),
    _refuse(
        "loan_instalment_stands", "DELETE", "loan_instalment", "the plan stands", f"EXISTS {_STANDS.format(entry=_PLAN_ENTRY)}"
    ),
    _fixed("attachment", "id", "owner", "owner_id", "name", "mime", "size", "original_size", "sha256", "who", "recorded"),
    _refuse(
        "attachment_taken_out",
        "UPDATE OF data, removed, removed_by, removed_on",
        "attachment",
        "a paper is only taken out, once and whole",
        "OLD.removed IS NOT NULL OR NEW.removed IS NULL OR length(NEW.data) > 0",
    ),
    _never_deleted("attachment"),
    _never_replaced("attachment", "id"),
    _fixed("box_count", "id", "account", "on_date", "counted", "book", "note", "who", "recorded"),
    _refuse("box_count_explained", "DELETE", "box_count", "the count is explained by an entry", "OLD.entry IS NOT NULL"),
    _never_replaced("box_count", "id"),
    _fixed("stock_count"),
    _never_replaced("stock_count", "id"),
    _fixed("stock_line"),
    _never_replaced("stock_line", "stock_count, line"),
    _fixed("livestock"),
    _never_replaced("livestock", "id"),
    _never_deleted("decision"),
    _never_replaced("decision", "id"),
    _refuse("decision_id_fixed", "UPDATE OF id", "decision", "decision keeps its id"),
    _fixed("meeting_decision", "decision", "meeting", "no"),
    _never_deleted("meeting_decision"),
    _never_replaced("meeting_decision", "decision", "meeting, no"),
    _refuse(
        "attendance_fined",
        "DELETE",
        "attendance",
        "a fine was paid for it",
        "EXISTS (SELECT 1 FROM meeting_fine WHERE meeting = OLD.meeting AND person = OLD.person)",
    ),
    _never_replaced("attendance", "meeting, person"),
    _never_deleted("meeting"),
    _never_replaced("meeting", "id"),
    _fixed("guest", "id", "year", "no", "who", "recorded"),
    _never_deleted("guest"),
    _never_replaced("guest", "id", "year, no"),
    _fixed("letter", "id", "way", "year", "agenda", "who", "recorded"),
    _never_deleted("letter"),
    _never_replaced("letter", "id", "way, year, agenda"),
    _fixed("activity", "id", "year", "no", "meeting", "who", "recorded"),
    _never_deleted("activity"),
    _never_replaced("activity", "id", "year, no", "meeting"),
)


def upgrade() -> None:
    """Add the tables and guards; nothing that is there is touched."""
    connection = op.get_bind()
    for statement in (*TABLES, *INDEXES, *TRIGGERS):
        connection.exec_driver_sql(statement)


def downgrade() -> None:
    """Never: a book is not taken back to an older form."""
    raise NotImplementedError("a book is never taken back to an older form")
