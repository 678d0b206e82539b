CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);

CREATE TABLE kube (
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
) STRICT;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE account (
    code TEXT PRIMARY KEY CHECK (code GLOB '[1-9][0-9][0-9][0-9]' OR code GLOB '[1-9][0-9][0-9][0-9].[0-9][0-9]'),
    parent TEXT REFERENCES account (code),
    kind TEXT NOT NULL CHECK (kind IN ('heading', 'asset', 'liability', 'equity', 'income', 'cost')),
    label TEXT,
    box INTEGER NOT NULL CHECK (box IN (0, 1)),
    needs TEXT NOT NULL CHECK (needs IN ('', 'unit', 'person', 'loan,person')),
    cashflow TEXT CHECK (cashflow IN ('operating', 'investing', 'financing', 'trust')),
    closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE unit (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE CHECK (length(label) BETWEEN 1 AND 60),
    kind TEXT NOT NULL CHECK (kind IN ('usaha', 'simpan_pinjam')),
    icon TEXT,
    opened TEXT NOT NULL CHECK (opened IS date(opened, '+0 days')),
    closed TEXT CHECK (closed IS date(closed, '+0 days'))
) STRICT;

CREATE TABLE person (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
    standing TEXT NOT NULL CHECK (standing IN ('member', 'left', 'outsider'))
) STRICT;

CREATE TABLE decision (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    decided TEXT NOT NULL CHECK (decided IS date(decided, '+0 days')),
    standing TEXT NOT NULL DEFAULT 'valid' CHECK (standing IN ('valid', 'withdrawn'))
) STRICT;

CREATE TABLE loan (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL UNIQUE,
    person INTEGER NOT NULL REFERENCES person (id),
    principal INTEGER NOT NULL CHECK (principal > 0),
    opened TEXT NOT NULL CHECK (opened IS date(opened, '+0 days')),
    standing TEXT NOT NULL CHECK (standing IN ('applied', 'running', 'paid', 'written_off', 'refused', 'withdrawn'))
) STRICT;

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    number TEXT UNIQUE,
    value INTEGER NOT NULL CHECK (value >= 0),
    acquired TEXT NOT NULL CHECK (acquired IS date(acquired, '+0 days')),
    standing TEXT NOT NULL CHECK (standing IN ('held', 'sold', 'lost', 'replaced', 'withdrawn'))
) STRICT;

CREATE TABLE entry (
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
) STRICT;

