/**
 * Letters of every kind: to a municipality, to a participant, about a period; looked at by a colleague, replaced and
 * withdrawn; with the office's own letterhead, blocks and numbers; printed in runs.
 */
export const version = 7
export const name = 'letters'

export const sql = /* sql */ `
CREATE TABLE letter_new (
  id              INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL CHECK (kind IN ('progress', 'end', 'intake', 'extension', 'no_show', 'ready_for_work', 'invitation',
                                                'hours', 'placement', 'certificate', 'aftercare', 'results')),
  participant_id  INTEGER REFERENCES participant (id), -- NULL: about a period, not about a person
  trajectory_id   INTEGER REFERENCES trajectory (id),
  intake_id       INTEGER REFERENCES intake (id),
  signal_id       INTEGER REFERENCES ready_signal (id),
  placement_id    INTEGER REFERENCES placement (id),
  aftercare_id    INTEGER REFERENCES aftercare (id),
  project_id      INTEGER REFERENCES project (id), -- of results; NULL: all of them
  municipality_id INTEGER REFERENCES municipality (id), -- of results: whose; of the others the case manager says it
  case_manager_id INTEGER REFERENCES case_manager (id), -- NULL: to the participant, or to the municipality as a whole
  staff_id        INTEGER NOT NULL REFERENCES staff (id),
  period_from     TEXT NOT NULL CHECK (date(period_from) IS period_from),
  period_to       TEXT NOT NULL CHECK (date(period_to) IS period_to),
  state           TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'review', 'final', 'sent', 'replaced', 'withdrawn')),
  dated_on        TEXT NOT NULL CHECK (date(dated_on) IS dated_on),
  draft           TEXT NOT NULL CHECK (json_valid(draft)), -- the free paragraphs and the notes left out
  layout          TEXT CHECK (json_valid(layout)), -- blocks of this letter alone; NULL: as the template of its kind
  seen_facts      TEXT CHECK (json_valid(seen_facts)), -- the facts when it was last looked through
  replaces_id     INTEGER REFERENCES letter_new (id),
  asked_by        INTEGER REFERENCES staff (id), -- who asked a colleague to look at it
  asked_on        TEXT CHECK (date(asked_on) IS asked_on),
  approved_by     INTEGER REFERENCES staff (id),
  approved_on     TEXT CHECK (date(approved_on) IS approved_on),
  review_remark   TEXT NOT NULL DEFAULT '', -- what the colleague said
  withdrawn_on    TEXT CHECK (date(withdrawn_on) IS withdrawn_on),
  withdrawn_why   TEXT NOT NULL DEFAULT '',
  number          TEXT UNIQUE,
  facts           TEXT CHECK (facts IS NULL OR json_valid(facts)),
  pdf             BLOB,
  pages           INTEGER CHECK (pages >= 1), -- NULL: from before they were counted
  pdf_sha256      TEXT,
  finalised_at    TEXT,
  sent_on         TEXT CHECK (date(sent_on) IS sent_on),
  sent_how        TEXT CHECK (sent_how IN ('post', 'handed', 'email')),
  CHECK (period_to >= period_from),
  CHECK ((participant_id IS NULL) = (kind = 'results')),
  CHECK (kind NOT IN ('progress', 'end', 'extension', 'no_show', 'hours', 'certificate') OR trajectory_id IS NOT NULL),
  CHECK (kind <> 'intake' OR intake_id IS NOT NULL),
  CHECK (kind <> 'placement' OR placement_id IS NOT NULL),
  CHECK (kind <> 'aftercare' OR aftercare_id IS NOT NULL),
  CHECK ((state IN ('draft', 'review')) = (number IS NULL)),
  CHECK ((number IS NULL) = (pdf IS NULL) AND (number IS NULL) = (pdf_sha256 IS NULL)
     AND (number IS NULL) = (facts IS NULL) AND (number IS NULL) = (finalised_at IS NULL)),
  CHECK ((state = 'review') <= (asked_on IS NOT NULL)),
  CHECK ((approved_on IS NULL) = (approved_by IS NULL)),
  CHECK ((state = 'withdrawn') = (withdrawn_on IS NOT NULL)),
  CHECK ((state = 'sent') <= (sent_on IS NOT NULL))
) STRICT;

-- Nothing could be withdrawn before, so no day is missing.
INSERT INTO letter_new (id, kind, participant_id, trajectory_id, intake_id, signal_id, case_manager_id, staff_id, period_from,
                        period_to, state, dated_on, draft, number, facts, pdf, pdf_sha256, finalised_at, sent_on, sent_how)
  SELECT id, kind, participant_id, trajectory_id, intake_id, signal_id, case_manager_id, staff_id, period_from,
         period_to, state, dated_on, draft, number, facts, pdf, pdf_sha256, finalised_at, sent_on, sent_how FROM letter;
DROP TABLE letter;
ALTER TABLE letter_new RENAME TO letter;
CREATE INDEX letter_of ON letter (trajectory_id, period_to);
CREATE INDEX letter_person ON letter (participant_id);
CREATE INDEX letter_state ON letter (state);
CREATE INDEX letter_of_intake ON letter (intake_id) WHERE intake_id IS NOT NULL;
CREATE INDEX letter_of_signal ON letter (signal_id) WHERE signal_id IS NOT NULL;
CREATE INDEX letter_of_placement ON letter (placement_id) WHERE placement_id IS NOT NULL;
CREATE INDEX letter_of_aftercare ON letter (aftercare_id) WHERE aftercare_id IS NOT NULL;
CREATE INDEX letter_replacing ON letter (replaces_id) WHERE replaces_id IS NOT NULL;

-- What has a number never changes; only where it went, and whether another took its place.
CREATE TRIGGER letter_final_is_fixed BEFORE UPDATE ON letter
WHEN old.number IS NOT NULL AND (
  new.number IS NOT old.number OR new.pdf IS NOT old.pdf OR new.pages IS NOT old.pages OR new.pdf_sha256 IS NOT old.pdf_sha256
  OR new.facts IS NOT old.facts OR new.draft IS NOT old.draft OR new.layout IS NOT old.layout
  OR new.finalised_at IS NOT old.finalised_at
  OR new.participant_id IS NOT old.participant_id OR new.trajectory_id IS NOT old.trajectory_id
  OR new.intake_id IS NOT old.intake_id OR new.signal_id IS NOT old.signal_id OR new.placement_id IS NOT old.placement_id
  OR new.aftercare_id IS NOT old.aftercare_id OR new.project_id IS NOT old.project_id
  OR new.municipality_id IS NOT old.municipality_id OR new.replaces_id IS NOT old.replaces_id
  OR new.case_manager_id IS NOT old.case_manager_id OR new.staff_id IS NOT old.staff_id
  OR new.period_from IS NOT old.period_from OR new.period_to IS NOT old.period_to
  OR new.approved_by IS NOT old.approved_by OR new.approved_on IS NOT old.approved_on OR new.asked_by IS NOT old.asked_by
  OR new.dated_on IS NOT old.dated_on OR new.kind IS NOT old.kind)
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;
CREATE TRIGGER letter_final_stays BEFORE DELETE ON letter WHEN old.number IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;

-- When a letter is due: the first, then every so often, and before the end. A municipality may want it otherwise.
ALTER TABLE office ADD COLUMN letter_first_weeks INTEGER CHECK (letter_first_weeks BETWEEN 1 AND 52); -- NULL: as the others
ALTER TABLE office ADD COLUMN letter_number_form TEXT NOT NULL DEFAULT '{year}-{number}' CHECK (letter_number_form LIKE '%{number}%');
ALTER TABLE office ADD COLUMN letter_review INTEGER NOT NULL DEFAULT 0 CHECK (letter_review IN (0, 1)); -- a colleague looks first
CREATE TABLE letter_rule (
  municipality_id  INTEGER PRIMARY KEY REFERENCES municipality (id),
  first_weeks      INTEGER CHECK (first_weeks BETWEEN 1 AND 52), -- NULL: as the office
  interval_weeks   INTEGER CHECK (interval_weeks BETWEEN 1 AND 52),
  before_end_weeks INTEGER CHECK (before_end_weeks BETWEEN 0 AND 26)
) STRICT;
-- A letter that was due and is put off, or is not needed. One word for each moment.
CREATE TABLE letter_put_off (
  id            INTEGER PRIMARY KEY,
  trajectory_id INTEGER NOT NULL REFERENCES trajectory (id),
  due_on        TEXT NOT NULL CHECK (date(due_on) IS due_on),
  until_on      TEXT CHECK (date(until_on) IS until_on), -- NULL: not needed
  why           TEXT NOT NULL DEFAULT '',
  decided_on    TEXT NOT NULL CHECK (date(decided_on) IS decided_on),
  staff_id      INTEGER NOT NULL REFERENCES staff (id),
  UNIQUE (trajectory_id, due_on),
  CHECK (until_on IS NULL OR until_on > due_on)
) STRICT;

-- Blocks and own paragraphs of a kind of letter, of the office or of one municipality.
CREATE TABLE letter_template (
  id              INTEGER PRIMARY KEY,
  kind            TEXT NOT NULL,
  municipality_id INTEGER REFERENCES municipality (id), -- NULL: the office's own
  layout          TEXT NOT NULL CHECK (json_valid(layout))
) STRICT;
CREATE UNIQUE INDEX letter_template_for ON letter_template (kind, ifnull(municipality_id, 0));

-- Pictures: a logo, signatures. They never change and are never overwritten, so that a step back finds them.
CREATE TABLE picture (
  id     INTEGER PRIMARY KEY,
  type   TEXT NOT NULL CHECK (type IN ('png', 'svg')),
  bytes  BLOB NOT NULL,
  sha256 TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE letterhead (
  id            INTEGER PRIMARY KEY CHECK (id = 1),
  logo_id       INTEGER REFERENCES picture (id),
  logo_name     TEXT NOT NULL DEFAULT '', -- what it shows, for who cannot see it
  logo_height   INTEGER NOT NULL DEFAULT 180 CHECK (logo_height BETWEEN 50 AND 300), -- tenths of a millimetre
  accent        TEXT NOT NULL DEFAULT '' CHECK (accent = '' OR (length(accent) = 7 AND accent GLOB '#[0-9A-F]*')),
  window_side   TEXT NOT NULL DEFAULT 'left' CHECK (window_side IN ('left', 'right')),
  window_x      INTEGER NOT NULL DEFAULT 0 CHECK (window_x BETWEEN -200 AND 200), -- tenths of a millimetre, to the right
  window_y      INTEGER NOT NULL DEFAULT 0 CHECK (window_y BETWEEN -200 AND 200)
) STRICT;
CREATE TABLE signature (
  staff_id     INTEGER PRIMARY KEY REFERENCES staff (id),
  picture_id   INTEGER NOT NULL REFERENCES picture (id),
  permitted_on TEXT NOT NULL CHECK (date(permitted_on) IS permitted_on)
) STRICT;

-- A run is one print file of several letters; sent is only what came out of the printer well.
CREATE TABLE print_run (
  id       INTEGER PRIMARY KEY,
  made_at  TEXT NOT NULL,
  staff_id INTEGER NOT NULL REFERENCES staff (id),
  state    TEXT NOT NULL DEFAULT 'printing' CHECK (state IN ('printing', 'done'))
) STRICT;
CREATE TABLE print_run_letter (
  run_id    INTEGER NOT NULL REFERENCES print_run (id) ON DELETE CASCADE,
  position  INTEGER NOT NULL CHECK (position >= 1),
  letter_id INTEGER NOT NULL REFERENCES letter (id),
  PRIMARY KEY (run_id, position),
  UNIQUE (run_id, letter_id)
) STRICT, WITHOUT ROWID;
-- Each time a letter went to the printer.
CREATE TABLE letter_print (
  id         INTEGER PRIMARY KEY,
  letter_id  INTEGER NOT NULL REFERENCES letter (id),
  printed_at TEXT NOT NULL,
  staff_id   INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX letter_print_of ON letter_print (letter_id);

-- The figures of a period look for what happened in it.
CREATE INDEX skill_on ON skill_assessment (assessed_on, participant_id);
CREATE INDEX ladder_on ON ladder_assessment (assessed_on, participant_id);
CREATE INDEX aftercare_on ON aftercare (due_on);
CREATE INDEX aftercare_done ON aftercare (done_on);
CREATE INDEX placement_figures ON placement (stage, starts_on, participant_id, kind, ended_on);
CREATE INDEX language_figures ON language_assessment (participant_id, skill, assessed_on, id, source, level);
`
