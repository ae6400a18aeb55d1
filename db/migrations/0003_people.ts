/**
 * All about one person: the office's own intake form, talks, permissions, projects, pauses, attachments,
 * civic integration, and letters of more kinds.
 *
 * Tables whose CHECK grows are made anew and filled from the old one, as sqlite.org/lang_altertable.html, 7 says.
 */
export const version = 3
export const name = 'people'

export const sql = /* sql */ `
-- The intake ----------------------------------------------------------------------------------------
-- The office's form: what it changed about a built-in version. A row never changes: answers keep the form
-- they were given under. No row: the built-in form as it is.
CREATE TABLE intake_form (
  id           INTEGER PRIMARY KEY,
  base_version INTEGER NOT NULL,
  changes      TEXT NOT NULL CHECK (json_valid(changes)),
  made_on      TEXT NOT NULL CHECK (date(made_on) IS made_on),
  staff_id     INTEGER REFERENCES staff (id)
) STRICT;
CREATE TRIGGER intake_form_is_fixed BEFORE UPDATE ON intake_form
BEGIN SELECT RAISE(ABORT, 'a version of the form never changes'); END;

ALTER TABLE intake ADD COLUMN form_id INTEGER REFERENCES intake_form (id);
-- A finished intake that is opened again is followed by a new one; the old one stays as it was.
ALTER TABLE intake ADD COLUMN follows_id INTEGER REFERENCES intake (id);
-- Where the talk stopped: the key of a question. No history, or every step through the form would be in the way of an undo.
CREATE TABLE intake_place (
  intake_id INTEGER PRIMARY KEY REFERENCES intake (id) ON DELETE CASCADE,
  question  TEXT NOT NULL
) STRICT;

CREATE TABLE intake_talk (
  id          INTEGER PRIMARY KEY,
  intake_id   INTEGER NOT NULL REFERENCES intake (id),
  held_on     TEXT NOT NULL CHECK (date(held_on) IS held_on),
  staff_id    INTEGER NOT NULL REFERENCES staff (id),
  place       TEXT NOT NULL DEFAULT '',
  minutes     INTEGER CHECK (minutes BETWEEN 1 AND 600),
  language    TEXT NOT NULL DEFAULT '',
  interpreter TEXT NOT NULL DEFAULT '' CHECK (interpreter IN ('', 'none', 'ambassador', 'professional', 'phone', 'family')),
  present     TEXT NOT NULL DEFAULT '', -- who else was there, in words
  understood  INTEGER CHECK (understood BETWEEN 1 AND 4),
  remark      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX talk_of ON intake_talk (intake_id, held_on);

CREATE TABLE permission (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  kind           TEXT NOT NULL CHECK (kind IN ('photo', 'story', 'talent_card', 'host_contact', 'helpers', 'aftercare')),
  given_on       TEXT NOT NULL CHECK (date(given_on) IS given_on),
  withdrawn_on   TEXT CHECK (date(withdrawn_on) IS withdrawn_on),
  remark         TEXT NOT NULL DEFAULT '',
  CHECK (withdrawn_on IS NULL OR withdrawn_on >= given_on)
) STRICT;
CREATE INDEX permission_of ON permission (participant_id, kind, given_on);

-- Who sent them, for what ---------------------------------------------------------------------------
CREATE TABLE project (
  id               INTEGER PRIMARY KEY,
  name             TEXT NOT NULL UNIQUE CHECK (trim(name) <> ''),
  municipality_id  INTEGER REFERENCES municipality (id), -- the commissioner; NULL: several
  starts_on        TEXT CHECK (date(starts_on) IS starts_on),
  ends_on          TEXT CHECK (date(ends_on) IS ends_on),
  target_screened  INTEGER CHECK (target_screened >= 0),
  target_started   INTEGER CHECK (target_started >= 0),
  target_placed    INTEGER CHECK (target_placed >= 0),
  remarks          TEXT NOT NULL DEFAULT '',
  active           INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  CHECK (ends_on IS NULL OR starts_on IS NULL OR ends_on >= starts_on)
) STRICT;

ALTER TABLE referral ADD COLUMN project_id INTEGER REFERENCES project (id);
CREATE INDEX referral_in ON referral (project_id) WHERE project_id IS NOT NULL;

-- The person ----------------------------------------------------------------------------------------
-- 'El' on the document stays 'El': no lower case after the first name.
ALTER TABLE participant ADD COLUMN prefix_capital INTEGER NOT NULL DEFAULT 0 CHECK (prefix_capital IN (0, 1));
ALTER TABLE participant ADD COLUMN document_name TEXT NOT NULL DEFAULT ''; -- the whole name as the document has it
ALTER TABLE participant ADD COLUMN emergency_name TEXT NOT NULL DEFAULT '';
ALTER TABLE participant ADD COLUMN emergency_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE participant ADD COLUMN emergency_relation TEXT NOT NULL DEFAULT '';
-- The dossier that this one went into; it is in no list any more, and nothing of it is thrown away.
ALTER TABLE participant ADD COLUMN merged_into INTEGER REFERENCES participant (id);
-- What an employer may read: made from the dossier, then in the coach's and the person's own words (JSON).
ALTER TABLE participant ADD COLUMN talent_card TEXT CHECK (talent_card IS NULL OR json_valid(talent_card));
CREATE INDEX participant_born ON participant (birth_date) WHERE birth_date IS NOT NULL;

CREATE TABLE civic_integration (
  participant_id INTEGER PRIMARY KEY REFERENCES participant (id),
  law            TEXT NOT NULL DEFAULT 'unknown' CHECK (law IN ('wi2021', 'wi2013', 'not_obliged', 'exempt', 'finished', 'unknown')),
  route          TEXT NOT NULL DEFAULT 'unknown' CHECK (route IN ('b1', 'education', 'z', 'none', 'unknown')),
  pip_on         TEXT CHECK (date(pip_on) IS pip_on), -- the day of the personal plan: the term starts the day after
  term_ends_on   TEXT CHECK (date(term_ends_on) IS term_ends_on), -- NULL: as computed from pip_on
  school         TEXT NOT NULL DEFAULT '',
  remark         TEXT NOT NULL DEFAULT ''
) STRICT;

-- When there are language lessons: nothing is planned over them.
CREATE TABLE lesson_part (
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  weekday        INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  part           TEXT NOT NULL CHECK (part IN ('morning', 'afternoon', 'evening')),
  PRIMARY KEY (participant_id, weekday, part)
) STRICT, WITHOUT ROWID;

-- What stands in a file, apart from whose it is. No history, so that a file that was added, taken back and put
-- back again is there with every byte; a row never changes.
CREATE TABLE attachment_file (
  sha256 TEXT PRIMARY KEY,
  bytes  BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 15728640)
) STRICT;
CREATE TRIGGER attachment_file_is_fixed BEFORE UPDATE ON attachment_file
BEGIN SELECT RAISE(ABORT, 'a file never changes'); END;

CREATE TABLE attachment (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  name           TEXT NOT NULL CHECK (trim(name) <> ''),
  name_fold      TEXT NOT NULL,
  type           TEXT NOT NULL CHECK (type IN ('pdf', 'png', 'jpeg', 'docx')), -- by its bytes, not by its name
  size           INTEGER NOT NULL CHECK (size BETWEEN 1 AND 15728640),
  sha256         TEXT NOT NULL REFERENCES attachment_file (sha256),
  added_on       TEXT NOT NULL CHECK (date(added_on) IS added_on),
  staff_id       INTEGER NOT NULL REFERENCES staff (id),
  -- Out of the lists; the file stays, so that it can be put back.
  removed_on     TEXT CHECK (date(removed_on) IS removed_on)
) STRICT;
CREATE INDEX attachment_of ON attachment (participant_id, added_on);

-- The trajectory ------------------------------------------------------------------------------------
CREATE TABLE trajectory_pause (
  id            INTEGER PRIMARY KEY,
  trajectory_id INTEGER NOT NULL REFERENCES trajectory (id),
  starts_on     TEXT NOT NULL CHECK (date(starts_on) IS starts_on),
  ends_on       TEXT CHECK (date(ends_on) IS ends_on), -- last day of the pause; NULL: still paused
  reason        TEXT NOT NULL DEFAULT '',
  CHECK (ends_on IS NULL OR ends_on >= starts_on)
) STRICT;
CREATE INDEX pause_of ON trajectory_pause (trajectory_id, starts_on);

CREATE TABLE trajectory_phase (
  trajectory_id INTEGER NOT NULL REFERENCES trajectory (id),
  since         TEXT NOT NULL CHECK (date(since) IS since),
  phase         TEXT NOT NULL CHECK (phase IN ('intake', 'workshop', 'orientation', 'placement', 'aftercare')),
  PRIMARY KEY (trajectory_id, since)
) STRICT, WITHOUT ROWID;
INSERT INTO trajectory_phase (trajectory_id, since, phase) SELECT id, starts_on, phase FROM trajectory;

-- Why it ended, from the list that municipalities ask for; the words stay in end_reason.
ALTER TABLE trajectory ADD COLUMN end_kind TEXT CHECK (end_kind IN ('planned', 'work', 'education', 'moved', 'health', 'family',
  'not_reachable', 'no_show', 'not_fitting', 'civic_integration', 'by_municipality', 'by_participant', 'deceased', 'other'));
ALTER TABLE trajectory ADD COLUMN end_discussed_with TEXT NOT NULL DEFAULT '';
ALTER TABLE trajectory ADD COLUMN end_discussed_on TEXT CHECK (date(end_discussed_on) IS end_discussed_on);

-- A planned end may also come earlier.
CREATE TABLE trajectory_extension_new (
  id              INTEGER PRIMARY KEY,
  trajectory_id   INTEGER NOT NULL REFERENCES trajectory (id),
  agreed_on       TEXT NOT NULL CHECK (date(agreed_on) IS agreed_on),
  old_end_on      TEXT NOT NULL CHECK (date(old_end_on) IS old_end_on),
  new_end_on      TEXT NOT NULL CHECK (date(new_end_on) IS new_end_on),
  reason          TEXT NOT NULL DEFAULT '',
  CHECK (new_end_on <> old_end_on)
) STRICT;
INSERT INTO trajectory_extension_new (id, trajectory_id, agreed_on, old_end_on, new_end_on, reason)
  SELECT id, trajectory_id, agreed_on, old_end_on, new_end_on, reason FROM trajectory_extension;
DROP TABLE trajectory_extension;
ALTER TABLE trajectory_extension_new RENAME TO trajectory_extension;
CREATE INDEX extension_of ON trajectory_extension (trajectory_id);

CREATE TABLE goal_new (
  id            INTEGER PRIMARY KEY,
  trajectory_id INTEGER NOT NULL REFERENCES trajectory (id),
  position      INTEGER NOT NULL CHECK (position >= 1),
  description   TEXT NOT NULL CHECK (trim(description) <> ''),
  state         TEXT NOT NULL DEFAULT 'not_started' CHECK (state IN ('not_started', 'busy', 'reached', 'partly', 'not', 'changed')),
  state_on      TEXT CHECK (date(state_on) IS state_on), -- since when it stands so; NULL: not known
  remark        TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO goal_new (id, trajectory_id, position, description, state, remark)
  SELECT id, trajectory_id, position, description, state, remark FROM goal;
DROP TABLE goal;
ALTER TABLE goal_new RENAME TO goal;
CREATE INDEX goal_of ON goal (trajectory_id, position);

-- What was said, what has to be done ----------------------------------------------------------------
ALTER TABLE contact_note ADD COLUMN present TEXT NOT NULL DEFAULT ''; -- who was there, in words
ALTER TABLE task ADD COLUMN staff_id INTEGER REFERENCES staff (id); -- whose task it is; NULL: everybody's
ALTER TABLE task ADD COLUMN note_id INTEGER REFERENCES contact_note (id); -- the note that it follows from
-- The question that waits for "later", and is done once it has an answer.
ALTER TABLE task ADD COLUMN intake_id INTEGER REFERENCES intake (id);
ALTER TABLE task ADD COLUMN question TEXT NOT NULL DEFAULT '';
CREATE INDEX task_asks ON task (intake_id, question) WHERE intake_id IS NOT NULL;
-- Words that deserve a second look before they are kept, one a line; NULL: the list of the program.
ALTER TABLE office ADD COLUMN sensitive_words TEXT;
ALTER TABLE office ADD COLUMN no_contact_days INTEGER NOT NULL DEFAULT 14 CHECK (no_contact_days BETWEEN 1 AND 180);

-- What was taken away from a person, for the history of that person.
CREATE INDEX change_removed ON change (table_name) WHERE op = 'delete';

-- Letters -------------------------------------------------------------------------------------------
-- More kinds; a report of an intake has no trajectory yet.
CREATE TABLE letter_new (
  id              INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind IN ('progress', 'end', 'intake', 'extension', 'no_show', 'ready_for_work', 'invitation',
                                                'hours', 'placement', 'certificate', 'aftercare', 'results')),
  participant_id  INTEGER NOT NULL REFERENCES participant (id),
  trajectory_id   INTEGER REFERENCES trajectory (id),
  intake_id       INTEGER REFERENCES intake (id),
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
  CHECK (kind <> 'progress' OR trajectory_id IS NOT NULL),
  CHECK (kind <> 'intake' OR intake_id IS NOT NULL),
  CHECK ((state = 'draft') = (number IS NULL)),
  CHECK ((number IS NULL) = (pdf IS NULL) AND (number IS NULL) = (pdf_sha256 IS NULL)
     AND (number IS NULL) = (facts IS NULL) AND (number IS NULL) = (finalised_at IS NULL)),
  CHECK ((state = 'sent') <= (sent_on IS NOT NULL))
) STRICT;
INSERT INTO letter_new (id, kind, participant_id, trajectory_id, case_manager_id, staff_id, period_from, period_to, state,
                        dated_on, draft, number, facts, pdf, pdf_sha256, finalised_at, sent_on, sent_how)
  SELECT id, kind, participant_id, trajectory_id, case_manager_id, staff_id, period_from, period_to, state,
         dated_on, draft, number, facts, pdf, pdf_sha256, finalised_at, sent_on, sent_how FROM letter;
DROP TABLE letter;
ALTER TABLE letter_new RENAME TO letter;
CREATE INDEX letter_of ON letter (trajectory_id, period_to);
CREATE INDEX letter_person ON letter (participant_id);
CREATE INDEX letter_state ON letter (state);

CREATE TRIGGER letter_final_is_fixed BEFORE UPDATE ON letter
WHEN old.number IS NOT NULL AND (
  new.number IS NOT old.number OR new.pdf IS NOT old.pdf OR new.pdf_sha256 IS NOT old.pdf_sha256
  OR new.facts IS NOT old.facts OR new.draft IS NOT old.draft OR new.finalised_at IS NOT old.finalised_at
  OR new.participant_id IS NOT old.participant_id OR new.trajectory_id IS NOT old.trajectory_id
  OR new.intake_id IS NOT old.intake_id
  OR new.case_manager_id IS NOT old.case_manager_id OR new.staff_id IS NOT old.staff_id
  OR new.period_from IS NOT old.period_from OR new.period_to IS NOT old.period_to
  OR new.dated_on IS NOT old.dated_on OR new.kind IS NOT old.kind)
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;
CREATE TRIGGER letter_final_stays BEFORE DELETE ON letter WHEN old.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;
`