CREATE TABLE posting (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE closing (
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
) STRICT;

CREATE TABLE closing_balance (
    closing INTEGER NOT NULL REFERENCES closing (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL,
    account TEXT NOT NULL REFERENCES account (code),
    person INTEGER REFERENCES person (id),
    unit INTEGER REFERENCES unit (id),
    loan INTEGER REFERENCES loan (id),
    amount INTEGER NOT NULL CHECK (amount <> 0),
    PRIMARY KEY (closing, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_count (
    closing INTEGER NOT NULL REFERENCES closing (id) DEFERRABLE INITIALLY DEFERRED,
    account TEXT NOT NULL REFERENCES account (code),
    book INTEGER NOT NULL,
    counted INTEGER,
    explanation TEXT,
    PRIMARY KEY (closing, account)
) STRICT, WITHOUT ROWID;

CREATE TABLE act (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    command TEXT NOT NULL,
    data TEXT NOT NULL,
    reason TEXT,
    replaces INTEGER REFERENCES entry (id),
    key TEXT UNIQUE
) STRICT;

CREATE TABLE pending (
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
) STRICT;

CREATE TABLE member (
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
) STRICT;

CREATE TABLE outsider (
    person INTEGER PRIMARY KEY REFERENCES person (id),
    address TEXT,
    phone TEXT,
    nik TEXT,
    note TEXT
) STRICT;

CREATE TABLE officer_term (
    id INTEGER PRIMARY KEY,
    person INTEGER NOT NULL REFERENCES person (id),
    role TEXT NOT NULL,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    until TEXT CHECK (until IS date(until, '+0 days')),
    reason TEXT
) STRICT;

CREATE TABLE box_count (
    id INTEGER PRIMARY KEY,
    account TEXT NOT NULL REFERENCES account (code),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    counted INTEGER NOT NULL,
    book INTEGER NOT NULL,
    note TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    entry INTEGER REFERENCES entry (id)
) STRICT;

CREATE TABLE aid (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL,
    year INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('grant', 'loan', 'revolving')),
    form TEXT NOT NULL CHECK (form IN ('cash', 'kind')),
    giver INTEGER REFERENCES person (id),
    note TEXT
) STRICT;

CREATE TABLE aid_entry (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    aid INTEGER NOT NULL REFERENCES aid (id),
    role TEXT NOT NULL CHECK (role IN ('received', 'used', 'passed_on', 'returned'))
) STRICT;

CREATE TABLE stock_count (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id),
    account TEXT NOT NULL REFERENCES account (code),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    entry INTEGER REFERENCES entry (id)
) STRICT;

CREATE TABLE stock_line (
    stock_count INTEGER NOT NULL REFERENCES stock_count (id),
    line INTEGER NOT NULL,
    name TEXT NOT NULL,
    quantity_milli INTEGER NOT NULL CHECK (quantity_milli >= 0),
    measure TEXT,
    price INTEGER NOT NULL CHECK (price >= 0),
    PRIMARY KEY (stock_count, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE livestock (
    id INTEGER PRIMARY KEY,
    unit INTEGER NOT NULL REFERENCES unit (id),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    animal TEXT NOT NULL,
    change INTEGER NOT NULL CHECK (change <> 0),
    cause TEXT NOT NULL
        CHECK (cause IN ('opening', 'bought', 'aid', 'born', 'sold', 'died', 'lost', 'eaten', 'given', 'counted')),
    note TEXT,
    entry INTEGER REFERENCES entry (id)
) STRICT;

CREATE TABLE equipment (
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
) STRICT;

CREATE INDEX posting_account ON posting (account, date, amount, unit, person);

CREATE INDEX posting_person ON posting (person, account, date, amount) WHERE person IS NOT NULL;

CREATE INDEX posting_loan ON posting (loan, account, date, amount) WHERE loan IS NOT NULL;

CREATE INDEX posting_item ON posting (item, account, date, amount) WHERE item IS NOT NULL;

CREATE INDEX entry_date ON entry (date);

CREATE INDEX act_replaces ON act (replaces) WHERE replaces IS NOT NULL;

CREATE UNIQUE INDEX unit_only_built_in ON unit (kind) WHERE kind = 'simpan_pinjam';

CREATE INDEX closing_month ON closing (month);

CREATE TRIGGER entry_after_insert AFTER INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry has fewer than two lines') WHERE (SELECT COUNT(*) FROM posting WHERE entry = NEW.id) < 2;
    SELECT RAISE(ABORT, 'entry does not sum to zero') WHERE (SELECT SUM(amount) FROM posting WHERE entry = NEW.id) IS NOT 0;
    SELECT RAISE(ABORT, 'entry lines are not numbered from one')
        WHERE (SELECT MAX(line) FROM posting WHERE entry = NEW.id) IS NOT (SELECT COUNT(*) FROM posting WHERE entry = NEW.id);
    SELECT RAISE(ABORT, 'posting has another date than its entry')
        WHERE EXISTS (SELECT 1 FROM posting WHERE entry = NEW.id AND date IS NOT NEW.date);
END;

CREATE TRIGGER posting_before_insert BEFORE INSERT ON posting BEGIN
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
END;

CREATE TRIGGER closing_balance_before_insert BEFORE INSERT ON closing_balance BEGIN
    SELECT RAISE(ABORT, 'balance belongs to no new closing')
        WHERE NEW.closing IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'balance line exists already')
        WHERE EXISTS (SELECT 1 FROM closing_balance WHERE closing = NEW.closing AND line = NEW.line);
END;

CREATE TRIGGER closing_count_before_insert BEFORE INSERT ON closing_count BEGIN
    SELECT RAISE(ABORT, 'count belongs to no new closing')
        WHERE NEW.closing IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'count exists already')
        WHERE EXISTS (SELECT 1 FROM closing_count WHERE closing = NEW.closing AND account = NEW.account);
END;

CREATE TRIGGER entry_no_update BEFORE UPDATE ON entry BEGIN SELECT RAISE(ABORT, 'entry is sealed'); END;

CREATE TRIGGER entry_no_delete BEFORE DELETE ON entry BEGIN SELECT RAISE(ABORT, 'entry is sealed'); END;

CREATE TRIGGER posting_no_update BEFORE UPDATE ON posting BEGIN SELECT RAISE(ABORT, 'posting is sealed'); END;

CREATE TRIGGER posting_no_delete BEFORE DELETE ON posting BEGIN SELECT RAISE(ABORT, 'posting is sealed'); END;

CREATE TRIGGER closing_no_update BEFORE UPDATE ON closing BEGIN SELECT RAISE(ABORT, 'closing is sealed'); END;

CREATE TRIGGER closing_no_delete BEFORE DELETE ON closing BEGIN SELECT RAISE(ABORT, 'closing is sealed'); END;

CREATE TRIGGER closing_balance_no_update BEFORE UPDATE ON closing_balance BEGIN SELECT RAISE(ABORT, 'closing_balance is sealed'); END;

CREATE TRIGGER closing_balance_no_delete BEFORE DELETE ON closing_balance BEGIN SELECT RAISE(ABORT, 'closing_balance is sealed'); END;

CREATE TRIGGER closing_count_no_update BEFORE UPDATE ON closing_count BEGIN SELECT RAISE(ABORT, 'closing_count is sealed'); END;

CREATE TRIGGER closing_count_no_delete BEFORE DELETE ON closing_count BEGIN SELECT RAISE(ABORT, 'closing_count is sealed'); END;

CREATE TRIGGER unit_no_replace BEFORE INSERT ON unit WHEN EXISTS (SELECT 1 FROM unit WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'unit exists already'); END;

CREATE TRIGGER unit_id_fixed BEFORE UPDATE OF id ON unit BEGIN SELECT RAISE(ABORT, 'unit keeps its id'); END;

CREATE TRIGGER unit_in_books BEFORE DELETE ON unit WHEN EXISTS (SELECT 1 FROM posting WHERE unit = OLD.id)
BEGIN SELECT RAISE(ABORT, 'unit stands in the books'); END;

CREATE TRIGGER person_no_replace BEFORE INSERT ON person WHEN EXISTS (SELECT 1 FROM person WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'person exists already'); END;

CREATE TRIGGER person_id_fixed BEFORE UPDATE OF id ON person BEGIN SELECT RAISE(ABORT, 'person keeps its id'); END;

CREATE TRIGGER person_in_books BEFORE DELETE ON person WHEN EXISTS (SELECT 1 FROM posting WHERE person = OLD.id)
BEGIN SELECT RAISE(ABORT, 'person stands in the books'); END;

CREATE TRIGGER loan_no_replace BEFORE INSERT ON loan WHEN EXISTS (SELECT 1 FROM loan WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'loan exists already'); END;

CREATE TRIGGER loan_id_fixed BEFORE UPDATE OF id ON loan BEGIN SELECT RAISE(ABORT, 'loan keeps its id'); END;

CREATE TRIGGER loan_in_books BEFORE DELETE ON loan WHEN EXISTS (SELECT 1 FROM posting WHERE loan = OLD.id)
BEGIN SELECT RAISE(ABORT, 'loan stands in the books'); END;

CREATE TRIGGER item_no_replace BEFORE INSERT ON item WHEN EXISTS (SELECT 1 FROM item WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'item exists already'); END;

CREATE TRIGGER item_id_fixed BEFORE UPDATE OF id ON item BEGIN SELECT RAISE(ABORT, 'item keeps its id'); END;

CREATE TRIGGER item_in_books BEFORE DELETE ON item WHEN EXISTS (SELECT 1 FROM posting WHERE item = OLD.id)
BEGIN SELECT RAISE(ABORT, 'item stands in the books'); END;

CREATE TRIGGER unit_kind_fixed BEFORE UPDATE OF kind ON unit BEGIN SELECT RAISE(ABORT, 'a unit keeps its kind'); END;

CREATE TRIGGER unit_built_in BEFORE DELETE ON unit WHEN OLD.kind = 'simpan_pinjam'
BEGIN SELECT RAISE(ABORT, 'a book keeps its savings-loan unit'); END;

CREATE TRIGGER loan_person_fixed BEFORE UPDATE OF person ON loan
BEGIN SELECT RAISE(ABORT, 'a loan keeps its borrower'); END;

CREATE TRIGGER account_no_replace BEFORE INSERT ON account WHEN EXISTS (SELECT 1 FROM account WHERE code = NEW.code)
BEGIN SELECT RAISE(ABORT, 'account exists already'); END;

CREATE TRIGGER account_nature_fixed BEFORE UPDATE OF code, parent, kind, box, needs, cashflow ON account
BEGIN SELECT RAISE(ABORT, 'an account keeps its code and nature'); END;

CREATE TRIGGER account_kept BEFORE DELETE ON account
WHEN OLD.parent IS NULL OR EXISTS (SELECT 1 FROM posting WHERE account = OLD.code)
BEGIN SELECT RAISE(ABORT, 'account stands in the books'); END;

CREATE TRIGGER kube_no_replace BEFORE INSERT ON kube WHEN EXISTS (SELECT 1 FROM kube)
BEGIN SELECT RAISE(ABORT, 'a book has one group'); END;

CREATE TRIGGER kube_no_delete BEFORE DELETE ON kube BEGIN SELECT RAISE(ABORT, 'a book keeps its group'); END;

CREATE TRIGGER kube_identity_fixed BEFORE UPDATE OF id, book_id, genesis, practice ON kube
BEGIN SELECT RAISE(ABORT, 'a book keeps its identity'); END;

CREATE TRIGGER kube_opened_fixed BEFORE UPDATE OF opened ON kube
WHEN EXISTS (SELECT 1 FROM entry) OR EXISTS (SELECT 1 FROM closing)
BEGIN SELECT RAISE(ABORT, 'the opening day is fixed once something is written'); END;

CREATE TABLE lending_rule (
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
) STRICT;

CREATE TABLE loan_terms (
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
) STRICT;

CREATE TABLE loan_plan (
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
) STRICT, WITHOUT ROWID;

CREATE TABLE loan_instalment (
    loan INTEGER NOT NULL REFERENCES loan (id),
    version INTEGER NOT NULL,
    no INTEGER NOT NULL CHECK (no >= 1),
    due TEXT NOT NULL CHECK (due IS date(due, '+0 days')),
    principal INTEGER NOT NULL CHECK (principal >= 0),
    interest INTEGER NOT NULL CHECK (interest >= 0),
    PRIMARY KEY (loan, version, no),
    FOREIGN KEY (loan, version) REFERENCES loan_plan (loan, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE savings_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    principal_amount INTEGER NOT NULL CHECK (principal_amount >= 0),
    obligatory_amount INTEGER NOT NULL CHECK (obligatory_amount >= 0),
    fee_rate TEXT NOT NULL,
    fee_base TEXT NOT NULL CHECK (fee_base IN ('lowest', 'average')),
    decision INTEGER REFERENCES decision (id),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT;

CREATE TABLE dues_month (
    entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    person INTEGER NOT NULL REFERENCES person (id),
    fund TEXT NOT NULL CHECK (fund IN ('obligatory', 'solidarity')),
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]'),
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (entry, person, fund, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE savings_fee (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    month TEXT NOT NULL CHECK (month GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]')
) STRICT;

CREATE TABLE solidarity_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    amount INTEGER NOT NULL CHECK (amount >= 0),
    period TEXT NOT NULL CHECK (period IN ('month', 'year')),
    decision INTEGER REFERENCES decision (id),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT;

CREATE TABLE benefit_rule (
    id INTEGER PRIMARY KEY,
    since TEXT NOT NULL CHECK (since IS date(since, '+0 days')),
    event TEXT NOT NULL,
    ceiling INTEGER CHECK (ceiling > 0),
    outsiders INTEGER NOT NULL CHECK (outsiders IN (0, 1)),
    ended TEXT CHECK (ended IS date(ended, '+0 days')),
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT;

CREATE TABLE benefit (
    entry INTEGER PRIMARY KEY REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    rule INTEGER NOT NULL REFERENCES benefit_rule (id),
    person INTEGER NOT NULL REFERENCES person (id)
) STRICT;

CREATE TABLE stocktaking (
    id INTEGER PRIMARY KEY,
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    note TEXT,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL
) STRICT;

CREATE TABLE stocktaking_line (
    stocktaking INTEGER NOT NULL REFERENCES stocktaking (id),
    item INTEGER NOT NULL REFERENCES item (id),
    expected INTEGER NOT NULL CHECK (expected >= 0),
    counted INTEGER NOT NULL CHECK (counted >= 0),
    condition TEXT NOT NULL CHECK (condition IN ('good', 'light', 'heavy')),
    note TEXT,
    PRIMARY KEY (stocktaking, item)
) STRICT, WITHOUT ROWID;

CREATE TABLE equipment_move (
    id INTEGER PRIMARY KEY,
    item INTEGER NOT NULL REFERENCES item (id),
    on_date TEXT NOT NULL CHECK (on_date IS date(on_date, '+0 days')),
    pieces INTEGER NOT NULL CHECK (pieces <> 0),
    residual INTEGER NOT NULL,
    how TEXT NOT NULL CHECK (how IN ('sold', 'lost', 'replaced', 'passed_on', 'listed')),
    entry INTEGER REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE meeting (
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
) STRICT;

CREATE TABLE attendance (
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    person INTEGER NOT NULL REFERENCES person (id),
    state TEXT NOT NULL CHECK (state IN ('present', 'late', 'excused', 'ill', 'absent')),
    note TEXT,
    fine INTEGER NOT NULL CHECK (fine >= 0),
    waived TEXT,
    PRIMARY KEY (meeting, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_fine (
    entry INTEGER NOT NULL REFERENCES entry (id) DEFERRABLE INITIALLY DEFERRED,
    meeting INTEGER NOT NULL,
    person INTEGER NOT NULL,
    amount INTEGER NOT NULL CHECK (amount > 0),
    PRIMARY KEY (entry, meeting),
    FOREIGN KEY (meeting, person) REFERENCES attendance (meeting, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE meeting_decision (
    decision INTEGER PRIMARY KEY REFERENCES decision (id),
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    no INTEGER NOT NULL CHECK (no >= 1),
    text TEXT NOT NULL,
    withdrawn TEXT,
    UNIQUE (meeting, no)
) STRICT;

CREATE TABLE follow_up (
    id INTEGER PRIMARY KEY,
    meeting INTEGER NOT NULL REFERENCES meeting (id),
    text TEXT NOT NULL,
    person INTEGER REFERENCES person (id),
    due TEXT CHECK (due IS date(due, '+0 days')),
    done TEXT CHECK (done IS date(done, '+0 days')),
    note TEXT
) STRICT;

CREATE TABLE guest (
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
) STRICT;

CREATE TABLE letter (
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
) STRICT;

CREATE TABLE activity (
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
) STRICT;

CREATE TABLE attachment (
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
) STRICT;

CREATE INDEX dues_month_person ON dues_month (fund, person, month);

CREATE INDEX attachment_owner ON attachment (owner, owner_id);

CREATE INDEX equipment_move_item ON equipment_move (item, on_date);

CREATE INDEX meeting_date ON meeting (on_date);

CREATE TRIGGER lending_rule_fixed BEFORE UPDATE ON lending_rule
BEGIN SELECT RAISE(ABORT, 'lending_rule stays as it was written'); END;

CREATE TRIGGER lending_rule_no_delete BEFORE DELETE ON lending_rule
BEGIN SELECT RAISE(ABORT, 'lending_rule is never deleted'); END;

CREATE TRIGGER lending_rule_no_replace BEFORE INSERT ON lending_rule WHEN EXISTS (SELECT 1 FROM lending_rule WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'lending_rule exists already'); END;

CREATE TRIGGER savings_rule_fixed BEFORE UPDATE ON savings_rule
BEGIN SELECT RAISE(ABORT, 'savings_rule stays as it was written'); END;

CREATE TRIGGER savings_rule_no_delete BEFORE DELETE ON savings_rule
BEGIN SELECT RAISE(ABORT, 'savings_rule is never deleted'); END;

CREATE TRIGGER savings_rule_no_replace BEFORE INSERT ON savings_rule WHEN EXISTS (SELECT 1 FROM savings_rule WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'savings_rule exists already'); END;

CREATE TRIGGER solidarity_rule_fixed BEFORE UPDATE ON solidarity_rule
BEGIN SELECT RAISE(ABORT, 'solidarity_rule stays as it was written'); END;

CREATE TRIGGER solidarity_rule_no_delete BEFORE DELETE ON solidarity_rule
BEGIN SELECT RAISE(ABORT, 'solidarity_rule is never deleted'); END;

CREATE TRIGGER solidarity_rule_no_replace BEFORE INSERT ON solidarity_rule WHEN EXISTS (SELECT 1 FROM solidarity_rule WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'solidarity_rule exists already'); END;

CREATE TRIGGER stocktaking_fixed BEFORE UPDATE ON stocktaking
BEGIN SELECT RAISE(ABORT, 'stocktaking stays as it was written'); END;

CREATE TRIGGER stocktaking_no_delete BEFORE DELETE ON stocktaking
BEGIN SELECT RAISE(ABORT, 'stocktaking is never deleted'); END;

CREATE TRIGGER stocktaking_no_replace BEFORE INSERT ON stocktaking WHEN EXISTS (SELECT 1 FROM stocktaking WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'stocktaking exists already'); END;

CREATE TRIGGER stocktaking_line_fixed BEFORE UPDATE ON stocktaking_line
BEGIN SELECT RAISE(ABORT, 'stocktaking_line stays as it was written'); END;

CREATE TRIGGER stocktaking_line_no_delete BEFORE DELETE ON stocktaking_line
BEGIN SELECT RAISE(ABORT, 'stocktaking_line is never deleted'); END;

CREATE TRIGGER stocktaking_line_no_replace BEFORE INSERT ON stocktaking_line WHEN EXISTS (SELECT 1 FROM stocktaking_line WHERE (stocktaking, item) = (NEW.stocktaking, NEW.item))
BEGIN SELECT RAISE(ABORT, 'stocktaking_line exists already'); END;

CREATE TRIGGER stocktaking_line_no_later BEFORE INSERT ON stocktaking_line WHEN NEW.stocktaking IS NOT (SELECT MAX(id) FROM stocktaking)
BEGIN SELECT RAISE(ABORT, 'stocktaking_line belongs to no new count'); END;

CREATE TRIGGER equipment_move_fixed BEFORE UPDATE ON equipment_move
BEGIN SELECT RAISE(ABORT, 'equipment_move stays as it was written'); END;

CREATE TRIGGER equipment_move_no_replace BEFORE INSERT ON equipment_move WHEN EXISTS (SELECT 1 FROM equipment_move WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'equipment_move exists already'); END;

CREATE TRIGGER equipment_move_stands BEFORE DELETE ON equipment_move WHEN EXISTS (SELECT 1 FROM equipment WHERE item = OLD.item)
BEGIN SELECT RAISE(ABORT, 'the thing is in the list'); END;

CREATE TRIGGER benefit_rule_fixed BEFORE UPDATE OF id, since, event, ceiling, outsiders, who, recorded ON benefit_rule
BEGIN SELECT RAISE(ABORT, 'benefit_rule stays as it was written'); END;

CREATE TRIGGER benefit_rule_ended BEFORE UPDATE OF ended ON benefit_rule WHEN OLD.ended IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'benefit_rule has ended'); END;

CREATE TRIGGER benefit_rule_no_delete BEFORE DELETE ON benefit_rule
BEGIN SELECT RAISE(ABORT, 'benefit_rule is never deleted'); END;

CREATE TRIGGER benefit_rule_no_replace BEFORE INSERT ON benefit_rule WHEN EXISTS (SELECT 1 FROM benefit_rule WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'benefit_rule exists already'); END;

CREATE TRIGGER dues_month_no_later BEFORE INSERT ON dues_month WHEN NEW.entry IS NOT (SELECT MAX(id) FROM entry)
BEGIN SELECT RAISE(ABORT, 'dues_month belongs to no new entry'); END;

CREATE TRIGGER dues_month_fixed BEFORE UPDATE ON dues_month
BEGIN SELECT RAISE(ABORT, 'dues_month stays as it was written'); END;

CREATE TRIGGER dues_month_no_delete BEFORE DELETE ON dues_month
BEGIN SELECT RAISE(ABORT, 'dues_month is never deleted'); END;

CREATE TRIGGER dues_month_no_replace BEFORE INSERT ON dues_month WHEN EXISTS (SELECT 1 FROM dues_month WHERE (entry, person, fund, month) = (NEW.entry, NEW.person, NEW.fund, NEW.month))
BEGIN SELECT RAISE(ABORT, 'dues_month exists already'); END;

CREATE TRIGGER savings_fee_no_later BEFORE INSERT ON savings_fee WHEN NEW.entry IS NOT (SELECT MAX(id) FROM entry)
BEGIN SELECT RAISE(ABORT, 'savings_fee belongs to no new entry'); END;

CREATE TRIGGER savings_fee_fixed BEFORE UPDATE ON savings_fee
BEGIN SELECT RAISE(ABORT, 'savings_fee stays as it was written'); END;

CREATE TRIGGER savings_fee_no_delete BEFORE DELETE ON savings_fee
BEGIN SELECT RAISE(ABORT, 'savings_fee is never deleted'); END;

CREATE TRIGGER savings_fee_no_replace BEFORE INSERT ON savings_fee WHEN EXISTS (SELECT 1 FROM savings_fee WHERE (entry) = (NEW.entry))
BEGIN SELECT RAISE(ABORT, 'savings_fee exists already'); END;

CREATE TRIGGER benefit_no_later BEFORE INSERT ON benefit WHEN NEW.entry IS NOT (SELECT MAX(id) FROM entry)
BEGIN SELECT RAISE(ABORT, 'benefit belongs to no new entry'); END;

CREATE TRIGGER benefit_fixed BEFORE UPDATE ON benefit
BEGIN SELECT RAISE(ABORT, 'benefit stays as it was written'); END;

CREATE TRIGGER benefit_no_delete BEFORE DELETE ON benefit
BEGIN SELECT RAISE(ABORT, 'benefit is never deleted'); END;

CREATE TRIGGER benefit_no_replace BEFORE INSERT ON benefit WHEN EXISTS (SELECT 1 FROM benefit WHERE (entry) = (NEW.entry))
BEGIN SELECT RAISE(ABORT, 'benefit exists already'); END;

CREATE TRIGGER meeting_fine_no_later BEFORE INSERT ON meeting_fine WHEN NEW.entry IS NOT (SELECT MAX(id) FROM entry)
BEGIN SELECT RAISE(ABORT, 'meeting_fine belongs to no new entry'); END;

CREATE TRIGGER meeting_fine_fixed BEFORE UPDATE ON meeting_fine
BEGIN SELECT RAISE(ABORT, 'meeting_fine stays as it was written'); END;

CREATE TRIGGER meeting_fine_no_delete BEFORE DELETE ON meeting_fine
BEGIN SELECT RAISE(ABORT, 'meeting_fine is never deleted'); END;

CREATE TRIGGER meeting_fine_no_replace BEFORE INSERT ON meeting_fine WHEN EXISTS (SELECT 1 FROM meeting_fine WHERE (entry, meeting) = (NEW.entry, NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'meeting_fine exists already'); END;

CREATE TRIGGER aid_entry_no_later BEFORE INSERT ON aid_entry WHEN NEW.entry IS NOT (SELECT MAX(id) FROM entry)
BEGIN SELECT RAISE(ABORT, 'aid_entry belongs to no new entry'); END;

CREATE TRIGGER aid_entry_fixed BEFORE UPDATE ON aid_entry
BEGIN SELECT RAISE(ABORT, 'aid_entry stays as it was written'); END;

CREATE TRIGGER aid_entry_no_delete BEFORE DELETE ON aid_entry
BEGIN SELECT RAISE(ABORT, 'aid_entry is never deleted'); END;

CREATE TRIGGER aid_entry_no_replace BEFORE INSERT ON aid_entry WHEN EXISTS (SELECT 1 FROM aid_entry WHERE (entry) = (NEW.entry))
BEGIN SELECT RAISE(ABORT, 'aid_entry exists already'); END;

CREATE TRIGGER act_fixed BEFORE UPDATE OF entry, command, data ON act
BEGIN SELECT RAISE(ABORT, 'act stays as it was written'); END;

CREATE TRIGGER act_key_fixed BEFORE UPDATE OF key ON act WHEN OLD.key IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'act stays as it was written'); END;

CREATE TRIGGER act_replaces_fixed BEFORE UPDATE OF replaces, reason ON act WHEN OLD.replaces IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'act stays as it was written'); END;

CREATE TRIGGER act_no_delete BEFORE DELETE ON act
BEGIN SELECT RAISE(ABORT, 'act is never deleted'); END;

CREATE TRIGGER act_no_replace BEFORE INSERT ON act WHEN EXISTS (SELECT 1 FROM act WHERE entry = NEW.entry)
BEGIN SELECT RAISE(IGNORE); END;

CREATE TRIGGER loan_label_fixed BEFORE UPDATE OF label ON loan
BEGIN SELECT RAISE(ABORT, 'a loan keeps its number'); END;

CREATE TRIGGER loan_lent BEFORE UPDATE OF principal, opened ON loan WHEN EXISTS (SELECT 1 FROM loan_plan WHERE loan = OLD.id)
BEGIN SELECT RAISE(ABORT, 'a loan with a plan stays as it was lent'); END;

CREATE TRIGGER loan_terms_lent BEFORE UPDATE OF rule, applied, purpose, guarantee, months, method, rate, rate_per, every, round_to, payment, grace, aid, decision, exception ON loan_terms WHEN EXISTS (SELECT 1 FROM loan_plan WHERE loan = OLD.loan)
BEGIN SELECT RAISE(ABORT, 'a loan with a plan keeps its terms'); END;

CREATE TRIGGER loan_terms_loan_fixed BEFORE UPDATE OF loan ON loan_terms
BEGIN SELECT RAISE(ABORT, 'terms stay with their loan'); END;

CREATE TRIGGER loan_terms_no_delete BEFORE DELETE ON loan_terms
BEGIN SELECT RAISE(ABORT, 'loan_terms is never deleted'); END;

CREATE TRIGGER loan_terms_no_replace BEFORE INSERT ON loan_terms WHEN EXISTS (SELECT 1 FROM loan_terms WHERE (loan) = (NEW.loan))
BEGIN SELECT RAISE(ABORT, 'loan_terms exists already'); END;

CREATE TRIGGER loan_plan_fixed BEFORE UPDATE ON loan_plan
BEGIN SELECT RAISE(ABORT, 'loan_plan stays as it was written'); END;

CREATE TRIGGER loan_plan_no_replace BEFORE INSERT ON loan_plan WHEN EXISTS (SELECT 1 FROM loan_plan WHERE (loan, version) = (NEW.loan, NEW.version))
BEGIN SELECT RAISE(ABORT, 'loan_plan exists already'); END;

CREATE TRIGGER loan_plan_stands BEFORE DELETE ON loan_plan WHEN EXISTS (SELECT 1 FROM entry AS made WHERE made.id = OLD.entry AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = made.id))
BEGIN SELECT RAISE(ABORT, 'the plan stands'); END;

CREATE TRIGGER loan_plan_not_newest BEFORE DELETE ON loan_plan WHEN EXISTS (SELECT 1 FROM loan_plan WHERE loan = OLD.loan AND version > OLD.version)
BEGIN SELECT RAISE(ABORT, 'a later plan stands on it'); END;

CREATE TRIGGER loan_instalment_fixed BEFORE UPDATE ON loan_instalment
BEGIN SELECT RAISE(ABORT, 'loan_instalment stays as it was written'); END;

CREATE TRIGGER loan_instalment_no_replace BEFORE INSERT ON loan_instalment WHEN EXISTS (SELECT 1 FROM loan_instalment WHERE (loan, version, no) = (NEW.loan, NEW.version, NEW.no))
BEGIN SELECT RAISE(ABORT, 'loan_instalment exists already'); END;

CREATE TRIGGER loan_instalment_stands BEFORE DELETE ON loan_instalment WHEN EXISTS (SELECT 1 FROM entry AS made WHERE made.id = (SELECT entry FROM loan_plan WHERE loan = OLD.loan AND version = OLD.version) AND NOT EXISTS (SELECT 1 FROM entry WHERE reverses = made.id))
BEGIN SELECT RAISE(ABORT, 'the plan stands'); END;

CREATE TRIGGER attachment_fixed BEFORE UPDATE OF id, owner, owner_id, name, mime, size, original_size, sha256, who, recorded ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment stays as it was written'); END;

CREATE TRIGGER attachment_taken_out BEFORE UPDATE OF data, removed, removed_by, removed_on ON attachment WHEN OLD.removed IS NOT NULL OR NEW.removed IS NULL OR length(NEW.data) > 0
BEGIN SELECT RAISE(ABORT, 'a paper is only taken out, once and whole'); END;

CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'attachment is never deleted'); END;

CREATE TRIGGER attachment_no_replace BEFORE INSERT ON attachment WHEN EXISTS (SELECT 1 FROM attachment WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'attachment exists already'); END;

CREATE TRIGGER box_count_fixed BEFORE UPDATE OF id, account, on_date, counted, book, note, who, recorded ON box_count
BEGIN SELECT RAISE(ABORT, 'box_count stays as it was written'); END;

CREATE TRIGGER box_count_explained BEFORE DELETE ON box_count WHEN OLD.entry IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'the count is explained by an entry'); END;

CREATE TRIGGER box_count_no_replace BEFORE INSERT ON box_count WHEN EXISTS (SELECT 1 FROM box_count WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'box_count exists already'); END;

CREATE TRIGGER stock_count_fixed BEFORE UPDATE ON stock_count
BEGIN SELECT RAISE(ABORT, 'stock_count stays as it was written'); END;

CREATE TRIGGER stock_count_no_replace BEFORE INSERT ON stock_count WHEN EXISTS (SELECT 1 FROM stock_count WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'stock_count exists already'); END;

CREATE TRIGGER stock_line_fixed BEFORE UPDATE ON stock_line
BEGIN SELECT RAISE(ABORT, 'stock_line stays as it was written'); END;

CREATE TRIGGER stock_line_no_replace BEFORE INSERT ON stock_line WHEN EXISTS (SELECT 1 FROM stock_line WHERE (stock_count, line) = (NEW.stock_count, NEW.line))
BEGIN SELECT RAISE(ABORT, 'stock_line exists already'); END;

CREATE TRIGGER livestock_fixed BEFORE UPDATE ON livestock
BEGIN SELECT RAISE(ABORT, 'livestock stays as it was written'); END;

CREATE TRIGGER livestock_no_replace BEFORE INSERT ON livestock WHEN EXISTS (SELECT 1 FROM livestock WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'livestock exists already'); END;

CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision
BEGIN SELECT RAISE(ABORT, 'decision is never deleted'); END;

CREATE TRIGGER decision_no_replace BEFORE INSERT ON decision WHEN EXISTS (SELECT 1 FROM decision WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'decision exists already'); END;

CREATE TRIGGER decision_id_fixed BEFORE UPDATE OF id ON decision
BEGIN SELECT RAISE(ABORT, 'decision keeps its id'); END;

CREATE TRIGGER meeting_decision_fixed BEFORE UPDATE OF decision, meeting, no ON meeting_decision
BEGIN SELECT RAISE(ABORT, 'meeting_decision stays as it was written'); END;

CREATE TRIGGER meeting_decision_no_delete BEFORE DELETE ON meeting_decision
BEGIN SELECT RAISE(ABORT, 'meeting_decision is never deleted'); END;

CREATE TRIGGER meeting_decision_no_replace BEFORE INSERT ON meeting_decision WHEN EXISTS (SELECT 1 FROM meeting_decision WHERE (decision) = (NEW.decision) OR (meeting, no) = (NEW.meeting, NEW.no))
BEGIN SELECT RAISE(ABORT, 'meeting_decision exists already'); END;

CREATE TRIGGER attendance_fined BEFORE DELETE ON attendance WHEN EXISTS (SELECT 1 FROM meeting_fine WHERE meeting = OLD.meeting AND person = OLD.person)
BEGIN SELECT RAISE(ABORT, 'a fine was paid for it'); END;

CREATE TRIGGER attendance_no_replace BEFORE INSERT ON attendance WHEN EXISTS (SELECT 1 FROM attendance WHERE (meeting, person) = (NEW.meeting, NEW.person))
BEGIN SELECT RAISE(ABORT, 'attendance exists already'); END;

CREATE TRIGGER meeting_no_delete BEFORE DELETE ON meeting
BEGIN SELECT RAISE(ABORT, 'meeting is never deleted'); END;

CREATE TRIGGER meeting_no_replace BEFORE INSERT ON meeting WHEN EXISTS (SELECT 1 FROM meeting WHERE (id) = (NEW.id))
BEGIN SELECT RAISE(ABORT, 'meeting exists already'); END;

CREATE TRIGGER guest_fixed BEFORE UPDATE OF id, year, no, who, recorded ON guest
BEGIN SELECT RAISE(ABORT, 'guest stays as it was written'); END;

CREATE TRIGGER guest_no_delete BEFORE DELETE ON guest
BEGIN SELECT RAISE(ABORT, 'guest is never deleted'); END;

CREATE TRIGGER guest_no_replace BEFORE INSERT ON guest WHEN EXISTS (SELECT 1 FROM guest WHERE (id) = (NEW.id) OR (year, no) = (NEW.year, NEW.no))
BEGIN SELECT RAISE(ABORT, 'guest exists already'); END;

CREATE TRIGGER letter_fixed BEFORE UPDATE OF id, way, year, agenda, who, recorded ON letter
BEGIN SELECT RAISE(ABORT, 'letter stays as it was written'); END;

CREATE TRIGGER letter_no_delete BEFORE DELETE ON letter
BEGIN SELECT RAISE(ABORT, 'letter is never deleted'); END;

CREATE TRIGGER letter_no_replace BEFORE INSERT ON letter WHEN EXISTS (SELECT 1 FROM letter WHERE (id) = (NEW.id) OR (way, year, agenda) = (NEW.way, NEW.year, NEW.agenda))
BEGIN SELECT RAISE(ABORT, 'letter exists already'); END;

CREATE TRIGGER activity_fixed BEFORE UPDATE OF id, year, no, meeting, who, recorded ON activity
BEGIN SELECT RAISE(ABORT, 'activity stays as it was written'); END;

CREATE TRIGGER activity_no_delete BEFORE DELETE ON activity
BEGIN SELECT RAISE(ABORT, 'activity is never deleted'); END;

CREATE TRIGGER activity_no_replace BEFORE INSERT ON activity WHEN EXISTS (SELECT 1 FROM activity WHERE (id) = (NEW.id) OR (year, no) = (NEW.year, NEW.no) OR (meeting) = (NEW.meeting))
BEGIN SELECT RAISE(ABORT, 'activity exists already'); END;

CREATE TABLE record_link (
    id INTEGER PRIMARY KEY,
    who TEXT NOT NULL,
    recorded TEXT NOT NULL,
    after_entry INTEGER NOT NULL,
    after_closing INTEGER NOT NULL,
    form INTEGER NOT NULL CHECK (form = 1),
    previous TEXT NOT NULL,
    hash TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;

CREATE TABLE record_change (
    link INTEGER NOT NULL REFERENCES record_link (id) DEFERRABLE INITIALLY DEFERRED,
    line INTEGER NOT NULL CHECK (line >= 1),
    record TEXT NOT NULL,
    key TEXT NOT NULL,
    was TEXT,
    now TEXT CHECK (now IS NOT was),
    PRIMARY KEY (link, line)
) STRICT, WITHOUT ROWID;

CREATE TABLE closing_state (
    closing INTEGER PRIMARY KEY REFERENCES closing (id) DEFERRABLE INITIALLY DEFERRED,
    form INTEGER NOT NULL CHECK (form = 1),
    digest TEXT NOT NULL CHECK (length(digest) = 64)
) STRICT;

CREATE TRIGGER record_link_before_insert BEFORE INSERT ON record_link BEGIN
    SELECT RAISE(ABORT, 'record_link id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM record_link);
    SELECT RAISE(ABORT, 'record_link stands elsewhere in the chain')
        WHERE NEW.after_entry IS NOT (SELECT COALESCE(MAX(id), 0) FROM entry)
        OR NEW.after_closing IS NOT (SELECT COALESCE(MAX(id), 0) FROM closing);
    SELECT RAISE(ABORT, 'record_link does not follow the chain') WHERE NEW.previous IS NOT COALESCE(
    (SELECT hash FROM record_link WHERE id = (SELECT MAX(id) FROM record_link)
        AND after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) AND after_closing = (SELECT COALESCE(MAX(id), 0) FROM closing)),
    (SELECT hash FROM closing WHERE after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) ORDER BY id DESC LIMIT 1),
    (SELECT hash FROM entry ORDER BY id DESC LIMIT 1),
    (SELECT genesis FROM kube));
    SELECT RAISE(ABORT, 'record_link changes nothing') WHERE NOT EXISTS (SELECT 1 FROM record_change WHERE link = NEW.id);
    SELECT RAISE(ABORT, 'record_link hash exists already') WHERE EXISTS (SELECT 1 FROM record_link WHERE hash = NEW.hash);
END;

CREATE TRIGGER record_change_before_insert BEFORE INSERT ON record_change BEGIN
    SELECT RAISE(ABORT, 'record_change belongs to no new link')
        WHERE NEW.link IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM record_link);
    SELECT RAISE(ABORT, 'record_change line exists already')
        WHERE EXISTS (SELECT 1 FROM record_change WHERE link = NEW.link AND line = NEW.line);
END;

CREATE TRIGGER closing_state_before_insert BEFORE INSERT ON closing_state BEGIN
    SELECT RAISE(ABORT, 'closing_state belongs to no new closing')
        WHERE NEW.closing IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'closing_state exists already') WHERE EXISTS (SELECT 1 FROM closing_state WHERE closing = NEW.closing);
END;

CREATE TRIGGER record_link_no_update BEFORE UPDATE ON record_link BEGIN SELECT RAISE(ABORT, 'record_link is sealed'); END;

CREATE TRIGGER record_link_no_delete BEFORE DELETE ON record_link BEGIN SELECT RAISE(ABORT, 'record_link is sealed'); END;

CREATE TRIGGER record_change_no_update BEFORE UPDATE ON record_change BEGIN SELECT RAISE(ABORT, 'record_change is sealed'); END;

CREATE TRIGGER record_change_no_delete BEFORE DELETE ON record_change BEGIN SELECT RAISE(ABORT, 'record_change is sealed'); END;

CREATE TRIGGER closing_state_no_update BEFORE UPDATE ON closing_state BEGIN SELECT RAISE(ABORT, 'closing_state is sealed'); END;

CREATE TRIGGER closing_state_no_delete BEFORE DELETE ON closing_state BEGIN SELECT RAISE(ABORT, 'closing_state is sealed'); END;

CREATE TRIGGER entry_before_insert BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM entry);
    SELECT RAISE(ABORT, 'entry does not follow the chain') WHERE NEW.previous IS NOT COALESCE(
    (SELECT hash FROM record_link WHERE id = (SELECT MAX(id) FROM record_link)
        AND after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) AND after_closing = (SELECT COALESCE(MAX(id), 0) FROM closing)),
    (SELECT hash FROM closing WHERE after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) ORDER BY id DESC LIMIT 1),
    (SELECT hash FROM entry ORDER BY id DESC LIMIT 1),
    (SELECT genesis FROM kube));
    SELECT RAISE(ABORT, 'entry date is no date')
        WHERE date(NEW.date, '+0 days') IS NULL OR NEW.date IS NOT date(NEW.date, '+0 days');
    SELECT RAISE(ABORT, 'entry lies before the book opens') WHERE NEW.date < (SELECT opened FROM kube);
    SELECT RAISE(ABORT, 'month is closed') WHERE substr(NEW.date, 1, 7) <= (SELECT MAX(month) FROM closing AS c WHERE act = 'close'
    AND NOT EXISTS (SELECT 1 FROM closing AS later WHERE later.month = c.month AND later.id > c.id));
    SELECT RAISE(ABORT, 'entry year is not its date') WHERE NEW.year IS NOT CAST(substr(NEW.date, 1, 4) AS INTEGER);
    SELECT RAISE(ABORT, 'entry number is not the next') WHERE NEW.seq IS NOT
        (SELECT COALESCE(MAX(seq), 0) + 1 FROM entry WHERE series = NEW.series AND year = NEW.year);
    SELECT RAISE(ABORT, 'entry reverses what is not there') WHERE NEW.reverses IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM entry WHERE id = NEW.reverses);
    SELECT RAISE(ABORT, 'entry is reversed already') WHERE NEW.reverses IS NOT NULL
        AND EXISTS (SELECT 1 FROM entry WHERE reverses = NEW.reverses);
    SELECT RAISE(ABORT, 'entry hash exists already') WHERE EXISTS (SELECT 1 FROM entry WHERE hash = NEW.hash);
