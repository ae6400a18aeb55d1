/**
 * The first schema: the whole office.
 *
 * Conventions: dates are `YYYY-MM-DD`, months `YYYY-MM`, moments `YYYY-MM-DDTHH:MM:SSZ` (UTC), times and
 * durations whole minutes, phone and postcode text as typed. `date(x) IS x` is true for NULL and for a
 * date that exists, and false for 31 February, which SQLite would otherwise roll into March.
 * Migrations import no live code: what they need is written out here.
 */
export const version = 1
export const name = 'office'

export const sql = /* sql */ `
CREATE TABLE meta (
  id              INTEGER PRIMARY KEY CHECK (id = 1),
  db_uuid         TEXT NOT NULL,
  key_id          TEXT NOT NULL,
  created_at      TEXT NOT NULL,
  commit_seq      INTEGER NOT NULL DEFAULT 0,
  app_version     TEXT NOT NULL,
  min_app_version TEXT NOT NULL,
  practice        INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1))
) STRICT;

-- History -------------------------------------------------------------------------------------------
-- One change_set per command. Its hash is NULL only while the command runs; every history trigger asks
-- for that open row, so a write outside a command fails on the NOT NULL below.
CREATE TABLE change_set (
  id        INTEGER PRIMARY KEY,
  at        TEXT NOT NULL,
  staff_id  INTEGER,
  command   TEXT NOT NULL,
  undoes    INTEGER REFERENCES change_set (id),
  undone_by INTEGER REFERENCES change_set (id),
  prev_hash TEXT NOT NULL,
  hash      TEXT
) STRICT;
CREATE INDEX change_set_open ON change_set (id) WHERE hash IS NULL;

CREATE TABLE change (
  id            INTEGER PRIMARY KEY,
  change_set_id INTEGER NOT NULL REFERENCES change_set (id),
  table_name    TEXT NOT NULL,
  op            TEXT NOT NULL CHECK (op IN ('insert', 'update', 'delete')),
  row_key       TEXT NOT NULL,
  old           TEXT,
  new           TEXT
) STRICT;
CREATE INDEX change_by_set ON change (change_set_id);
CREATE INDEX change_by_row ON change (table_name, row_key);

-- The office ----------------------------------------------------------------------------------------
CREATE TABLE office (
  id                    INTEGER PRIMARY KEY CHECK (id = 1),
  name                  TEXT NOT NULL CHECK (trim(name) <> ''),
  tagline               TEXT NOT NULL DEFAULT '',
  street                TEXT NOT NULL DEFAULT '',
  house_number          TEXT NOT NULL DEFAULT '',
  postcode              TEXT NOT NULL DEFAULT '',
  city                  TEXT NOT NULL DEFAULT '',
  phone                 TEXT NOT NULL DEFAULT '',
  email                 TEXT NOT NULL DEFAULT '',
  website               TEXT NOT NULL DEFAULT '',
  kvk                   TEXT NOT NULL DEFAULT '',
  case_manager_word     TEXT NOT NULL DEFAULT 'klantmanager',
  language              TEXT NOT NULL DEFAULT 'nl' CHECK (language IN ('nl', 'en')),
  letter_interval_weeks INTEGER NOT NULL DEFAULT 6 CHECK (letter_interval_weeks BETWEEN 1 AND 52),
  letter_before_end_weeks INTEGER NOT NULL DEFAULT 2 CHECK (letter_before_end_weeks BETWEEN 0 AND 26)
) STRICT;

CREATE TABLE staff (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (trim(name) <> ''),
  function_title TEXT NOT NULL DEFAULT '',
  role           TEXT NOT NULL DEFAULT 'coach' CHECK (role IN ('coach', 'manager')),
  active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_on     TEXT NOT NULL CHECK (date(created_on) IS created_on)
) STRICT;

CREATE TABLE municipality (
  id             INTEGER PRIMARY KEY,
  name           TEXT NOT NULL CHECK (trim(name) <> ''),
  address_line   TEXT NOT NULL DEFAULT '', -- "Postbus 100" or a street with number
  postcode       TEXT NOT NULL DEFAULT '',
  city           TEXT NOT NULL DEFAULT '',
  phone          TEXT NOT NULL DEFAULT '',
  email          TEXT NOT NULL DEFAULT '',
  active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE case_manager (
  id              INTEGER PRIMARY KEY,
  municipality_id INTEGER NOT NULL REFERENCES municipality (id),
  initials        TEXT NOT NULL DEFAULT '',
  prefix          TEXT NOT NULL DEFAULT '',
  surname         TEXT NOT NULL CHECK (trim(surname) <> ''),
  form_of_address TEXT NOT NULL DEFAULT 'none' CHECK (form_of_address IN ('mevrouw', 'heer', 'none')),
  function_title  TEXT NOT NULL DEFAULT '',
  phone           TEXT NOT NULL DEFAULT '',
  email           TEXT NOT NULL DEFAULT '',
  active          INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX case_manager_of ON case_manager (municipality_id);

-- People --------------------------------------------------------------------------------------------
CREATE TABLE participant (
  id                INTEGER PRIMARY KEY,
  given_names       TEXT NOT NULL DEFAULT '',
  call_name         TEXT NOT NULL DEFAULT '',
  initials          TEXT NOT NULL DEFAULT '', -- empty: derived from the given names
  prefix            TEXT NOT NULL DEFAULT '', -- tussenvoegsel, as registered
  surname           TEXT NOT NULL DEFAULT '',
  partner_prefix    TEXT NOT NULL DEFAULT '',
  partner_surname   TEXT NOT NULL DEFAULT '',
  name_use          TEXT NOT NULL DEFAULT 'own' CHECK (name_use IN ('own', 'partner', 'partner_own', 'own_partner')),
  form_of_address   TEXT NOT NULL DEFAULT 'none' CHECK (form_of_address IN ('mevrouw', 'heer', 'none')),
  own_script_name   TEXT NOT NULL DEFAULT '',
  own_script_lang   TEXT NOT NULL DEFAULT '', -- BCP 47, such as ar or ti
  pronunciation     TEXT NOT NULL DEFAULT '',
  also_known_as     TEXT NOT NULL DEFAULT '',
  birth_date        TEXT CHECK (birth_date IS NULL OR birth_date GLOB '[12][0-9][0-9][0-9]'
                      OR birth_date GLOB '[12][0-9][0-9][0-9]-[01][0-9]' OR date(birth_date) IS birth_date),
  street            TEXT NOT NULL DEFAULT '',
  house_number      TEXT NOT NULL DEFAULT '',
  postcode          TEXT NOT NULL DEFAULT '',
  city              TEXT NOT NULL DEFAULT '',
  phone             TEXT NOT NULL DEFAULT '',
  phone_e164        TEXT NOT NULL DEFAULT '',
  email             TEXT NOT NULL DEFAULT '',
  preferred_contact TEXT NOT NULL DEFAULT '' CHECK (preferred_contact IN ('', 'phone', 'whatsapp', 'email', 'letter')),
  languages         TEXT NOT NULL DEFAULT '',
  interpreter       TEXT NOT NULL DEFAULT '' CHECK (interpreter IN ('', 'none', 'phone', 'present', 'family')),
  good_to_know      TEXT NOT NULL DEFAULT '', -- one agreement a line; practical, never a diagnosis
  created_on        TEXT NOT NULL CHECK (date(created_on) IS created_on),
  name_fold         TEXT NOT NULL, -- every name form, folded, for search
  name_key          TEXT NOT NULL, -- how the name sounds, for likely duplicates
  sort_key          TEXT NOT NULL,
  CHECK (trim(given_names) <> '' OR trim(call_name) <> '' OR trim(surname) <> '')
) STRICT;
CREATE INDEX participant_sort ON participant (sort_key, id);
CREATE INDEX participant_sounds ON participant (name_key);

CREATE TABLE referral (
  id              INTEGER PRIMARY KEY,
  participant_id  INTEGER NOT NULL REFERENCES participant (id),
  case_manager_id INTEGER NOT NULL REFERENCES case_manager (id),
  referred_on     TEXT NOT NULL CHECK (date(referred_on) IS referred_on),
  client_number   TEXT NOT NULL DEFAULT '', -- the municipality's own number: "uw kenmerk"
  kind            TEXT NOT NULL CHECK (kind IN ('screening', 'months_3', 'months_6', 'other')),
  purpose         TEXT NOT NULL DEFAULT '',
  tried_before    TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX referral_of ON referral (participant_id, referred_on);
CREATE INDEX referral_by ON referral (case_manager_id);

CREATE TABLE intake (
  id                 INTEGER PRIMARY KEY,
  participant_id     INTEGER NOT NULL REFERENCES participant (id),
  referral_id        INTEGER REFERENCES referral (id),
  definition_version INTEGER NOT NULL,
  staff_id           INTEGER NOT NULL REFERENCES staff (id),
  started_on         TEXT NOT NULL CHECK (date(started_on) IS started_on),
  finished_on        TEXT CHECK (date(finished_on) IS finished_on),
  notes              TEXT NOT NULL DEFAULT '',
  CHECK (finished_on IS NULL OR finished_on >= started_on)
) STRICT;
CREATE INDEX intake_of ON intake (participant_id);

CREATE TABLE intake_answer (
  intake_id INTEGER NOT NULL REFERENCES intake (id),
  question  TEXT NOT NULL,
  value     TEXT CHECK (value IS NULL OR json_valid(value)),
  no_answer TEXT CHECK (no_answer IN ('unknown', 'declined', 'later')),
  PRIMARY KEY (intake_id, question),
  CHECK ((value IS NULL) <> (no_answer IS NULL))
) STRICT, WITHOUT ROWID;

-- The programme -------------------------------------------------------------------------------------
CREATE TABLE trajectory (
  id               INTEGER PRIMARY KEY,
  participant_id   INTEGER NOT NULL REFERENCES participant (id),
  referral_id      INTEGER NOT NULL REFERENCES referral (id),
  coach_id         INTEGER NOT NULL REFERENCES staff (id),
  months           INTEGER NOT NULL CHECK (months BETWEEN 1 AND 24),
  starts_on        TEXT NOT NULL CHECK (date(starts_on) IS starts_on),
  planned_end_on   TEXT NOT NULL CHECK (date(planned_end_on) IS planned_end_on),
  ended_on         TEXT CHECK (date(ended_on) IS ended_on),
  phase            TEXT NOT NULL DEFAULT 'workshop' CHECK (phase IN ('intake', 'workshop', 'orientation', 'placement', 'aftercare')),
  purpose          TEXT NOT NULL DEFAULT '',
  outflow          TEXT CHECK (outflow IN ('job', 'job_subsidised', 'learn_work', 'trial', 'work_experience', 'education', 'volunteer', 'returned', 'moved', 'other')),
  end_reason       TEXT NOT NULL DEFAULT '',
  CHECK (planned_end_on >= starts_on),
  CHECK (ended_on IS NULL OR ended_on >= starts_on)
) STRICT;
CREATE INDEX trajectory_of ON trajectory (participant_id, starts_on);
CREATE INDEX trajectory_running ON trajectory (ended_on, starts_on);

CREATE TABLE trajectory_extension (
  id              INTEGER PRIMARY KEY,
  trajectory_id   INTEGER NOT NULL REFERENCES trajectory (id),
  agreed_on       TEXT NOT NULL CHECK (date(agreed_on) IS agreed_on),
  old_end_on      TEXT NOT NULL CHECK (date(old_end_on) IS old_end_on),
  new_end_on      TEXT NOT NULL CHECK (date(new_end_on) IS new_end_on),
  reason          TEXT NOT NULL DEFAULT '',
  CHECK (new_end_on > old_end_on)
) STRICT;
CREATE INDEX extension_of ON trajectory_extension (trajectory_id);

CREATE TABLE schedule (
  id            INTEGER PRIMARY KEY,
  trajectory_id INTEGER NOT NULL REFERENCES trajectory (id),
  valid_from    TEXT NOT NULL CHECK (date(valid_from) IS valid_from),
  UNIQUE (trajectory_id, valid_from)
) STRICT;

CREATE TABLE schedule_part (
  schedule_id  INTEGER NOT NULL REFERENCES schedule (id),
  weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7), -- ISO: Monday is 1
  part         TEXT NOT NULL CHECK (part IN ('morning', 'afternoon')),
  start_minute INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute   INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  PRIMARY KEY (schedule_id, weekday, part),
  CHECK (end_minute > start_minute)
) STRICT, WITHOUT ROWID;

CREATE TABLE attendance (
  participant_id  INTEGER NOT NULL REFERENCES participant (id),
  day             TEXT NOT NULL CHECK (date(day) IS day),
  part            TEXT NOT NULL CHECK (part IN ('morning', 'afternoon')),
  trajectory_id   INTEGER NOT NULL REFERENCES trajectory (id),
  mark            TEXT NOT NULL CHECK (mark IN ('present', 'late', 'ill', 'leave', 'school', 'no_show', 'elsewhere')),
  planned_minutes INTEGER NOT NULL CHECK (planned_minutes BETWEEN 0 AND 720),
  present_minutes INTEGER NOT NULL CHECK (present_minutes BETWEEN 0 AND 720),
  note            TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (participant_id, day, part)
) STRICT, WITHOUT ROWID;
CREATE INDEX attendance_day ON attendance (day, participant_id, part, mark);
CREATE INDEX attendance_of ON attendance (trajectory_id, day);

-- Kept in the same transaction as the marks, so that no report ever has to read all marks.
CREATE TABLE attendance_month (
  trajectory_id    INTEGER NOT NULL REFERENCES trajectory (id),
  month            TEXT NOT NULL CHECK (month GLOB '[12][0-9][0-9][0-9]-[01][0-9]'),
  planned_minutes  INTEGER NOT NULL CHECK (planned_minutes >= 0),
  present_minutes  INTEGER NOT NULL CHECK (present_minutes >= 0),
  notified_minutes INTEGER NOT NULL CHECK (notified_minutes >= 0), -- absent with notice: ill, leave, school
  no_show_minutes  INTEGER NOT NULL CHECK (no_show_minutes >= 0),
  PRIMARY KEY (trajectory_id, month)
) STRICT, WITHOUT ROWID;

CREATE TABLE closure (
  day    TEXT PRIMARY KEY CHECK (date(day) IS day),
  reason TEXT NOT NULL CHECK (trim(reason) <> '')
) STRICT, WITHOUT ROWID;

CREATE TABLE contact_note (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  staff_id       INTEGER NOT NULL REFERENCES staff (id),
  happened_on    TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
  kind           TEXT NOT NULL DEFAULT 'note' CHECK (kind IN ('note', 'talk', 'phone', 'visit', 'municipality', 'host')),
  body           TEXT NOT NULL CHECK (trim(body) <> ''),
  in_report      INTEGER NOT NULL DEFAULT 0 CHECK (in_report IN (0, 1))
) STRICT;
CREATE INDEX note_of ON contact_note (participant_id, happened_on);

CREATE TABLE goal (
  id            INTEGER PRIMARY KEY,
  trajectory_id INTEGER NOT NULL REFERENCES trajectory (id),
  position      INTEGER NOT NULL CHECK (position >= 1),
  description   TEXT NOT NULL CHECK (trim(description) <> ''),
  state         TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN ('not_started', 'busy', 'reached', 'changed')),
  remark        TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX goal_of ON goal (trajectory_id, position);

CREATE TABLE task (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER REFERENCES participant (id),
  title          TEXT NOT NULL CHECK (trim(title) <> ''),
  due_on         TEXT CHECK (date(due_on) IS due_on),
  done_on        TEXT CHECK (date(done_on) IS done_on)
) STRICT;
CREATE INDEX task_open ON task (due_on) WHERE done_on IS NULL;
CREATE INDEX task_of ON task (participant_id);

-- Growth --------------------------------------------------------------------------------------------
CREATE TABLE language_assessment (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  assessed_on    TEXT NOT NULL CHECK (date(assessed_on) IS assessed_on),
  skill          TEXT NOT NULL CHECK (skill IN ('listening', 'speaking', 'reading', 'writing')),
  level          TEXT NOT NULL CHECK (level IN ('Alfa A', 'Alfa B', 'Alfa C', 'A0', 'A1', 'A1+', 'A2', 'A2+', 'B1', 'B1+', 'B2', 'C1', 'C2')),
  source         TEXT NOT NULL CHECK (source IN ('exam', 'school', 'coach', 'participant')),
  staff_id       INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX language_of ON language_assessment (participant_id, skill, assessed_on);

CREATE TABLE skill (
  id       INTEGER PRIMARY KEY,
  name     TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
  position INTEGER NOT NULL,
  active   INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

-- Four points, so that there is no lazy middle: 1 not yet, 2 much help, 3 little help, 4 alone.
CREATE TABLE skill_assessment (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  skill_id       INTEGER NOT NULL REFERENCES skill (id),
  assessed_on    TEXT NOT NULL CHECK (date(assessed_on) IS assessed_on),
  score          INTEGER CHECK (score BETWEEN 1 AND 4),
  own_score      INTEGER CHECK (own_score BETWEEN 1 AND 4),
  staff_id       INTEGER REFERENCES staff (id),
  CHECK (score IS NOT NULL OR own_score IS NOT NULL),
  UNIQUE (participant_id, skill_id, assessed_on)
) STRICT;

CREATE TABLE ladder_assessment (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  assessed_on    TEXT NOT NULL CHECK (date(assessed_on) IS assessed_on),
  step           INTEGER NOT NULL CHECK (step BETWEEN 1 AND 6),
  staff_id       INTEGER REFERENCES staff (id)
) STRICT;
CREATE INDEX ladder_of ON ladder_assessment (participant_id, assessed_on);

-- Places --------------------------------------------------------------------------------------------
CREATE TABLE host (
  id               INTEGER PRIMARY KEY,
  name             TEXT NOT NULL CHECK (trim(name) <> ''),
  kind             TEXT NOT NULL DEFAULT 'employer' CHECK (kind IN ('employer', 'volunteer', 'school', 'care')),
  sector           TEXT NOT NULL DEFAULT '',
  street           TEXT NOT NULL DEFAULT '',
  house_number     TEXT NOT NULL DEFAULT '',
  postcode         TEXT NOT NULL DEFAULT '',
  city             TEXT NOT NULL DEFAULT '',
  phone            TEXT NOT NULL DEFAULT '',
  email            TEXT NOT NULL DEFAULT '',
  contact_name     TEXT NOT NULL DEFAULT '',
  contact_function TEXT NOT NULL DEFAULT '',
  remarks          TEXT NOT NULL DEFAULT '',
  name_fold        TEXT NOT NULL,
  active           INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE opening (
  id               INTEGER PRIMARY KEY,
  host_id          INTEGER NOT NULL REFERENCES host (id),
  title            TEXT NOT NULL CHECK (trim(title) <> ''),
  kind             TEXT NOT NULL CHECK (kind IN ('volunteer', 'work_experience', 'learn_work', 'trial', 'internship', 'education', 'job')),
  tasks            TEXT NOT NULL DEFAULT '',
  days             TEXT NOT NULL DEFAULT '', -- in words: "dinsdagochtend en vrijdag"
  minutes_per_week INTEGER CHECK (minutes_per_week BETWEEN 0 AND 3600),
  capacity         INTEGER NOT NULL DEFAULT 1 CHECK (capacity >= 1),
  language_level   TEXT NOT NULL DEFAULT '',
  demands          TEXT NOT NULL DEFAULT '', -- what is heavy about it
  open_from        TEXT CHECK (date(open_from) IS open_from),
  open_until       TEXT CHECK (date(open_until) IS open_until),
  closed           INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
  CHECK (open_until IS NULL OR open_from IS NULL OR open_until >= open_from)
) STRICT;
CREATE INDEX opening_at ON opening (host_id);

CREATE TABLE placement (
  id                 INTEGER PRIMARY KEY,
  participant_id     INTEGER NOT NULL REFERENCES participant (id),
  trajectory_id      INTEGER REFERENCES trajectory (id),
  opening_id         INTEGER NOT NULL REFERENCES opening (id),
  kind               TEXT NOT NULL CHECK (kind IN ('volunteer', 'work_experience', 'learn_work', 'trial', 'internship', 'education', 'job')),
  stage              TEXT NOT NULL DEFAULT 'exploring' CHECK (stage IN ('exploring', 'introduction', 'trial', 'placed', 'ended')),
  stage_since        TEXT NOT NULL CHECK (date(stage_since) IS stage_since),
  goal               TEXT NOT NULL CHECK (goal IN ('language', 'rhythm', 'contact', 'network', 'experience', 'trade', 'filling')),
  goal_own_words     TEXT NOT NULL DEFAULT '',
  explained_on       TEXT CHECK (date(explained_on) IS explained_on),
  explained_language TEXT NOT NULL DEFAULT '',
  understood         INTEGER CHECK (understood IN (0, 1)),
  starts_on          TEXT CHECK (date(starts_on) IS starts_on),
  expected_end_on    TEXT CHECK (date(expected_end_on) IS expected_end_on),
  ended_on           TEXT CHECK (date(ended_on) IS ended_on),
  end_reason         TEXT NOT NULL DEFAULT '',
  goal_result        TEXT CHECK (goal_result IN ('reached', 'partly', 'not')),
  days               TEXT NOT NULL DEFAULT '',
  minutes_per_week   INTEGER CHECK (minutes_per_week BETWEEN 0 AND 3600),
  supervisor         TEXT NOT NULL DEFAULT '',
  next_action        TEXT NOT NULL DEFAULT '',
  next_action_on     TEXT CHECK (date(next_action_on) IS next_action_on),
  CHECK (expected_end_on IS NULL OR starts_on IS NULL OR expected_end_on >= starts_on),
  CHECK (ended_on IS NULL OR starts_on IS NULL OR ended_on >= starts_on)
) STRICT;
CREATE INDEX placement_of ON placement (participant_id, starts_on);
CREATE INDEX placement_at ON placement (opening_id);
CREATE INDEX placement_running ON placement (stage, starts_on);

CREATE TABLE aftercare (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  trajectory_id  INTEGER NOT NULL REFERENCES trajectory (id),
  month          INTEGER NOT NULL CHECK (month BETWEEN 1 AND 36),
  due_on         TEXT NOT NULL CHECK (date(due_on) IS due_on),
  done_on        TEXT CHECK (date(done_on) IS done_on),
  outcome        TEXT CHECK (outcome IN ('still_there', 'moved_on', 'stopped', 'not_reached')),
  benefit_ended  TEXT CHECK (benefit_ended IN ('yes', 'partly', 'no', 'unknown')),
  attempts       INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  remark         TEXT NOT NULL DEFAULT '',
  UNIQUE (trajectory_id, month)
) STRICT;
CREATE INDEX aftercare_due ON aftercare (due_on) WHERE done_on IS NULL;

-- Letters -------------------------------------------------------------------------------------------
CREATE TABLE letter (
  id              INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind IN ('progress')),
  participant_id  INTEGER NOT NULL REFERENCES participant (id),
  trajectory_id   INTEGER NOT NULL REFERENCES trajectory (id),
  case_manager_id INTEGER NOT NULL REFERENCES case_manager (id),
  staff_id        INTEGER NOT NULL REFERENCES staff (id),
  period_from     TEXT NOT NULL CHECK (date(period_from) IS period_from),
  period_to       TEXT NOT NULL CHECK (date(period_to) IS period_to),
  state           TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'final', 'sent', 'withdrawn')),
  dated_on        TEXT NOT NULL CHECK (date(dated_on) IS dated_on),
  draft           TEXT NOT NULL CHECK (json_valid(draft)), -- the free paragraphs and the notes left out
  number          TEXT UNIQUE,
  facts           TEXT CHECK (facts IS NULL OR json_valid(facts)),
  pdf             BLOB,
  pdf_sha256      TEXT,
  finalised_at    TEXT,
  sent_on         TEXT CHECK (date(sent_on) IS sent_on),
  sent_how        TEXT CHECK (sent_how IN ('post', 'handed', 'email')),
  CHECK (period_to >= period_from),
  CHECK ((state = 'draft') = (number IS NULL)),
  CHECK ((number IS NULL) = (pdf IS NULL) AND (number IS NULL) = (pdf_sha256 IS NULL)
     AND (number IS NULL) = (facts IS NULL) AND (number IS NULL) = (finalised_at IS NULL)),
  CHECK ((state = 'sent') <= (sent_on IS NOT NULL))
) STRICT;
CREATE INDEX letter_of ON letter (trajectory_id, period_to);
CREATE INDEX letter_person ON letter (participant_id);
CREATE INDEX letter_state ON letter (state);

-- What left the office is evidence: a finalised letter never changes, whatever the program above does.
CREATE TRIGGER letter_final_is_fixed BEFORE UPDATE ON letter
WHEN old.number IS NOT NULL AND (
  new.number IS NOT old.number OR new.pdf IS NOT old.pdf OR new.pdf_sha256 IS NOT old.pdf_sha256
  OR new.facts IS NOT old.facts OR new.draft IS NOT old.draft OR new.finalised_at IS NOT old.finalised_at
  OR new.participant_id IS NOT old.participant_id OR new.trajectory_id IS NOT old.trajectory_id
  OR new.case_manager_id IS NOT old.case_manager_id OR new.staff_id IS NOT old.staff_id
  OR new.period_from IS NOT old.period_from OR new.period_to IS NOT old.period_to
  OR new.dated_on IS NOT old.dated_on OR new.kind IS NOT old.kind)
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;
CREATE TRIGGER letter_final_stays BEFORE DELETE ON letter WHEN old.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;

CREATE TABLE letter_number (
  year INTEGER PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last >= 1)
) STRICT;

-- What was looked at last, per member of staff; not history, not personal content.
CREATE TABLE recent_item (
  staff_id  INTEGER NOT NULL REFERENCES staff (id),
  kind      TEXT NOT NULL CHECK (kind IN ('participant', 'host', 'letter')),
  item_id   INTEGER NOT NULL,
  opened_at TEXT NOT NULL,
  PRIMARY KEY (staff_id, kind, item_id)
) STRICT, WITHOUT ROWID;
`
