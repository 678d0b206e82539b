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

CREATE TRIGGER entry_before_insert BEFORE INSERT ON entry BEGIN
    SELECT RAISE(ABORT, 'entry id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM entry);
    SELECT RAISE(ABORT, 'entry does not follow the chain') WHERE NEW.previous IS NOT COALESCE(
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

CREATE TRIGGER closing_before_insert BEFORE INSERT ON closing BEGIN
    SELECT RAISE(ABORT, 'closing id is not the next') WHERE NEW.id IS NOT (SELECT COALESCE(MAX(id), 0) + 1 FROM closing);
    SELECT RAISE(ABORT, 'closing stands elsewhere in the chain')
        WHERE NEW.after_entry IS NOT (SELECT COALESCE(MAX(id), 0) FROM entry);
    SELECT RAISE(ABORT, 'closing does not follow the chain') WHERE NEW.previous IS NOT COALESCE(
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