END;

CREATE TRIGGER closing_before_insert BEFORE INSERT ON closing BEGIN
    SELECT RAISE(ABORT, 'closing id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'closing stands elsewhere in the chain')
        WHERE NEW.after_entry IS NOT (SELECT COALESCE(MAX(id), 0) FROM entry);
    SELECT RAISE(ABORT, 'closing does not follow the chain') WHERE NEW.previous IS NOT COALESCE(
    (SELECT hash FROM record_link WHERE id = (SELECT MAX(id) FROM record_link)
        AND after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) AND after_closing = (SELECT COALESCE(MAX(id), 0) FROM closing)),
    (SELECT hash FROM closing WHERE after_entry = (SELECT COALESCE(MAX(id), 0) FROM entry) ORDER BY id DESC LIMIT 1),
    (SELECT hash FROM entry ORDER BY id DESC LIMIT 1),
    (SELECT genesis FROM kube));
    SELECT RAISE(ABORT, 'months close in order') WHERE NEW.act = 'close' AND NEW.month IS NOT
        COALESCE(strftime('%Y-%m', (SELECT MAX(month) FROM closing AS c WHERE act = 'close'
    AND NOT EXISTS (SELECT 1 FROM closing AS later WHERE later.month = c.month AND later.id > c.id)) || '-01', '+1 month'), (SELECT substr(opened, 1, 7) FROM kube));
    SELECT RAISE(ABORT, 'months reopen from the last') WHERE NEW.act = 'reopen' AND NEW.month IS NOT (SELECT MAX(month) FROM closing AS c WHERE act = 'close'
    AND NOT EXISTS (SELECT 1 FROM closing AS later WHERE later.month = c.month AND later.id > c.id));
    SELECT RAISE(ABORT, 'reopening needs a reason') WHERE NEW.act = 'reopen' AND COALESCE(trim(NEW.reason), '') = '';
    SELECT RAISE(ABORT, 'closing number is not the next') WHERE NEW.serial IS NOT
        (SELECT COUNT(*) FROM closing WHERE month = NEW.month AND act = 'close') + (NEW.act = 'close');
    SELECT RAISE(ABORT, 'closing hash exists already') WHERE EXISTS (SELECT 1 FROM closing WHERE hash = NEW.hash);
    SELECT RAISE(ABORT, 'closing has no state of the records') WHERE NEW.act = 'close'
        AND NOT EXISTS (SELECT 1 FROM closing_state WHERE closing = NEW.id);
