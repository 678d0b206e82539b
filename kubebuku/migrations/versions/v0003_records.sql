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

DROP TRIGGER entry_before_insert;

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

DROP TRIGGER closing_before_insert;

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