END;

CREATE TRIGGER alembic_version_kept_insert AFTER INSERT ON alembic_version BEGIN
    SELECT kubebuku_kept('alembic_version', NULL, NULL, NULL);
END;

CREATE TRIGGER alembic_version_kept_update AFTER UPDATE ON alembic_version BEGIN
    SELECT kubebuku_kept('alembic_version', NULL, NULL, NULL);
END;

CREATE TRIGGER alembic_version_kept_delete AFTER DELETE ON alembic_version BEGIN
    SELECT kubebuku_kept('alembic_version', NULL, NULL, NULL);
END;

CREATE TRIGGER kube_kept_insert AFTER INSERT ON kube BEGIN
    SELECT kubebuku_kept('kube', NEW.id, NULL, json_patch('{}', json_object('address', NEW.address, 'bank_account', NEW.bank_account, 'bank_name', NEW.bank_name, 'book_id', NEW.book_id, 'business', NEW.business, 'city', NEW.city, 'companion', NEW.companion, 'decree', NEW.decree, 'district', NEW.district, 'founded', NEW.founded, 'genesis', NEW.genesis, 'icon', NEW.icon, 'id', NEW.id, 'name', NEW.name, 'neighbourhood', NEW.neighbourhood, 'opened', NEW.opened, 'phone', NEW.phone, 'practice', NEW.practice, 'province', NEW.province, 'village', NEW.village, 'village_head', NEW.village_head, 'village_head_nip', NEW.village_head_nip)));
END;

CREATE TRIGGER kube_kept_update AFTER UPDATE ON kube BEGIN
    SELECT kubebuku_kept('kube', OLD.id, json_patch('{}', json_object('address', OLD.address, 'bank_account', OLD.bank_account, 'bank_name', OLD.bank_name, 'book_id', OLD.book_id, 'business', OLD.business, 'city', OLD.city, 'companion', OLD.companion, 'decree', OLD.decree, 'district', OLD.district, 'founded', OLD.founded, 'genesis', OLD.genesis, 'icon', OLD.icon, 'id', OLD.id, 'name', OLD.name, 'neighbourhood', OLD.neighbourhood, 'opened', OLD.opened, 'phone', OLD.phone, 'practice', OLD.practice, 'province', OLD.province, 'village', OLD.village, 'village_head', OLD.village_head, 'village_head_nip', OLD.village_head_nip)), NULL);
    SELECT kubebuku_kept('kube', NEW.id, NULL, json_patch('{}', json_object('address', NEW.address, 'bank_account', NEW.bank_account, 'bank_name', NEW.bank_name, 'book_id', NEW.book_id, 'business', NEW.business, 'city', NEW.city, 'companion', NEW.companion, 'decree', NEW.decree, 'district', NEW.district, 'founded', NEW.founded, 'genesis', NEW.genesis, 'icon', NEW.icon, 'id', NEW.id, 'name', NEW.name, 'neighbourhood', NEW.neighbourhood, 'opened', NEW.opened, 'phone', NEW.phone, 'practice', NEW.practice, 'province', NEW.province, 'village', NEW.village, 'village_head', NEW.village_head, 'village_head_nip', NEW.village_head_nip)));
END;

CREATE TRIGGER kube_kept_delete AFTER DELETE ON kube BEGIN
    SELECT kubebuku_kept('kube', OLD.id, json_patch('{}', json_object('address', OLD.address, 'bank_account', OLD.bank_account, 'bank_name', OLD.bank_name, 'book_id', OLD.book_id, 'business', OLD.business, 'city', OLD.city, 'companion', OLD.companion, 'decree', OLD.decree, 'district', OLD.district, 'founded', OLD.founded, 'genesis', OLD.genesis, 'icon', OLD.icon, 'id', OLD.id, 'name', OLD.name, 'neighbourhood', OLD.neighbourhood, 'opened', OLD.opened, 'phone', OLD.phone, 'practice', OLD.practice, 'province', OLD.province, 'village', OLD.village, 'village_head', OLD.village_head, 'village_head_nip', OLD.village_head_nip)), NULL);
END;

CREATE TRIGGER setting_kept_insert AFTER INSERT ON setting BEGIN
    SELECT kubebuku_kept('setting', NEW.key, NULL, json_patch('{}', json_object('key', NEW.key, 'value', NEW.value)));
END;

CREATE TRIGGER setting_kept_update AFTER UPDATE ON setting BEGIN
    SELECT kubebuku_kept('setting', OLD.key, json_patch('{}', json_object('key', OLD.key, 'value', OLD.value)), NULL);
    SELECT kubebuku_kept('setting', NEW.key, NULL, json_patch('{}', json_object('key', NEW.key, 'value', NEW.value)));
END;

CREATE TRIGGER setting_kept_delete AFTER DELETE ON setting BEGIN
    SELECT kubebuku_kept('setting', OLD.key, json_patch('{}', json_object('key', OLD.key, 'value', OLD.value)), NULL);
END;

CREATE TRIGGER account_kept_insert AFTER INSERT ON account BEGIN
    SELECT kubebuku_kept('account', NEW.code, NULL, json_patch('{}', json_object('box', NEW.box, 'cashflow', NEW.cashflow, 'closed', NEW.closed, 'code', NEW.code, 'kind', NEW.kind, 'label', NEW.label, 'needs', NEW.needs, 'parent', NEW.parent)));
END;

CREATE TRIGGER account_kept_update AFTER UPDATE ON account BEGIN
    SELECT kubebuku_kept('account', OLD.code, json_patch('{}', json_object('box', OLD.box, 'cashflow', OLD.cashflow, 'closed', OLD.closed, 'code', OLD.code, 'kind', OLD.kind, 'label', OLD.label, 'needs', OLD.needs, 'parent', OLD.parent)), NULL);
    SELECT kubebuku_kept('account', NEW.code, NULL, json_patch('{}', json_object('box', NEW.box, 'cashflow', NEW.cashflow, 'closed', NEW.closed, 'code', NEW.code, 'kind', NEW.kind, 'label', NEW.label, 'needs', NEW.needs, 'parent', NEW.parent)));
END;

CREATE TRIGGER account_kept_delete AFTER DELETE ON account BEGIN
    SELECT kubebuku_kept('account', OLD.code, json_patch('{}', json_object('box', OLD.box, 'cashflow', OLD.cashflow, 'closed', OLD.closed, 'code', OLD.code, 'kind', OLD.kind, 'label', OLD.label, 'needs', OLD.needs, 'parent', OLD.parent)), NULL);
END;

CREATE TRIGGER unit_kept_insert AFTER INSERT ON unit BEGIN
    SELECT kubebuku_kept('unit', NEW.id, NULL, json_patch('{}', json_object('closed', NEW.closed, 'icon', NEW.icon, 'id', NEW.id, 'kind', NEW.kind, 'label', NEW.label, 'opened', NEW.opened)));
END;

CREATE TRIGGER unit_kept_update AFTER UPDATE ON unit BEGIN
    SELECT kubebuku_kept('unit', OLD.id, json_patch('{}', json_object('closed', OLD.closed, 'icon', OLD.icon, 'id', OLD.id, 'kind', OLD.kind, 'label', OLD.label, 'opened', OLD.opened)), NULL);
    SELECT kubebuku_kept('unit', NEW.id, NULL, json_patch('{}', json_object('closed', NEW.closed, 'icon', NEW.icon, 'id', NEW.id, 'kind', NEW.kind, 'label', NEW.label, 'opened', NEW.opened)));
END;

CREATE TRIGGER unit_kept_delete AFTER DELETE ON unit BEGIN
    SELECT kubebuku_kept('unit', OLD.id, json_patch('{}', json_object('closed', OLD.closed, 'icon', OLD.icon, 'id', OLD.id, 'kind', OLD.kind, 'label', OLD.label, 'opened', OLD.opened)), NULL);
END;

CREATE TRIGGER person_kept_insert AFTER INSERT ON person BEGIN
    SELECT kubebuku_kept('person', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'name', NEW.name, 'standing', NEW.standing)));
END;

CREATE TRIGGER person_kept_update AFTER UPDATE ON person BEGIN
    SELECT kubebuku_kept('person', OLD.id, json_patch('{}', json_object('id', OLD.id, 'name', OLD.name, 'standing', OLD.standing)), NULL);
    SELECT kubebuku_kept('person', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'name', NEW.name, 'standing', NEW.standing)));
END;

CREATE TRIGGER person_kept_delete AFTER DELETE ON person BEGIN
    SELECT kubebuku_kept('person', OLD.id, json_patch('{}', json_object('id', OLD.id, 'name', OLD.name, 'standing', OLD.standing)), NULL);
END;

CREATE TRIGGER decision_kept_insert AFTER INSERT ON decision BEGIN
    SELECT kubebuku_kept('decision', NEW.id, NULL, json_patch('{}', json_object('decided', NEW.decided, 'id', NEW.id, 'label', NEW.label, 'standing', NEW.standing)));
END;

CREATE TRIGGER decision_kept_update AFTER UPDATE ON decision BEGIN
    SELECT kubebuku_kept('decision', OLD.id, json_patch('{}', json_object('decided', OLD.decided, 'id', OLD.id, 'label', OLD.label, 'standing', OLD.standing)), NULL);
    SELECT kubebuku_kept('decision', NEW.id, NULL, json_patch('{}', json_object('decided', NEW.decided, 'id', NEW.id, 'label', NEW.label, 'standing', NEW.standing)));
END;

CREATE TRIGGER decision_kept_delete AFTER DELETE ON decision BEGIN
    SELECT kubebuku_kept('decision', OLD.id, json_patch('{}', json_object('decided', OLD.decided, 'id', OLD.id, 'label', OLD.label, 'standing', OLD.standing)), NULL);
END;

CREATE TRIGGER loan_kept_insert AFTER INSERT ON loan BEGIN
    SELECT kubebuku_kept('loan', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'label', NEW.label, 'opened', NEW.opened, 'person', NEW.person, 'principal', NEW.principal, 'standing', NEW.standing)));
END;

CREATE TRIGGER loan_kept_update AFTER UPDATE ON loan BEGIN
    SELECT kubebuku_kept('loan', OLD.id, json_patch('{}', json_object('id', OLD.id, 'label', OLD.label, 'opened', OLD.opened, 'person', OLD.person, 'principal', OLD.principal, 'standing', OLD.standing)), NULL);
    SELECT kubebuku_kept('loan', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'label', NEW.label, 'opened', NEW.opened, 'person', NEW.person, 'principal', NEW.principal, 'standing', NEW.standing)));
END;

CREATE TRIGGER loan_kept_delete AFTER DELETE ON loan BEGIN
    SELECT kubebuku_kept('loan', OLD.id, json_patch('{}', json_object('id', OLD.id, 'label', OLD.label, 'opened', OLD.opened, 'person', OLD.person, 'principal', OLD.principal, 'standing', OLD.standing)), NULL);
END;

CREATE TRIGGER item_kept_insert AFTER INSERT ON item BEGIN
    SELECT kubebuku_kept('item', NEW.id, NULL, json_patch('{}', json_object('acquired', NEW.acquired, 'id', NEW.id, 'label', NEW.label, 'number', NEW.number, 'standing', NEW.standing, 'value', NEW.value)));
END;

CREATE TRIGGER item_kept_update AFTER UPDATE ON item BEGIN
    SELECT kubebuku_kept('item', OLD.id, json_patch('{}', json_object('acquired', OLD.acquired, 'id', OLD.id, 'label', OLD.label, 'number', OLD.number, 'standing', OLD.standing, 'value', OLD.value)), NULL);
    SELECT kubebuku_kept('item', NEW.id, NULL, json_patch('{}', json_object('acquired', NEW.acquired, 'id', NEW.id, 'label', NEW.label, 'number', NEW.number, 'standing', NEW.standing, 'value', NEW.value)));
END;

CREATE TRIGGER item_kept_delete AFTER DELETE ON item BEGIN
    SELECT kubebuku_kept('item', OLD.id, json_patch('{}', json_object('acquired', OLD.acquired, 'id', OLD.id, 'label', OLD.label, 'number', OLD.number, 'standing', OLD.standing, 'value', OLD.value)), NULL);
END;

CREATE TRIGGER entry_kept_insert AFTER INSERT ON entry BEGIN
    SELECT kubebuku_kept('entry', NULL, NULL, NULL);
END;

CREATE TRIGGER entry_kept_update AFTER UPDATE ON entry BEGIN
    SELECT kubebuku_kept('entry', NULL, NULL, NULL);
END;

CREATE TRIGGER entry_kept_delete AFTER DELETE ON entry BEGIN
    SELECT kubebuku_kept('entry', NULL, NULL, NULL);
END;

CREATE TRIGGER posting_kept_insert AFTER INSERT ON posting BEGIN
    SELECT kubebuku_kept('posting', NULL, NULL, NULL);
END;

CREATE TRIGGER posting_kept_update AFTER UPDATE ON posting BEGIN
    SELECT kubebuku_kept('posting', NULL, NULL, NULL);
END;

CREATE TRIGGER posting_kept_delete AFTER DELETE ON posting BEGIN
    SELECT kubebuku_kept('posting', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_kept_insert AFTER INSERT ON closing BEGIN
    SELECT kubebuku_kept('closing', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_kept_update AFTER UPDATE ON closing BEGIN
    SELECT kubebuku_kept('closing', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_kept_delete AFTER DELETE ON closing BEGIN
    SELECT kubebuku_kept('closing', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_balance_kept_insert AFTER INSERT ON closing_balance BEGIN
    SELECT kubebuku_kept('closing_balance', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_balance_kept_update AFTER UPDATE ON closing_balance BEGIN
    SELECT kubebuku_kept('closing_balance', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_balance_kept_delete AFTER DELETE ON closing_balance BEGIN
    SELECT kubebuku_kept('closing_balance', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_count_kept_insert AFTER INSERT ON closing_count BEGIN
    SELECT kubebuku_kept('closing_count', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_count_kept_update AFTER UPDATE ON closing_count BEGIN
    SELECT kubebuku_kept('closing_count', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_count_kept_delete AFTER DELETE ON closing_count BEGIN
    SELECT kubebuku_kept('closing_count', NULL, NULL, NULL);
END;

CREATE TRIGGER act_kept_insert AFTER INSERT ON act BEGIN
    SELECT kubebuku_kept('act', NEW.entry, NULL, json_patch('{}', json_object('command', NEW.command, 'data', NEW.data, 'entry', NEW.entry, 'key', NEW.key, 'reason', NEW.reason, 'replaces', NEW.replaces)));
END;

CREATE TRIGGER act_kept_update AFTER UPDATE ON act BEGIN
    SELECT kubebuku_kept('act', OLD.entry, json_patch('{}', json_object('command', OLD.command, 'data', OLD.data, 'entry', OLD.entry, 'key', OLD.key, 'reason', OLD.reason, 'replaces', OLD.replaces)), NULL);
    SELECT kubebuku_kept('act', NEW.entry, NULL, json_patch('{}', json_object('command', NEW.command, 'data', NEW.data, 'entry', NEW.entry, 'key', NEW.key, 'reason', NEW.reason, 'replaces', NEW.replaces)));
END;

CREATE TRIGGER act_kept_delete AFTER DELETE ON act BEGIN
    SELECT kubebuku_kept('act', OLD.entry, json_patch('{}', json_object('command', OLD.command, 'data', OLD.data, 'entry', OLD.entry, 'key', OLD.key, 'reason', OLD.reason, 'replaces', OLD.replaces)), NULL);
END;

CREATE TRIGGER pending_kept_insert AFTER INSERT ON pending BEGIN
    SELECT kubebuku_kept('pending', NEW.id, NULL, json_patch('{}', json_object('amount', NEW.amount, 'command', NEW.command, 'data', NEW.data, 'date', NEW.date, 'description', NEW.description, 'entry', NEW.entry, 'id', NEW.id, 'reason', NEW.reason, 'recorded', NEW.recorded, 'settled', NEW.settled, 'who', NEW.who)));
END;

CREATE TRIGGER pending_kept_update AFTER UPDATE ON pending BEGIN
    SELECT kubebuku_kept('pending', OLD.id, json_patch('{}', json_object('amount', OLD.amount, 'command', OLD.command, 'data', OLD.data, 'date', OLD.date, 'description', OLD.description, 'entry', OLD.entry, 'id', OLD.id, 'reason', OLD.reason, 'recorded', OLD.recorded, 'settled', OLD.settled, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('pending', NEW.id, NULL, json_patch('{}', json_object('amount', NEW.amount, 'command', NEW.command, 'data', NEW.data, 'date', NEW.date, 'description', NEW.description, 'entry', NEW.entry, 'id', NEW.id, 'reason', NEW.reason, 'recorded', NEW.recorded, 'settled', NEW.settled, 'who', NEW.who)));
END;

CREATE TRIGGER pending_kept_delete AFTER DELETE ON pending BEGIN
    SELECT kubebuku_kept('pending', OLD.id, json_patch('{}', json_object('amount', OLD.amount, 'command', OLD.command, 'data', OLD.data, 'date', OLD.date, 'description', OLD.description, 'entry', OLD.entry, 'id', OLD.id, 'reason', OLD.reason, 'recorded', OLD.recorded, 'settled', OLD.settled, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER member_kept_insert AFTER INSERT ON member BEGIN
    SELECT kubebuku_kept('member', NEW.person, NULL, json_patch('{}', json_object('address', NEW.address, 'birth_date', NEW.birth_date, 'birth_place', NEW.birth_place, 'education', NEW.education, 'family_card', NEW.family_card, 'joined', NEW.joined, 'left_on', NEW.left_on, 'left_reason', NEW.left_reason, 'marital', NEW.marital, 'neighbourhood', NEW.neighbourhood, 'nik', NEW.nik, 'note', NEW.note, 'number', NEW.number, 'occupation', NEW.occupation, 'person', NEW.person, 'phone', NEW.phone, 'sex', NEW.sex)));
END;

CREATE TRIGGER member_kept_update AFTER UPDATE ON member BEGIN
    SELECT kubebuku_kept('member', OLD.person, json_patch('{}', json_object('address', OLD.address, 'birth_date', OLD.birth_date, 'birth_place', OLD.birth_place, 'education', OLD.education, 'family_card', OLD.family_card, 'joined', OLD.joined, 'left_on', OLD.left_on, 'left_reason', OLD.left_reason, 'marital', OLD.marital, 'neighbourhood', OLD.neighbourhood, 'nik', OLD.nik, 'note', OLD.note, 'number', OLD.number, 'occupation', OLD.occupation, 'person', OLD.person, 'phone', OLD.phone, 'sex', OLD.sex)), NULL);
    SELECT kubebuku_kept('member', NEW.person, NULL, json_patch('{}', json_object('address', NEW.address, 'birth_date', NEW.birth_date, 'birth_place', NEW.birth_place, 'education', NEW.education, 'family_card', NEW.family_card, 'joined', NEW.joined, 'left_on', NEW.left_on, 'left_reason', NEW.left_reason, 'marital', NEW.marital, 'neighbourhood', NEW.neighbourhood, 'nik', NEW.nik, 'note', NEW.note, 'number', NEW.number, 'occupation', NEW.occupation, 'person', NEW.person, 'phone', NEW.phone, 'sex', NEW.sex)));
END;

CREATE TRIGGER member_kept_delete AFTER DELETE ON member BEGIN
    SELECT kubebuku_kept('member', OLD.person, json_patch('{}', json_object('address', OLD.address, 'birth_date', OLD.birth_date, 'birth_place', OLD.birth_place, 'education', OLD.education, 'family_card', OLD.family_card, 'joined', OLD.joined, 'left_on', OLD.left_on, 'left_reason', OLD.left_reason, 'marital', OLD.marital, 'neighbourhood', OLD.neighbourhood, 'nik', OLD.nik, 'note', OLD.note, 'number', OLD.number, 'occupation', OLD.occupation, 'person', OLD.person, 'phone', OLD.phone, 'sex', OLD.sex)), NULL);
END;

CREATE TRIGGER outsider_kept_insert AFTER INSERT ON outsider BEGIN
    SELECT kubebuku_kept('outsider', NEW.person, NULL, json_patch('{}', json_object('address', NEW.address, 'nik', NEW.nik, 'note', NEW.note, 'person', NEW.person, 'phone', NEW.phone)));
END;

CREATE TRIGGER outsider_kept_update AFTER UPDATE ON outsider BEGIN
    SELECT kubebuku_kept('outsider', OLD.person, json_patch('{}', json_object('address', OLD.address, 'nik', OLD.nik, 'note', OLD.note, 'person', OLD.person, 'phone', OLD.phone)), NULL);
    SELECT kubebuku_kept('outsider', NEW.person, NULL, json_patch('{}', json_object('address', NEW.address, 'nik', NEW.nik, 'note', NEW.note, 'person', NEW.person, 'phone', NEW.phone)));
END;

CREATE TRIGGER outsider_kept_delete AFTER DELETE ON outsider BEGIN
    SELECT kubebuku_kept('outsider', OLD.person, json_patch('{}', json_object('address', OLD.address, 'nik', OLD.nik, 'note', OLD.note, 'person', OLD.person, 'phone', OLD.phone)), NULL);
END;

CREATE TRIGGER officer_term_kept_insert AFTER INSERT ON officer_term BEGIN
    SELECT kubebuku_kept('officer_term', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'person', NEW.person, 'reason', NEW.reason, 'role', NEW.role, 'since', NEW.since, 'until', NEW.until)));
END;

CREATE TRIGGER officer_term_kept_update AFTER UPDATE ON officer_term BEGIN
    SELECT kubebuku_kept('officer_term', OLD.id, json_patch('{}', json_object('id', OLD.id, 'person', OLD.person, 'reason', OLD.reason, 'role', OLD.role, 'since', OLD.since, 'until', OLD.until)), NULL);
    SELECT kubebuku_kept('officer_term', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'person', NEW.person, 'reason', NEW.reason, 'role', NEW.role, 'since', NEW.since, 'until', NEW.until)));
END;

CREATE TRIGGER officer_term_kept_delete AFTER DELETE ON officer_term BEGIN
    SELECT kubebuku_kept('officer_term', OLD.id, json_patch('{}', json_object('id', OLD.id, 'person', OLD.person, 'reason', OLD.reason, 'role', OLD.role, 'since', OLD.since, 'until', OLD.until)), NULL);
END;

CREATE TRIGGER box_count_kept_insert AFTER INSERT ON box_count BEGIN
    SELECT kubebuku_kept('box_count', NEW.id, NULL, json_patch('{}', json_object('account', NEW.account, 'book', NEW.book, 'counted', NEW.counted, 'entry', NEW.entry, 'id', NEW.id, 'note', NEW.note, 'on_date', NEW.on_date, 'recorded', NEW.recorded, 'who', NEW.who)));
END;

CREATE TRIGGER box_count_kept_update AFTER UPDATE ON box_count BEGIN
    SELECT kubebuku_kept('box_count', OLD.id, json_patch('{}', json_object('account', OLD.account, 'book', OLD.book, 'counted', OLD.counted, 'entry', OLD.entry, 'id', OLD.id, 'note', OLD.note, 'on_date', OLD.on_date, 'recorded', OLD.recorded, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('box_count', NEW.id, NULL, json_patch('{}', json_object('account', NEW.account, 'book', NEW.book, 'counted', NEW.counted, 'entry', NEW.entry, 'id', NEW.id, 'note', NEW.note, 'on_date', NEW.on_date, 'recorded', NEW.recorded, 'who', NEW.who)));
END;

CREATE TRIGGER box_count_kept_delete AFTER DELETE ON box_count BEGIN
    SELECT kubebuku_kept('box_count', OLD.id, json_patch('{}', json_object('account', OLD.account, 'book', OLD.book, 'counted', OLD.counted, 'entry', OLD.entry, 'id', OLD.id, 'note', OLD.note, 'on_date', OLD.on_date, 'recorded', OLD.recorded, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER aid_kept_insert AFTER INSERT ON aid BEGIN
    SELECT kubebuku_kept('aid', NEW.id, NULL, json_patch('{}', json_object('form', NEW.form, 'giver', NEW.giver, 'id', NEW.id, 'kind', NEW.kind, 'label', NEW.label, 'note', NEW.note, 'year', NEW.year)));
END;

CREATE TRIGGER aid_kept_update AFTER UPDATE ON aid BEGIN
    SELECT kubebuku_kept('aid', OLD.id, json_patch('{}', json_object('form', OLD.form, 'giver', OLD.giver, 'id', OLD.id, 'kind', OLD.kind, 'label', OLD.label, 'note', OLD.note, 'year', OLD.year)), NULL);
    SELECT kubebuku_kept('aid', NEW.id, NULL, json_patch('{}', json_object('form', NEW.form, 'giver', NEW.giver, 'id', NEW.id, 'kind', NEW.kind, 'label', NEW.label, 'note', NEW.note, 'year', NEW.year)));
END;

CREATE TRIGGER aid_kept_delete AFTER DELETE ON aid BEGIN
    SELECT kubebuku_kept('aid', OLD.id, json_patch('{}', json_object('form', OLD.form, 'giver', OLD.giver, 'id', OLD.id, 'kind', OLD.kind, 'label', OLD.label, 'note', OLD.note, 'year', OLD.year)), NULL);
END;

CREATE TRIGGER aid_entry_kept_insert AFTER INSERT ON aid_entry BEGIN
    SELECT kubebuku_kept('aid_entry', NEW.entry, NULL, json_patch('{}', json_object('aid', NEW.aid, 'entry', NEW.entry, 'role', NEW.role)));
END;

CREATE TRIGGER aid_entry_kept_update AFTER UPDATE ON aid_entry BEGIN
    SELECT kubebuku_kept('aid_entry', OLD.entry, json_patch('{}', json_object('aid', OLD.aid, 'entry', OLD.entry, 'role', OLD.role)), NULL);
    SELECT kubebuku_kept('aid_entry', NEW.entry, NULL, json_patch('{}', json_object('aid', NEW.aid, 'entry', NEW.entry, 'role', NEW.role)));
END;

CREATE TRIGGER aid_entry_kept_delete AFTER DELETE ON aid_entry BEGIN
    SELECT kubebuku_kept('aid_entry', OLD.entry, json_patch('{}', json_object('aid', OLD.aid, 'entry', OLD.entry, 'role', OLD.role)), NULL);
END;

CREATE TRIGGER stock_count_kept_insert AFTER INSERT ON stock_count BEGIN
    SELECT kubebuku_kept('stock_count', NEW.id, NULL, json_patch('{}', json_object('account', NEW.account, 'entry', NEW.entry, 'id', NEW.id, 'on_date', NEW.on_date, 'recorded', NEW.recorded, 'unit', NEW.unit, 'who', NEW.who)));
END;

CREATE TRIGGER stock_count_kept_update AFTER UPDATE ON stock_count BEGIN
    SELECT kubebuku_kept('stock_count', OLD.id, json_patch('{}', json_object('account', OLD.account, 'entry', OLD.entry, 'id', OLD.id, 'on_date', OLD.on_date, 'recorded', OLD.recorded, 'unit', OLD.unit, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('stock_count', NEW.id, NULL, json_patch('{}', json_object('account', NEW.account, 'entry', NEW.entry, 'id', NEW.id, 'on_date', NEW.on_date, 'recorded', NEW.recorded, 'unit', NEW.unit, 'who', NEW.who)));
END;

CREATE TRIGGER stock_count_kept_delete AFTER DELETE ON stock_count BEGIN
    SELECT kubebuku_kept('stock_count', OLD.id, json_patch('{}', json_object('account', OLD.account, 'entry', OLD.entry, 'id', OLD.id, 'on_date', OLD.on_date, 'recorded', OLD.recorded, 'unit', OLD.unit, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER stock_line_kept_insert AFTER INSERT ON stock_line BEGIN
    SELECT kubebuku_kept('stock_line', NEW.stock_count || '/' || NEW.line, NULL, json_patch('{}', json_object('line', NEW.line, 'measure', NEW.measure, 'name', NEW.name, 'price', NEW.price, 'quantity_milli', NEW.quantity_milli, 'stock_count', NEW.stock_count)));
END;

CREATE TRIGGER stock_line_kept_update AFTER UPDATE ON stock_line BEGIN
    SELECT kubebuku_kept('stock_line', OLD.stock_count || '/' || OLD.line, json_patch('{}', json_object('line', OLD.line, 'measure', OLD.measure, 'name', OLD.name, 'price', OLD.price, 'quantity_milli', OLD.quantity_milli, 'stock_count', OLD.stock_count)), NULL);
    SELECT kubebuku_kept('stock_line', NEW.stock_count || '/' || NEW.line, NULL, json_patch('{}', json_object('line', NEW.line, 'measure', NEW.measure, 'name', NEW.name, 'price', NEW.price, 'quantity_milli', NEW.quantity_milli, 'stock_count', NEW.stock_count)));
END;

CREATE TRIGGER stock_line_kept_delete AFTER DELETE ON stock_line BEGIN
    SELECT kubebuku_kept('stock_line', OLD.stock_count || '/' || OLD.line, json_patch('{}', json_object('line', OLD.line, 'measure', OLD.measure, 'name', OLD.name, 'price', OLD.price, 'quantity_milli', OLD.quantity_milli, 'stock_count', OLD.stock_count)), NULL);
END;

CREATE TRIGGER livestock_kept_insert AFTER INSERT ON livestock BEGIN
    SELECT kubebuku_kept('livestock', NEW.id, NULL, json_patch('{}', json_object('animal', NEW.animal, 'cause', NEW.cause, 'change', NEW.change, 'entry', NEW.entry, 'id', NEW.id, 'note', NEW.note, 'on_date', NEW.on_date, 'unit', NEW.unit)));
END;

CREATE TRIGGER livestock_kept_update AFTER UPDATE ON livestock BEGIN
    SELECT kubebuku_kept('livestock', OLD.id, json_patch('{}', json_object('animal', OLD.animal, 'cause', OLD.cause, 'change', OLD.change, 'entry', OLD.entry, 'id', OLD.id, 'note', OLD.note, 'on_date', OLD.on_date, 'unit', OLD.unit)), NULL);
    SELECT kubebuku_kept('livestock', NEW.id, NULL, json_patch('{}', json_object('animal', NEW.animal, 'cause', NEW.cause, 'change', NEW.change, 'entry', NEW.entry, 'id', NEW.id, 'note', NEW.note, 'on_date', NEW.on_date, 'unit', NEW.unit)));
END;

CREATE TRIGGER livestock_kept_delete AFTER DELETE ON livestock BEGIN
    SELECT kubebuku_kept('livestock', OLD.id, json_patch('{}', json_object('animal', OLD.animal, 'cause', OLD.cause, 'change', OLD.change, 'entry', OLD.entry, 'id', OLD.id, 'note', OLD.note, 'on_date', OLD.on_date, 'unit', OLD.unit)), NULL);
END;

CREATE TRIGGER equipment_kept_insert AFTER INSERT ON equipment BEGIN
    SELECT kubebuku_kept('equipment', NEW.item, NULL, json_patch('{}', json_object('aid', NEW.aid, 'condition', NEW.condition, 'ended', NEW.ended, 'for_hire', NEW.for_hire, 'item', NEW.item, 'keeper', NEW.keeper, 'life_months', NEW.life_months, 'measure', NEW.measure, 'note', NEW.note, 'place', NEW.place, 'quantity', NEW.quantity, 'residual', NEW.residual, 'source', NEW.source, 'unit', NEW.unit, 'without_value', NEW.without_value)));
END;

CREATE TRIGGER equipment_kept_update AFTER UPDATE ON equipment BEGIN
    SELECT kubebuku_kept('equipment', OLD.item, json_patch('{}', json_object('aid', OLD.aid, 'condition', OLD.condition, 'ended', OLD.ended, 'for_hire', OLD.for_hire, 'item', OLD.item, 'keeper', OLD.keeper, 'life_months', OLD.life_months, 'measure', OLD.measure, 'note', OLD.note, 'place', OLD.place, 'quantity', OLD.quantity, 'residual', OLD.residual, 'source', OLD.source, 'unit', OLD.unit, 'without_value', OLD.without_value)), NULL);
    SELECT kubebuku_kept('equipment', NEW.item, NULL, json_patch('{}', json_object('aid', NEW.aid, 'condition', NEW.condition, 'ended', NEW.ended, 'for_hire', NEW.for_hire, 'item', NEW.item, 'keeper', NEW.keeper, 'life_months', NEW.life_months, 'measure', NEW.measure, 'note', NEW.note, 'place', NEW.place, 'quantity', NEW.quantity, 'residual', NEW.residual, 'source', NEW.source, 'unit', NEW.unit, 'without_value', NEW.without_value)));
END;

CREATE TRIGGER equipment_kept_delete AFTER DELETE ON equipment BEGIN
    SELECT kubebuku_kept('equipment', OLD.item, json_patch('{}', json_object('aid', OLD.aid, 'condition', OLD.condition, 'ended', OLD.ended, 'for_hire', OLD.for_hire, 'item', OLD.item, 'keeper', OLD.keeper, 'life_months', OLD.life_months, 'measure', OLD.measure, 'note', OLD.note, 'place', OLD.place, 'quantity', OLD.quantity, 'residual', OLD.residual, 'source', OLD.source, 'unit', OLD.unit, 'without_value', OLD.without_value)), NULL);
END;

CREATE TRIGGER lending_rule_kept_insert AFTER INSERT ON lending_rule BEGIN
    SELECT kubebuku_kept('lending_rule', NEW.id, NULL, json_patch('{}', json_object('at_once', NEW.at_once, 'bands', NEW.bands, 'decision', NEW.decision, 'every', NEW.every, 'fine_amount', NEW.fine_amount, 'fine_kind', NEW.fine_kind, 'fine_rate', NEW.fine_rate, 'grace', NEW.grace, 'id', NEW.id, 'method', NEW.method, 'months', NEW.months, 'most', NEW.most, 'note', NEW.note, 'outsiders', NEW.outsiders, 'pay_order', NEW.pay_order, 'rate', NEW.rate, 'rate_per', NEW.rate_per, 'recorded', NEW.recorded, 'round_to', NEW.round_to, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER lending_rule_kept_update AFTER UPDATE ON lending_rule BEGIN
    SELECT kubebuku_kept('lending_rule', OLD.id, json_patch('{}', json_object('at_once', OLD.at_once, 'bands', OLD.bands, 'decision', OLD.decision, 'every', OLD.every, 'fine_amount', OLD.fine_amount, 'fine_kind', OLD.fine_kind, 'fine_rate', OLD.fine_rate, 'grace', OLD.grace, 'id', OLD.id, 'method', OLD.method, 'months', OLD.months, 'most', OLD.most, 'note', OLD.note, 'outsiders', OLD.outsiders, 'pay_order', OLD.pay_order, 'rate', OLD.rate, 'rate_per', OLD.rate_per, 'recorded', OLD.recorded, 'round_to', OLD.round_to, 'since', OLD.since, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('lending_rule', NEW.id, NULL, json_patch('{}', json_object('at_once', NEW.at_once, 'bands', NEW.bands, 'decision', NEW.decision, 'every', NEW.every, 'fine_amount', NEW.fine_amount, 'fine_kind', NEW.fine_kind, 'fine_rate', NEW.fine_rate, 'grace', NEW.grace, 'id', NEW.id, 'method', NEW.method, 'months', NEW.months, 'most', NEW.most, 'note', NEW.note, 'outsiders', NEW.outsiders, 'pay_order', NEW.pay_order, 'rate', NEW.rate, 'rate_per', NEW.rate_per, 'recorded', NEW.recorded, 'round_to', NEW.round_to, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER lending_rule_kept_delete AFTER DELETE ON lending_rule BEGIN
    SELECT kubebuku_kept('lending_rule', OLD.id, json_patch('{}', json_object('at_once', OLD.at_once, 'bands', OLD.bands, 'decision', OLD.decision, 'every', OLD.every, 'fine_amount', OLD.fine_amount, 'fine_kind', OLD.fine_kind, 'fine_rate', OLD.fine_rate, 'grace', OLD.grace, 'id', OLD.id, 'method', OLD.method, 'months', OLD.months, 'most', OLD.most, 'note', OLD.note, 'outsiders', OLD.outsiders, 'pay_order', OLD.pay_order, 'rate', OLD.rate, 'rate_per', OLD.rate_per, 'recorded', OLD.recorded, 'round_to', OLD.round_to, 'since', OLD.since, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER loan_terms_kept_insert AFTER INSERT ON loan_terms BEGIN
    SELECT kubebuku_kept('loan_terms', NEW.loan, NULL, json_patch('{}', json_object('account', NEW.account, 'aid', NEW.aid, 'applied', NEW.applied, 'decision', NEW.decision, 'every', NEW.every, 'exception', NEW.exception, 'grace', NEW.grace, 'guarantee', NEW.guarantee, 'loan', NEW.loan, 'method', NEW.method, 'months', NEW.months, 'payment', NEW.payment, 'purpose', NEW.purpose, 'rate', NEW.rate, 'rate_per', NEW.rate_per, 'refused_reason', NEW.refused_reason, 'round_to', NEW.round_to, 'rule', NEW.rule)));
END;

CREATE TRIGGER loan_terms_kept_update AFTER UPDATE ON loan_terms BEGIN
    SELECT kubebuku_kept('loan_terms', OLD.loan, json_patch('{}', json_object('account', OLD.account, 'aid', OLD.aid, 'applied', OLD.applied, 'decision', OLD.decision, 'every', OLD.every, 'exception', OLD.exception, 'grace', OLD.grace, 'guarantee', OLD.guarantee, 'loan', OLD.loan, 'method', OLD.method, 'months', OLD.months, 'payment', OLD.payment, 'purpose', OLD.purpose, 'rate', OLD.rate, 'rate_per', OLD.rate_per, 'refused_reason', OLD.refused_reason, 'round_to', OLD.round_to, 'rule', OLD.rule)), NULL);
    SELECT kubebuku_kept('loan_terms', NEW.loan, NULL, json_patch('{}', json_object('account', NEW.account, 'aid', NEW.aid, 'applied', NEW.applied, 'decision', NEW.decision, 'every', NEW.every, 'exception', NEW.exception, 'grace', NEW.grace, 'guarantee', NEW.guarantee, 'loan', NEW.loan, 'method', NEW.method, 'months', NEW.months, 'payment', NEW.payment, 'purpose', NEW.purpose, 'rate', NEW.rate, 'rate_per', NEW.rate_per, 'refused_reason', NEW.refused_reason, 'round_to', NEW.round_to, 'rule', NEW.rule)));
END;

CREATE TRIGGER loan_terms_kept_delete AFTER DELETE ON loan_terms BEGIN
    SELECT kubebuku_kept('loan_terms', OLD.loan, json_patch('{}', json_object('account', OLD.account, 'aid', OLD.aid, 'applied', OLD.applied, 'decision', OLD.decision, 'every', OLD.every, 'exception', OLD.exception, 'grace', OLD.grace, 'guarantee', OLD.guarantee, 'loan', OLD.loan, 'method', OLD.method, 'months', OLD.months, 'payment', OLD.payment, 'purpose', OLD.purpose, 'rate', OLD.rate, 'rate_per', OLD.rate_per, 'refused_reason', OLD.refused_reason, 'round_to', OLD.round_to, 'rule', OLD.rule)), NULL);
END;

CREATE TRIGGER loan_plan_kept_insert AFTER INSERT ON loan_plan BEGIN
    SELECT kubebuku_kept('loan_plan', NEW.loan || '/' || NEW.version, NULL, json_patch('{}', json_object('after_entry', NEW.after_entry, 'ahead', NEW.ahead, 'carried', NEW.carried, 'decision', NEW.decision, 'entry', NEW.entry, 'every', NEW.every, 'loan', NEW.loan, 'method', NEW.method, 'rate', NEW.rate, 'reason', NEW.reason, 'since', NEW.since, 'version', NEW.version)));
END;

CREATE TRIGGER loan_plan_kept_update AFTER UPDATE ON loan_plan BEGIN
    SELECT kubebuku_kept('loan_plan', OLD.loan || '/' || OLD.version, json_patch('{}', json_object('after_entry', OLD.after_entry, 'ahead', OLD.ahead, 'carried', OLD.carried, 'decision', OLD.decision, 'entry', OLD.entry, 'every', OLD.every, 'loan', OLD.loan, 'method', OLD.method, 'rate', OLD.rate, 'reason', OLD.reason, 'since', OLD.since, 'version', OLD.version)), NULL);
    SELECT kubebuku_kept('loan_plan', NEW.loan || '/' || NEW.version, NULL, json_patch('{}', json_object('after_entry', NEW.after_entry, 'ahead', NEW.ahead, 'carried', NEW.carried, 'decision', NEW.decision, 'entry', NEW.entry, 'every', NEW.every, 'loan', NEW.loan, 'method', NEW.method, 'rate', NEW.rate, 'reason', NEW.reason, 'since', NEW.since, 'version', NEW.version)));
END;

CREATE TRIGGER loan_plan_kept_delete AFTER DELETE ON loan_plan BEGIN
    SELECT kubebuku_kept('loan_plan', OLD.loan || '/' || OLD.version, json_patch('{}', json_object('after_entry', OLD.after_entry, 'ahead', OLD.ahead, 'carried', OLD.carried, 'decision', OLD.decision, 'entry', OLD.entry, 'every', OLD.every, 'loan', OLD.loan, 'method', OLD.method, 'rate', OLD.rate, 'reason', OLD.reason, 'since', OLD.since, 'version', OLD.version)), NULL);
END;

CREATE TRIGGER loan_instalment_kept_insert AFTER INSERT ON loan_instalment BEGIN
    SELECT kubebuku_kept('loan_instalment', NEW.loan || '/' || NEW.version || '/' || NEW.no, NULL, json_patch('{}', json_object('due', NEW.due, 'interest', NEW.interest, 'loan', NEW.loan, 'no', NEW.no, 'principal', NEW.principal, 'version', NEW.version)));
END;

CREATE TRIGGER loan_instalment_kept_update AFTER UPDATE ON loan_instalment BEGIN
    SELECT kubebuku_kept('loan_instalment', OLD.loan || '/' || OLD.version || '/' || OLD.no, json_patch('{}', json_object('due', OLD.due, 'interest', OLD.interest, 'loan', OLD.loan, 'no', OLD.no, 'principal', OLD.principal, 'version', OLD.version)), NULL);
    SELECT kubebuku_kept('loan_instalment', NEW.loan || '/' || NEW.version || '/' || NEW.no, NULL, json_patch('{}', json_object('due', NEW.due, 'interest', NEW.interest, 'loan', NEW.loan, 'no', NEW.no, 'principal', NEW.principal, 'version', NEW.version)));
END;

CREATE TRIGGER loan_instalment_kept_delete AFTER DELETE ON loan_instalment BEGIN
    SELECT kubebuku_kept('loan_instalment', OLD.loan || '/' || OLD.version || '/' || OLD.no, json_patch('{}', json_object('due', OLD.due, 'interest', OLD.interest, 'loan', OLD.loan, 'no', OLD.no, 'principal', OLD.principal, 'version', OLD.version)), NULL);
END;

CREATE TRIGGER savings_rule_kept_insert AFTER INSERT ON savings_rule BEGIN
    SELECT kubebuku_kept('savings_rule', NEW.id, NULL, json_patch('{}', json_object('decision', NEW.decision, 'fee_base', NEW.fee_base, 'fee_rate', NEW.fee_rate, 'id', NEW.id, 'obligatory_amount', NEW.obligatory_amount, 'principal_amount', NEW.principal_amount, 'recorded', NEW.recorded, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER savings_rule_kept_update AFTER UPDATE ON savings_rule BEGIN
    SELECT kubebuku_kept('savings_rule', OLD.id, json_patch('{}', json_object('decision', OLD.decision, 'fee_base', OLD.fee_base, 'fee_rate', OLD.fee_rate, 'id', OLD.id, 'obligatory_amount', OLD.obligatory_amount, 'principal_amount', OLD.principal_amount, 'recorded', OLD.recorded, 'since', OLD.since, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('savings_rule', NEW.id, NULL, json_patch('{}', json_object('decision', NEW.decision, 'fee_base', NEW.fee_base, 'fee_rate', NEW.fee_rate, 'id', NEW.id, 'obligatory_amount', NEW.obligatory_amount, 'principal_amount', NEW.principal_amount, 'recorded', NEW.recorded, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER savings_rule_kept_delete AFTER DELETE ON savings_rule BEGIN
    SELECT kubebuku_kept('savings_rule', OLD.id, json_patch('{}', json_object('decision', OLD.decision, 'fee_base', OLD.fee_base, 'fee_rate', OLD.fee_rate, 'id', OLD.id, 'obligatory_amount', OLD.obligatory_amount, 'principal_amount', OLD.principal_amount, 'recorded', OLD.recorded, 'since', OLD.since, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER dues_month_kept_insert AFTER INSERT ON dues_month BEGIN
    SELECT kubebuku_kept('dues_month', NEW.entry || '/' || NEW.person || '/' || NEW.fund || '/' || NEW.month, NULL, json_patch('{}', json_object('amount', NEW.amount, 'entry', NEW.entry, 'fund', NEW.fund, 'month', NEW.month, 'person', NEW.person)));
END;

CREATE TRIGGER dues_month_kept_update AFTER UPDATE ON dues_month BEGIN
    SELECT kubebuku_kept('dues_month', OLD.entry || '/' || OLD.person || '/' || OLD.fund || '/' || OLD.month, json_patch('{}', json_object('amount', OLD.amount, 'entry', OLD.entry, 'fund', OLD.fund, 'month', OLD.month, 'person', OLD.person)), NULL);
    SELECT kubebuku_kept('dues_month', NEW.entry || '/' || NEW.person || '/' || NEW.fund || '/' || NEW.month, NULL, json_patch('{}', json_object('amount', NEW.amount, 'entry', NEW.entry, 'fund', NEW.fund, 'month', NEW.month, 'person', NEW.person)));
END;

CREATE TRIGGER dues_month_kept_delete AFTER DELETE ON dues_month BEGIN
    SELECT kubebuku_kept('dues_month', OLD.entry || '/' || OLD.person || '/' || OLD.fund || '/' || OLD.month, json_patch('{}', json_object('amount', OLD.amount, 'entry', OLD.entry, 'fund', OLD.fund, 'month', OLD.month, 'person', OLD.person)), NULL);
END;

CREATE TRIGGER savings_fee_kept_insert AFTER INSERT ON savings_fee BEGIN
    SELECT kubebuku_kept('savings_fee', NEW.entry, NULL, json_patch('{}', json_object('entry', NEW.entry, 'month', NEW.month)));
END;

CREATE TRIGGER savings_fee_kept_update AFTER UPDATE ON savings_fee BEGIN
    SELECT kubebuku_kept('savings_fee', OLD.entry, json_patch('{}', json_object('entry', OLD.entry, 'month', OLD.month)), NULL);
    SELECT kubebuku_kept('savings_fee', NEW.entry, NULL, json_patch('{}', json_object('entry', NEW.entry, 'month', NEW.month)));
END;

CREATE TRIGGER savings_fee_kept_delete AFTER DELETE ON savings_fee BEGIN
    SELECT kubebuku_kept('savings_fee', OLD.entry, json_patch('{}', json_object('entry', OLD.entry, 'month', OLD.month)), NULL);
END;

CREATE TRIGGER solidarity_rule_kept_insert AFTER INSERT ON solidarity_rule BEGIN
    SELECT kubebuku_kept('solidarity_rule', NEW.id, NULL, json_patch('{}', json_object('amount', NEW.amount, 'decision', NEW.decision, 'id', NEW.id, 'period', NEW.period, 'recorded', NEW.recorded, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER solidarity_rule_kept_update AFTER UPDATE ON solidarity_rule BEGIN
    SELECT kubebuku_kept('solidarity_rule', OLD.id, json_patch('{}', json_object('amount', OLD.amount, 'decision', OLD.decision, 'id', OLD.id, 'period', OLD.period, 'recorded', OLD.recorded, 'since', OLD.since, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('solidarity_rule', NEW.id, NULL, json_patch('{}', json_object('amount', NEW.amount, 'decision', NEW.decision, 'id', NEW.id, 'period', NEW.period, 'recorded', NEW.recorded, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER solidarity_rule_kept_delete AFTER DELETE ON solidarity_rule BEGIN
    SELECT kubebuku_kept('solidarity_rule', OLD.id, json_patch('{}', json_object('amount', OLD.amount, 'decision', OLD.decision, 'id', OLD.id, 'period', OLD.period, 'recorded', OLD.recorded, 'since', OLD.since, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER benefit_rule_kept_insert AFTER INSERT ON benefit_rule BEGIN
    SELECT kubebuku_kept('benefit_rule', NEW.id, NULL, json_patch('{}', json_object('ceiling', NEW.ceiling, 'ended', NEW.ended, 'event', NEW.event, 'id', NEW.id, 'outsiders', NEW.outsiders, 'recorded', NEW.recorded, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER benefit_rule_kept_update AFTER UPDATE ON benefit_rule BEGIN
    SELECT kubebuku_kept('benefit_rule', OLD.id, json_patch('{}', json_object('ceiling', OLD.ceiling, 'ended', OLD.ended, 'event', OLD.event, 'id', OLD.id, 'outsiders', OLD.outsiders, 'recorded', OLD.recorded, 'since', OLD.since, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('benefit_rule', NEW.id, NULL, json_patch('{}', json_object('ceiling', NEW.ceiling, 'ended', NEW.ended, 'event', NEW.event, 'id', NEW.id, 'outsiders', NEW.outsiders, 'recorded', NEW.recorded, 'since', NEW.since, 'who', NEW.who)));
END;

CREATE TRIGGER benefit_rule_kept_delete AFTER DELETE ON benefit_rule BEGIN
    SELECT kubebuku_kept('benefit_rule', OLD.id, json_patch('{}', json_object('ceiling', OLD.ceiling, 'ended', OLD.ended, 'event', OLD.event, 'id', OLD.id, 'outsiders', OLD.outsiders, 'recorded', OLD.recorded, 'since', OLD.since, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER benefit_kept_insert AFTER INSERT ON benefit BEGIN
    SELECT kubebuku_kept('benefit', NEW.entry, NULL, json_patch('{}', json_object('entry', NEW.entry, 'person', NEW.person, 'rule', NEW.rule)));
END;

CREATE TRIGGER benefit_kept_update AFTER UPDATE ON benefit BEGIN
    SELECT kubebuku_kept('benefit', OLD.entry, json_patch('{}', json_object('entry', OLD.entry, 'person', OLD.person, 'rule', OLD.rule)), NULL);
    SELECT kubebuku_kept('benefit', NEW.entry, NULL, json_patch('{}', json_object('entry', NEW.entry, 'person', NEW.person, 'rule', NEW.rule)));
END;

CREATE TRIGGER benefit_kept_delete AFTER DELETE ON benefit BEGIN
    SELECT kubebuku_kept('benefit', OLD.entry, json_patch('{}', json_object('entry', OLD.entry, 'person', OLD.person, 'rule', OLD.rule)), NULL);
END;

CREATE TRIGGER stocktaking_kept_insert AFTER INSERT ON stocktaking BEGIN
    SELECT kubebuku_kept('stocktaking', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'note', NEW.note, 'on_date', NEW.on_date, 'recorded', NEW.recorded, 'who', NEW.who)));
END;

CREATE TRIGGER stocktaking_kept_update AFTER UPDATE ON stocktaking BEGIN
    SELECT kubebuku_kept('stocktaking', OLD.id, json_patch('{}', json_object('id', OLD.id, 'note', OLD.note, 'on_date', OLD.on_date, 'recorded', OLD.recorded, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('stocktaking', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'note', NEW.note, 'on_date', NEW.on_date, 'recorded', NEW.recorded, 'who', NEW.who)));
END;

CREATE TRIGGER stocktaking_kept_delete AFTER DELETE ON stocktaking BEGIN
    SELECT kubebuku_kept('stocktaking', OLD.id, json_patch('{}', json_object('id', OLD.id, 'note', OLD.note, 'on_date', OLD.on_date, 'recorded', OLD.recorded, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER stocktaking_line_kept_insert AFTER INSERT ON stocktaking_line BEGIN
    SELECT kubebuku_kept('stocktaking_line', NEW.stocktaking || '/' || NEW.item, NULL, json_patch('{}', json_object('condition', NEW.condition, 'counted', NEW.counted, 'expected', NEW.expected, 'item', NEW.item, 'note', NEW.note, 'stocktaking', NEW.stocktaking)));
END;

CREATE TRIGGER stocktaking_line_kept_update AFTER UPDATE ON stocktaking_line BEGIN
    SELECT kubebuku_kept('stocktaking_line', OLD.stocktaking || '/' || OLD.item, json_patch('{}', json_object('condition', OLD.condition, 'counted', OLD.counted, 'expected', OLD.expected, 'item', OLD.item, 'note', OLD.note, 'stocktaking', OLD.stocktaking)), NULL);
    SELECT kubebuku_kept('stocktaking_line', NEW.stocktaking || '/' || NEW.item, NULL, json_patch('{}', json_object('condition', NEW.condition, 'counted', NEW.counted, 'expected', NEW.expected, 'item', NEW.item, 'note', NEW.note, 'stocktaking', NEW.stocktaking)));
END;

CREATE TRIGGER stocktaking_line_kept_delete AFTER DELETE ON stocktaking_line BEGIN
    SELECT kubebuku_kept('stocktaking_line', OLD.stocktaking || '/' || OLD.item, json_patch('{}', json_object('condition', OLD.condition, 'counted', OLD.counted, 'expected', OLD.expected, 'item', OLD.item, 'note', OLD.note, 'stocktaking', OLD.stocktaking)), NULL);
END;

CREATE TRIGGER equipment_move_kept_insert AFTER INSERT ON equipment_move BEGIN
    SELECT kubebuku_kept('equipment_move', NEW.id, NULL, json_patch('{}', json_object('entry', NEW.entry, 'how', NEW.how, 'id', NEW.id, 'item', NEW.item, 'on_date', NEW.on_date, 'pieces', NEW.pieces, 'residual', NEW.residual)));
END;

CREATE TRIGGER equipment_move_kept_update AFTER UPDATE ON equipment_move BEGIN
    SELECT kubebuku_kept('equipment_move', OLD.id, json_patch('{}', json_object('entry', OLD.entry, 'how', OLD.how, 'id', OLD.id, 'item', OLD.item, 'on_date', OLD.on_date, 'pieces', OLD.pieces, 'residual', OLD.residual)), NULL);
    SELECT kubebuku_kept('equipment_move', NEW.id, NULL, json_patch('{}', json_object('entry', NEW.entry, 'how', NEW.how, 'id', NEW.id, 'item', NEW.item, 'on_date', NEW.on_date, 'pieces', NEW.pieces, 'residual', NEW.residual)));
END;

CREATE TRIGGER equipment_move_kept_delete AFTER DELETE ON equipment_move BEGIN
    SELECT kubebuku_kept('equipment_move', OLD.id, json_patch('{}', json_object('entry', OLD.entry, 'how', OLD.how, 'id', OLD.id, 'item', OLD.item, 'on_date', OLD.on_date, 'pieces', OLD.pieces, 'residual', OLD.residual)), NULL);
END;

CREATE TRIGGER meeting_kept_insert AFTER INSERT ON meeting BEGIN
    SELECT kubebuku_kept('meeting', NEW.id, NULL, json_patch('{}', json_object('agenda', NEW.agenda, 'chair', NEW.chair, 'conclusion', NEW.conclusion, 'course', NEW.course, 'ending', NEW.ending, 'ends', NEW.ends, 'guests', NEW.guests, 'id', NEW.id, 'kind', NEW.kind, 'minutes_by', NEW.minutes_by, 'on_date', NEW.on_date, 'place', NEW.place, 'quorum', NEW.quorum, 'reason', NEW.reason, 'recorded', NEW.recorded, 'standing', NEW.standing, 'starts', NEW.starts, 'who', NEW.who)));
END;

CREATE TRIGGER meeting_kept_update AFTER UPDATE ON meeting BEGIN
    SELECT kubebuku_kept('meeting', OLD.id, json_patch('{}', json_object('agenda', OLD.agenda, 'chair', OLD.chair, 'conclusion', OLD.conclusion, 'course', OLD.course, 'ending', OLD.ending, 'ends', OLD.ends, 'guests', OLD.guests, 'id', OLD.id, 'kind', OLD.kind, 'minutes_by', OLD.minutes_by, 'on_date', OLD.on_date, 'place', OLD.place, 'quorum', OLD.quorum, 'reason', OLD.reason, 'recorded', OLD.recorded, 'standing', OLD.standing, 'starts', OLD.starts, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('meeting', NEW.id, NULL, json_patch('{}', json_object('agenda', NEW.agenda, 'chair', NEW.chair, 'conclusion', NEW.conclusion, 'course', NEW.course, 'ending', NEW.ending, 'ends', NEW.ends, 'guests', NEW.guests, 'id', NEW.id, 'kind', NEW.kind, 'minutes_by', NEW.minutes_by, 'on_date', NEW.on_date, 'place', NEW.place, 'quorum', NEW.quorum, 'reason', NEW.reason, 'recorded', NEW.recorded, 'standing', NEW.standing, 'starts', NEW.starts, 'who', NEW.who)));
END;

CREATE TRIGGER meeting_kept_delete AFTER DELETE ON meeting BEGIN
    SELECT kubebuku_kept('meeting', OLD.id, json_patch('{}', json_object('agenda', OLD.agenda, 'chair', OLD.chair, 'conclusion', OLD.conclusion, 'course', OLD.course, 'ending', OLD.ending, 'ends', OLD.ends, 'guests', OLD.guests, 'id', OLD.id, 'kind', OLD.kind, 'minutes_by', OLD.minutes_by, 'on_date', OLD.on_date, 'place', OLD.place, 'quorum', OLD.quorum, 'reason', OLD.reason, 'recorded', OLD.recorded, 'standing', OLD.standing, 'starts', OLD.starts, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER attendance_kept_insert AFTER INSERT ON attendance BEGIN
    SELECT kubebuku_kept('attendance', NEW.meeting || '/' || NEW.person, NULL, json_patch('{}', json_object('fine', NEW.fine, 'meeting', NEW.meeting, 'note', NEW.note, 'person', NEW.person, 'state', NEW.state, 'waived', NEW.waived)));
END;

CREATE TRIGGER attendance_kept_update AFTER UPDATE ON attendance BEGIN
    SELECT kubebuku_kept('attendance', OLD.meeting || '/' || OLD.person, json_patch('{}', json_object('fine', OLD.fine, 'meeting', OLD.meeting, 'note', OLD.note, 'person', OLD.person, 'state', OLD.state, 'waived', OLD.waived)), NULL);
    SELECT kubebuku_kept('attendance', NEW.meeting || '/' || NEW.person, NULL, json_patch('{}', json_object('fine', NEW.fine, 'meeting', NEW.meeting, 'note', NEW.note, 'person', NEW.person, 'state', NEW.state, 'waived', NEW.waived)));
END;

CREATE TRIGGER attendance_kept_delete AFTER DELETE ON attendance BEGIN
    SELECT kubebuku_kept('attendance', OLD.meeting || '/' || OLD.person, json_patch('{}', json_object('fine', OLD.fine, 'meeting', OLD.meeting, 'note', OLD.note, 'person', OLD.person, 'state', OLD.state, 'waived', OLD.waived)), NULL);
END;

CREATE TRIGGER meeting_fine_kept_insert AFTER INSERT ON meeting_fine BEGIN
    SELECT kubebuku_kept('meeting_fine', NEW.entry || '/' || NEW.meeting, NULL, json_patch('{}', json_object('amount', NEW.amount, 'entry', NEW.entry, 'meeting', NEW.meeting, 'person', NEW.person)));
END;

CREATE TRIGGER meeting_fine_kept_update AFTER UPDATE ON meeting_fine BEGIN
    SELECT kubebuku_kept('meeting_fine', OLD.entry || '/' || OLD.meeting, json_patch('{}', json_object('amount', OLD.amount, 'entry', OLD.entry, 'meeting', OLD.meeting, 'person', OLD.person)), NULL);
    SELECT kubebuku_kept('meeting_fine', NEW.entry || '/' || NEW.meeting, NULL, json_patch('{}', json_object('amount', NEW.amount, 'entry', NEW.entry, 'meeting', NEW.meeting, 'person', NEW.person)));
END;

CREATE TRIGGER meeting_fine_kept_delete AFTER DELETE ON meeting_fine BEGIN
    SELECT kubebuku_kept('meeting_fine', OLD.entry || '/' || OLD.meeting, json_patch('{}', json_object('amount', OLD.amount, 'entry', OLD.entry, 'meeting', OLD.meeting, 'person', OLD.person)), NULL);
END;

CREATE TRIGGER meeting_decision_kept_insert AFTER INSERT ON meeting_decision BEGIN
    SELECT kubebuku_kept('meeting_decision', NEW.decision, NULL, json_patch('{}', json_object('decision', NEW.decision, 'meeting', NEW.meeting, 'no', NEW.no, 'text', NEW.text, 'withdrawn', NEW.withdrawn)));
END;

CREATE TRIGGER meeting_decision_kept_update AFTER UPDATE ON meeting_decision BEGIN
    SELECT kubebuku_kept('meeting_decision', OLD.decision, json_patch('{}', json_object('decision', OLD.decision, 'meeting', OLD.meeting, 'no', OLD.no, 'text', OLD.text, 'withdrawn', OLD.withdrawn)), NULL);
    SELECT kubebuku_kept('meeting_decision', NEW.decision, NULL, json_patch('{}', json_object('decision', NEW.decision, 'meeting', NEW.meeting, 'no', NEW.no, 'text', NEW.text, 'withdrawn', NEW.withdrawn)));
END;

CREATE TRIGGER meeting_decision_kept_delete AFTER DELETE ON meeting_decision BEGIN
    SELECT kubebuku_kept('meeting_decision', OLD.decision, json_patch('{}', json_object('decision', OLD.decision, 'meeting', OLD.meeting, 'no', OLD.no, 'text', OLD.text, 'withdrawn', OLD.withdrawn)), NULL);
END;

CREATE TRIGGER follow_up_kept_insert AFTER INSERT ON follow_up BEGIN
    SELECT kubebuku_kept('follow_up', NEW.id, NULL, json_patch('{}', json_object('done', NEW.done, 'due', NEW.due, 'id', NEW.id, 'meeting', NEW.meeting, 'note', NEW.note, 'person', NEW.person, 'text', NEW.text)));
END;

CREATE TRIGGER follow_up_kept_update AFTER UPDATE ON follow_up BEGIN
    SELECT kubebuku_kept('follow_up', OLD.id, json_patch('{}', json_object('done', OLD.done, 'due', OLD.due, 'id', OLD.id, 'meeting', OLD.meeting, 'note', OLD.note, 'person', OLD.person, 'text', OLD.text)), NULL);
    SELECT kubebuku_kept('follow_up', NEW.id, NULL, json_patch('{}', json_object('done', NEW.done, 'due', NEW.due, 'id', NEW.id, 'meeting', NEW.meeting, 'note', NEW.note, 'person', NEW.person, 'text', NEW.text)));
END;

CREATE TRIGGER follow_up_kept_delete AFTER DELETE ON follow_up BEGIN
    SELECT kubebuku_kept('follow_up', OLD.id, json_patch('{}', json_object('done', OLD.done, 'due', OLD.due, 'id', OLD.id, 'meeting', OLD.meeting, 'note', OLD.note, 'person', OLD.person, 'text', OLD.text)), NULL);
END;

CREATE TRIGGER guest_kept_insert AFTER INSERT ON guest BEGIN
    SELECT kubebuku_kept('guest', NEW.id, NULL, json_patch('{}', json_object('agency', NEW.agency, 'id', NEW.id, 'impression', NEW.impression, 'name', NEW.name, 'no', NEW.no, 'on_date', NEW.on_date, 'position', NEW.position, 'purpose', NEW.purpose, 'recorded', NEW.recorded, 'struck', NEW.struck, 'who', NEW.who, 'year', NEW.year)));
END;

CREATE TRIGGER guest_kept_update AFTER UPDATE ON guest BEGIN
    SELECT kubebuku_kept('guest', OLD.id, json_patch('{}', json_object('agency', OLD.agency, 'id', OLD.id, 'impression', OLD.impression, 'name', OLD.name, 'no', OLD.no, 'on_date', OLD.on_date, 'position', OLD.position, 'purpose', OLD.purpose, 'recorded', OLD.recorded, 'struck', OLD.struck, 'who', OLD.who, 'year', OLD.year)), NULL);
    SELECT kubebuku_kept('guest', NEW.id, NULL, json_patch('{}', json_object('agency', NEW.agency, 'id', NEW.id, 'impression', NEW.impression, 'name', NEW.name, 'no', NEW.no, 'on_date', NEW.on_date, 'position', NEW.position, 'purpose', NEW.purpose, 'recorded', NEW.recorded, 'struck', NEW.struck, 'who', NEW.who, 'year', NEW.year)));
END;

CREATE TRIGGER guest_kept_delete AFTER DELETE ON guest BEGIN
    SELECT kubebuku_kept('guest', OLD.id, json_patch('{}', json_object('agency', OLD.agency, 'id', OLD.id, 'impression', OLD.impression, 'name', OLD.name, 'no', OLD.no, 'on_date', OLD.on_date, 'position', OLD.position, 'purpose', OLD.purpose, 'recorded', OLD.recorded, 'struck', OLD.struck, 'who', OLD.who, 'year', OLD.year)), NULL);
END;

CREATE TRIGGER letter_kept_insert AFTER INSERT ON letter BEGIN
    SELECT kubebuku_kept('letter', NEW.id, NULL, json_patch('{}', json_object('agenda', NEW.agenda, 'copies', NEW.copies, 'enclosures', NEW.enclosures, 'follow_up', NEW.follow_up, 'follow_up_note', NEW.follow_up_note, 'forwarded', NEW.forwarded, 'id', NEW.id, 'letter_date', NEW.letter_date, 'number', NEW.number, 'on_date', NEW.on_date, 'party', NEW.party, 'recorded', NEW.recorded, 'struck', NEW.struck, 'subject', NEW.subject, 'way', NEW.way, 'who', NEW.who, 'year', NEW.year)));
END;

CREATE TRIGGER letter_kept_update AFTER UPDATE ON letter BEGIN
    SELECT kubebuku_kept('letter', OLD.id, json_patch('{}', json_object('agenda', OLD.agenda, 'copies', OLD.copies, 'enclosures', OLD.enclosures, 'follow_up', OLD.follow_up, 'follow_up_note', OLD.follow_up_note, 'forwarded', OLD.forwarded, 'id', OLD.id, 'letter_date', OLD.letter_date, 'number', OLD.number, 'on_date', OLD.on_date, 'party', OLD.party, 'recorded', OLD.recorded, 'struck', OLD.struck, 'subject', OLD.subject, 'way', OLD.way, 'who', OLD.who, 'year', OLD.year)), NULL);
    SELECT kubebuku_kept('letter', NEW.id, NULL, json_patch('{}', json_object('agenda', NEW.agenda, 'copies', NEW.copies, 'enclosures', NEW.enclosures, 'follow_up', NEW.follow_up, 'follow_up_note', NEW.follow_up_note, 'forwarded', NEW.forwarded, 'id', NEW.id, 'letter_date', NEW.letter_date, 'number', NEW.number, 'on_date', NEW.on_date, 'party', NEW.party, 'recorded', NEW.recorded, 'struck', NEW.struck, 'subject', NEW.subject, 'way', NEW.way, 'who', NEW.who, 'year', NEW.year)));
END;

CREATE TRIGGER letter_kept_delete AFTER DELETE ON letter BEGIN
    SELECT kubebuku_kept('letter', OLD.id, json_patch('{}', json_object('agenda', OLD.agenda, 'copies', OLD.copies, 'enclosures', OLD.enclosures, 'follow_up', OLD.follow_up, 'follow_up_note', OLD.follow_up_note, 'forwarded', OLD.forwarded, 'id', OLD.id, 'letter_date', OLD.letter_date, 'number', OLD.number, 'on_date', OLD.on_date, 'party', OLD.party, 'recorded', OLD.recorded, 'struck', OLD.struck, 'subject', OLD.subject, 'way', OLD.way, 'who', OLD.who, 'year', OLD.year)), NULL);
END;

CREATE TRIGGER activity_kept_insert AFTER INSERT ON activity BEGIN
    SELECT kubebuku_kept('activity', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'meeting', NEW.meeting, 'no', NEW.no, 'on_date', NEW.on_date, 'person', NEW.person, 'place', NEW.place, 'recorded', NEW.recorded, 'story', NEW.story, 'struck', NEW.struck, 'title', NEW.title, 'who', NEW.who, 'year', NEW.year)));
END;

CREATE TRIGGER activity_kept_update AFTER UPDATE ON activity BEGIN
    SELECT kubebuku_kept('activity', OLD.id, json_patch('{}', json_object('id', OLD.id, 'meeting', OLD.meeting, 'no', OLD.no, 'on_date', OLD.on_date, 'person', OLD.person, 'place', OLD.place, 'recorded', OLD.recorded, 'story', OLD.story, 'struck', OLD.struck, 'title', OLD.title, 'who', OLD.who, 'year', OLD.year)), NULL);
    SELECT kubebuku_kept('activity', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'meeting', NEW.meeting, 'no', NEW.no, 'on_date', NEW.on_date, 'person', NEW.person, 'place', NEW.place, 'recorded', NEW.recorded, 'story', NEW.story, 'struck', NEW.struck, 'title', NEW.title, 'who', NEW.who, 'year', NEW.year)));
END;

CREATE TRIGGER activity_kept_delete AFTER DELETE ON activity BEGIN
    SELECT kubebuku_kept('activity', OLD.id, json_patch('{}', json_object('id', OLD.id, 'meeting', OLD.meeting, 'no', OLD.no, 'on_date', OLD.on_date, 'person', OLD.person, 'place', OLD.place, 'recorded', OLD.recorded, 'story', OLD.story, 'struck', OLD.struck, 'title', OLD.title, 'who', OLD.who, 'year', OLD.year)), NULL);
END;

CREATE TRIGGER attachment_kept_insert AFTER INSERT ON attachment BEGIN
    SELECT kubebuku_kept('attachment', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'mime', NEW.mime, 'name', NEW.name, 'original_size', NEW.original_size, 'owner', NEW.owner, 'owner_id', NEW.owner_id, 'recorded', NEW.recorded, 'removed', NEW.removed, 'removed_by', NEW.removed_by, 'removed_on', NEW.removed_on, 'sha256', NEW.sha256, 'size', NEW.size, 'who', NEW.who)));
END;

CREATE TRIGGER attachment_kept_update AFTER UPDATE ON attachment BEGIN
    SELECT kubebuku_kept('attachment', OLD.id, json_patch('{}', json_object('id', OLD.id, 'mime', OLD.mime, 'name', OLD.name, 'original_size', OLD.original_size, 'owner', OLD.owner, 'owner_id', OLD.owner_id, 'recorded', OLD.recorded, 'removed', OLD.removed, 'removed_by', OLD.removed_by, 'removed_on', OLD.removed_on, 'sha256', OLD.sha256, 'size', OLD.size, 'who', OLD.who)), NULL);
    SELECT kubebuku_kept('attachment', NEW.id, NULL, json_patch('{}', json_object('id', NEW.id, 'mime', NEW.mime, 'name', NEW.name, 'original_size', NEW.original_size, 'owner', NEW.owner, 'owner_id', NEW.owner_id, 'recorded', NEW.recorded, 'removed', NEW.removed, 'removed_by', NEW.removed_by, 'removed_on', NEW.removed_on, 'sha256', NEW.sha256, 'size', NEW.size, 'who', NEW.who)));
END;

CREATE TRIGGER attachment_kept_delete AFTER DELETE ON attachment BEGIN
    SELECT kubebuku_kept('attachment', OLD.id, json_patch('{}', json_object('id', OLD.id, 'mime', OLD.mime, 'name', OLD.name, 'original_size', OLD.original_size, 'owner', OLD.owner, 'owner_id', OLD.owner_id, 'recorded', OLD.recorded, 'removed', OLD.removed, 'removed_by', OLD.removed_by, 'removed_on', OLD.removed_on, 'sha256', OLD.sha256, 'size', OLD.size, 'who', OLD.who)), NULL);
END;

CREATE TRIGGER record_link_kept_insert AFTER INSERT ON record_link BEGIN
    SELECT kubebuku_kept('record_link', NULL, NULL, NULL);
END;

CREATE TRIGGER record_link_kept_update AFTER UPDATE ON record_link BEGIN
    SELECT kubebuku_kept('record_link', NULL, NULL, NULL);
END;

CREATE TRIGGER record_link_kept_delete AFTER DELETE ON record_link BEGIN
    SELECT kubebuku_kept('record_link', NULL, NULL, NULL);
END;

CREATE TRIGGER record_change_kept_insert AFTER INSERT ON record_change BEGIN
    SELECT kubebuku_kept('record_change', NULL, NULL, NULL);
END;

CREATE TRIGGER record_change_kept_update AFTER UPDATE ON record_change BEGIN
    SELECT kubebuku_kept('record_change', NULL, NULL, NULL);
END;

CREATE TRIGGER record_change_kept_delete AFTER DELETE ON record_change BEGIN
    SELECT kubebuku_kept('record_change', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_state_kept_insert AFTER INSERT ON closing_state BEGIN
    SELECT kubebuku_kept('closing_state', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_state_kept_update AFTER UPDATE ON closing_state BEGIN
    SELECT kubebuku_kept('closing_state', NULL, NULL, NULL);
END;

CREATE TRIGGER closing_state_kept_delete AFTER DELETE ON closing_state BEGIN
    SELECT kubebuku_kept('closing_state', NULL, NULL, NULL);
END;

INSERT INTO alembic_version (version_num) VALUES ('0003');
