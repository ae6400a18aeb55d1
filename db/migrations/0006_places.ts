/**
 * Places: the network around the workshop, what an opening asks, how far it is, why somebody fits, the agreement
 * of a placement and how it goes there, and what came after.
 */
export const version = 6
export const name = 'places'

/** The match facts of one person are made again. */
const factsOf = (id: string) => `
  DELETE FROM match_facts WHERE participant_id = ${id};
  INSERT INTO match_facts SELECT participant_id, facts FROM match_now WHERE participant_id = ${id};`

type Row = 'old' | 'new'

/** After these events on a table, the facts of the row's person follow. `of`: how its person is found. */
const factsFollow = (
  table: string,
  events: readonly string[],
  of: (row: Row) => string,
  when: (row: Row) => string = () => '',
) =>
  events
    .map((event) => {
      const rows: Row[] = event === 'INSERT' ? ['new'] : event === 'DELETE' ? ['old'] : ['old', 'new']
      const only = rows.map(when).filter(Boolean).join(' OR ')
      return `CREATE TRIGGER match_${table}_${event.slice(0, 6).toLowerCase()} AFTER ${event} ON ${table}
${only && `WHEN ${only} `}BEGIN${rows.map((row) => factsOf(of(row))).join('')}
END;`
    })
    .join('\n')

const any = ['INSERT', 'UPDATE', 'DELETE']
const ownPerson = (row: Row) => `${row}.participant_id`

/** What the intake asks that matching rests on; core/matching/facts.ts reads the answers. */
const asked = `('available', 'hours_per_day', 'days_per_week', 'travel_minutes', 'body_work', 'driving', 'sectors',
  'inside_outside', 'alone_together', 'advice')`

export const sql = /* sql */ `
-- The network ------------------------------------------------------------------------------------------
ALTER TABLE host ADD COLUMN offers TEXT NOT NULL DEFAULT ''; -- what can be done there, in words
ALTER TABLE host ADD COLUMN guidance TEXT NOT NULL DEFAULT '' CHECK (guidance IN ('', 'none', 'some', 'daily'));
ALTER TABLE host ADD COLUMN experience TEXT NOT NULL DEFAULT ''; -- how it went so far
ALTER TABLE host ADD COLUMN languages TEXT NOT NULL DEFAULT ''; -- spoken there, besides Dutch

CREATE TABLE host_person (
  id             INTEGER PRIMARY KEY,
  host_id        INTEGER NOT NULL REFERENCES host (id),
  name           TEXT NOT NULL CHECK (trim(name) <> ''),
  function_title TEXT NOT NULL DEFAULT '',
  phone          TEXT NOT NULL DEFAULT '',
  email          TEXT NOT NULL DEFAULT '',
  remark         TEXT NOT NULL DEFAULT '',
  active         INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;
CREATE INDEX host_person_of ON host_person (host_id);
INSERT INTO host_person (host_id, name, function_title)
SELECT id, iif(trim(contact_name) = '', contact_function, contact_name), iif(trim(contact_name) = '', '', contact_function)
  FROM host WHERE trim(contact_name || contact_function) <> '';
ALTER TABLE host DROP COLUMN contact_name;
ALTER TABLE host DROP COLUMN contact_function;
-- Words that were typed become the key of the intake's question about sectors where they mean the same.
UPDATE host SET sector = CASE lower(trim(sector))
  WHEN 'horeca' THEN 'catering' WHEN 'zorg' THEN 'care' WHEN 'techniek' THEN 'technology' WHEN 'bouw' THEN 'construction'
  WHEN 'logistiek' THEN 'logistics' WHEN 'magazijn' THEN 'logistics' WHEN 'schoonmaak' THEN 'cleaning'
  WHEN 'groen' THEN 'green' WHEN 'tuin' THEN 'green' WHEN 'winkel' THEN 'shop' WHEN 'textiel' THEN 'textile'
  WHEN 'hout' THEN 'wood' WHEN 'kantoor' THEN 'office' WHEN 'onderwijs' THEN 'childcare' WHEN 'kinderopvang' THEN 'childcare'
  WHEN 'kapper' THEN 'hair' WHEN 'ict' THEN 'it' WHEN 'vervoer' THEN 'transport' WHEN 'kringloop' THEN 'second_hand'
  ELSE sector END;

-- What was said with an organisation or with a case manager; a question stays open until it was answered.
CREATE TABLE network_contact (
  id              INTEGER PRIMARY KEY,
  host_id         INTEGER REFERENCES host (id),
  case_manager_id INTEGER REFERENCES case_manager (id),
  participant_id  INTEGER REFERENCES participant (id), -- whom it was about
  happened_on     TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
  kind            TEXT NOT NULL CHECK (kind IN ('phone', 'visit', 'email', 'meeting', 'coaching')),
  body            TEXT NOT NULL DEFAULT '',
  question        TEXT NOT NULL DEFAULT '',
  answered_on     TEXT CHECK (date(answered_on) IS answered_on),
  answer          TEXT NOT NULL DEFAULT '',
  satisfaction    INTEGER CHECK (satisfaction BETWEEN 1 AND 5), -- of the organisation, in its own words
  staff_id        INTEGER NOT NULL REFERENCES staff (id),
  CHECK ((host_id IS NULL) <> (case_manager_id IS NULL)),
  CHECK (answered_on IS NULL OR answered_on >= happened_on)
) STRICT;
CREATE INDEX contact_with_host ON network_contact (host_id, happened_on) WHERE host_id IS NOT NULL;
CREATE INDEX contact_with_case_manager ON network_contact (case_manager_id, happened_on) WHERE case_manager_id IS NOT NULL;
CREATE INDEX question_open ON network_contact (happened_on) WHERE question <> '' AND answered_on IS NULL;

-- An evening for organisations about one theme.
CREATE TABLE theme_evening (
  id          INTEGER PRIMARY KEY,
  happens_on  TEXT NOT NULL CHECK (date(happens_on) IS happens_on),
  theme       TEXT NOT NULL CHECK (trim(theme) <> ''),
  questions   TEXT NOT NULL DEFAULT '', -- what organisations asked
  remark      TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE theme_evening_host (
  evening_id   INTEGER NOT NULL REFERENCES theme_evening (id),
  host_id      INTEGER NOT NULL REFERENCES host (id),
  people       INTEGER NOT NULL DEFAULT 1 CHECK (people BETWEEN 0 AND 200),
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  PRIMARY KEY (evening_id, host_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX evenings_of ON theme_evening_host (host_id);

-- Somebody from the community who helps with language and trust; not a professional interpreter.
CREATE TABLE ambassador (
  id        INTEGER PRIMARY KEY,
  name      TEXT NOT NULL CHECK (trim(name) <> ''),
  name_fold TEXT NOT NULL,
  phone     TEXT NOT NULL DEFAULT '',
  email     TEXT NOT NULL DEFAULT '',
  remark    TEXT NOT NULL DEFAULT '',
  active    INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1))
) STRICT;

CREATE TABLE ambassador_language (
  ambassador_id INTEGER NOT NULL REFERENCES ambassador (id) ON DELETE CASCADE,
  language      TEXT NOT NULL CHECK (trim(language) <> ''), -- as the office writes it: "Tigrinya"
  PRIMARY KEY (ambassador_id, language)
) STRICT, WITHOUT ROWID;

CREATE TABLE ambassador_part (
  ambassador_id INTEGER NOT NULL REFERENCES ambassador (id) ON DELETE CASCADE,
  weekday       INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  part          TEXT NOT NULL CHECK (part IN ('morning', 'afternoon', 'evening')),
  PRIMARY KEY (ambassador_id, weekday, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE ambassador_help (
  id             INTEGER PRIMARY KEY,
  ambassador_id  INTEGER NOT NULL REFERENCES ambassador (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  happened_on    TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
  what           TEXT NOT NULL CHECK (what IN ('intake', 'talk', 'visit', 'letter', 'other')),
  remark         TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX help_by ON ambassador_help (ambassador_id, happened_on);
CREATE INDEX help_for ON ambassador_help (participant_id, happened_on);
ALTER TABLE intake_talk ADD COLUMN ambassador_id INTEGER REFERENCES ambassador (id); -- who helped with the language
CREATE INDEX talk_with ON intake_talk (ambassador_id) WHERE ambassador_id IS NOT NULL;

-- Openings ---------------------------------------------------------------------------------------------
ALTER TABLE opening ADD COLUMN sector TEXT NOT NULL DEFAULT ''; -- a key of the intake's question about sectors
ALTER TABLE opening ADD COLUMN place TEXT NOT NULL DEFAULT ''; -- another town than the organisation's
ALTER TABLE opening ADD COLUMN postcode TEXT NOT NULL DEFAULT ''; -- '' with a place of its own: as the organisation's
ALTER TABLE opening ADD COLUMN surroundings TEXT NOT NULL DEFAULT '' CHECK (surroundings IN ('', 'inside', 'outside', 'both'));
ALTER TABLE opening ADD COLUMN company TEXT NOT NULL DEFAULT '' CHECK (company IN ('', 'alone', 'together', 'both'));
ALTER TABLE opening ADD COLUMN licence TEXT NOT NULL DEFAULT ''; -- a key of the intake's question about driving
ALTER TABLE opening ADD COLUMN insurance TEXT NOT NULL DEFAULT '' CHECK (insurance IN ('', 'host', 'office', 'municipality'));
ALTER TABLE opening ADD COLUMN parts_needed INTEGER CHECK (parts_needed BETWEEN 1 AND 21); -- of its half-days; NULL: all
ALTER TABLE opening ADD COLUMN confirmed_on TEXT CHECK (date(confirmed_on) IS confirmed_on);

CREATE TABLE opening_part (
  opening_id INTEGER NOT NULL REFERENCES opening (id) ON DELETE CASCADE,
  weekday    INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  part       TEXT NOT NULL CHECK (part IN ('morning', 'afternoon', 'evening')),
  PRIMARY KEY (opening_id, weekday, part)
) STRICT, WITHOUT ROWID;

-- What is heavy about it: the items of the intake's question about work that the body can do.
CREATE TABLE opening_demand (
  opening_id INTEGER NOT NULL REFERENCES opening (id) ON DELETE CASCADE,
  item       TEXT NOT NULL,
  amount     TEXT NOT NULL CHECK (amount IN ('some', 'much')),
  PRIMARY KEY (opening_id, item)
) STRICT, WITHOUT ROWID;

-- How far ---------------------------------------------------------------------------------------------
-- The middle of each four-digit postcode, as the office loaded it. Not in the history: it is loaded again whole.
CREATE TABLE postcode_centre (
  postcode  TEXT PRIMARY KEY CHECK (postcode GLOB '[1-9][0-9][0-9][0-9]'),
  latitude  REAL NOT NULL CHECK (latitude BETWEEN 50.5 AND 53.8),
  longitude REAL NOT NULL CHECK (longitude BETWEEN 3.1 AND 7.4)
) STRICT, WITHOUT ROWID;
-- When it was loaded; one row, or none. Goes with the table, so in no history either.
CREATE TABLE postcode_table (
  id        INTEGER PRIMARY KEY CHECK (id = 1),
  loaded_at TEXT NOT NULL,
  rows      INTEGER NOT NULL CHECK (rows > 0)
) STRICT;

-- Typed once per pair of places, whichever way one goes. A place is a four-digit postcode, or a folded town.
CREATE TABLE travel_time (
  place   TEXT NOT NULL,
  other   TEXT NOT NULL,
  minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 300),
  PRIMARY KEY (place, other),
  CHECK (place <> '' AND place <= other)
) STRICT, WITHOUT ROWID;
CREATE INDEX travel_time_back ON travel_time (other);

-- What the coach decided about somebody and an opening, and why.
CREATE TABLE match_choice (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  opening_id     INTEGER NOT NULL REFERENCES opening (id),
  choice         TEXT NOT NULL CHECK (choice IN ('chosen', 'later', 'declined')),
  reason         TEXT NOT NULL DEFAULT '',
  chosen_on      TEXT NOT NULL CHECK (date(chosen_on) IS chosen_on),
  staff_id       INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX choice_of ON match_choice (participant_id, opening_id, chosen_on);
CREATE INDEX choice_for ON match_choice (opening_id, chosen_on);

-- Placements -------------------------------------------------------------------------------------------
ALTER TABLE placement ADD COLUMN allowance TEXT NOT NULL DEFAULT ''; -- in words: "reiskosten"
ALTER TABLE placement ADD COLUMN insurance TEXT NOT NULL DEFAULT '' CHECK (insurance IN ('', 'host', 'office', 'municipality'));
ALTER TABLE placement ADD COLUMN supervisor_phone TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN agreed_on TEXT CHECK (date(agreed_on) IS agreed_on); -- the day of the agreement
ALTER TABLE placement ADD COLUMN job_form TEXT NOT NULL DEFAULT ''
  CHECK (job_form IN ('', 'regular', 'wage_subsidy', 'agency', 'self_employed'));
-- By the participant's own word: what gave energy there, and whether it was the work that was hoped for.
ALTER TABLE placement ADD COLUMN energy TEXT NOT NULL DEFAULT '';
ALTER TABLE placement ADD COLUMN meaningful TEXT CHECK (meaningful IN ('yes', 'partly', 'no'));
ALTER TABLE placement ADD COLUMN own_opinion TEXT NOT NULL DEFAULT '';

CREATE TABLE placement_part (
  placement_id INTEGER NOT NULL REFERENCES placement (id) ON DELETE CASCADE,
  weekday      INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  part         TEXT NOT NULL CHECK (part IN ('morning', 'afternoon', 'evening')),
  PRIMARY KEY (placement_id, weekday, part)
) STRICT, WITHOUT ROWID;

CREATE TABLE placement_checkin (
  id           INTEGER PRIMARY KEY,
  placement_id INTEGER NOT NULL REFERENCES placement (id),
  happened_on  TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
  with_whom    TEXT NOT NULL CHECK (with_whom IN ('participant', 'host', 'both')),
  going        TEXT CHECK (going IN ('well', 'fair', 'badly')),
  body         TEXT NOT NULL DEFAULT '',
  staff_id     INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX checkin_of ON placement_checkin (placement_id, happened_on);

-- How long a placement of a kind lasts, for all or for one municipality.
CREATE TABLE placement_term (
  id              INTEGER PRIMARY KEY,
  municipality_id INTEGER REFERENCES municipality (id), -- NULL: every municipality without a term of its own
  kind            TEXT NOT NULL CHECK (kind IN ('volunteer', 'work_experience', 'learn_work', 'trial', 'internship', 'education', 'job')),
  months          INTEGER NOT NULL CHECK (months BETWEEN 1 AND 48),
  warn_weeks      INTEGER NOT NULL DEFAULT 2 CHECK (warn_weeks BETWEEN 0 AND 26)
) STRICT;
CREATE UNIQUE INDEX one_term ON placement_term (coalesce(municipality_id, 0), kind);
INSERT INTO placement_term (kind, months) VALUES ('trial', 2), ('work_experience', 3);

-- Ready for the labour market: told by an organisation or a coach, for the case manager.
CREATE TABLE ready_signal (
  id             INTEGER PRIMARY KEY,
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  placement_id   INTEGER REFERENCES placement (id),
  signalled_on   TEXT NOT NULL CHECK (date(signalled_on) IS signalled_on),
  told_by        TEXT NOT NULL CHECK (told_by IN ('host', 'coach')),
  body           TEXT NOT NULL DEFAULT '', -- what was seen: facts, for the letter
  staff_id       INTEGER NOT NULL REFERENCES staff (id)
) STRICT;
CREATE INDEX signal_of ON ready_signal (participant_id, signalled_on);

-- What matching rests on, about each person ----------------------------------------------------------------
-- The newest answer to each question ("ask me later" is none), when there are lessons, which half-days placements
-- take, what is spoken, and when the last trajectory ended (NULL while one runs, or before the first).
CREATE VIEW match_now AS SELECT p.id AS participant_id, json_object(
    'postcode', p.postcode, 'town', p.city,
    'answers', json((SELECT json_group_object(question, json(value)) FROM (
      SELECT a.question, a.value,
             row_number() OVER (PARTITION BY a.question ORDER BY i.started_on DESC, i.id DESC) AS nth
        FROM intake i JOIN intake_answer a ON a.intake_id = i.id
       WHERE i.participant_id = p.id AND a.question IN ${asked} AND a.no_answer IS NOT 'later')
      WHERE nth = 1 AND value IS NOT NULL)),
    'lessons', json((SELECT json_group_array(weekday || '-' || part) FROM lesson_part WHERE participant_id = p.id)),
    'placed', json((SELECT json_group_array(DISTINCT q.weekday || '-' || q.part)
      FROM placement l JOIN placement_part q ON q.placement_id = l.id
     WHERE l.participant_id = p.id AND l.stage IN ('trial', 'placed'))),
    'speaking', (SELECT level FROM language_assessment WHERE participant_id = p.id AND skill = 'speaking'
      ORDER BY assessed_on DESC, id DESC LIMIT 1),
    'over', (SELECT iif(count(ended_on) = count(*), max(ended_on), NULL) FROM trajectory WHERE participant_id = p.id)
  ) AS facts
  FROM participant p WHERE p.merged_into IS NULL;
-- The same, kept, so that thousands of people are read at once. Derived: in no history. docs/decisions/0011.
CREATE TABLE match_facts (
  participant_id INTEGER PRIMARY KEY REFERENCES participant (id) ON DELETE CASCADE,
  facts          TEXT NOT NULL
) STRICT;
INSERT INTO match_facts SELECT participant_id, facts FROM match_now;
CREATE TRIGGER match_participant_added AFTER INSERT ON participant BEGIN${factsOf('new.id')}
END;
CREATE TRIGGER match_participant_changed AFTER UPDATE OF postcode, city, merged_into ON participant
BEGIN${factsOf('new.id')}
END;
${factsFollow('intake', ['UPDATE OF participant_id, started_on'], ownPerson)}
${factsFollow(
  'intake_answer',
  any,
  (row) => `(SELECT participant_id FROM intake WHERE id = ${row}.intake_id)`,
  (row) => `${row}.question IN ${asked}`,
)}
${factsFollow('lesson_part', any, ownPerson)}
${factsFollow('language_assessment', any, ownPerson, (row) => `${row}.skill = 'speaking'`)}
${factsFollow('trajectory', ['INSERT', 'UPDATE OF participant_id, ended_on', 'DELETE'], ownPerson)}
${factsFollow('placement', ['UPDATE OF participant_id, stage', 'DELETE'], ownPerson)}
${factsFollow('placement_part', any, (row) => `(SELECT participant_id FROM placement WHERE id = ${row}.placement_id)`)}

-- Aftercare --------------------------------------------------------------------------------------------
ALTER TABLE aftercare ADD COLUMN own_day INTEGER NOT NULL DEFAULT 0 CHECK (own_day IN (0, 1)); -- 1: somebody chose due_on
ALTER TABLE aftercare ADD COLUMN try_on TEXT CHECK (date(try_on) IS try_on); -- when it is tried again
ALTER TABLE aftercare ADD COLUMN moved_on_to TEXT NOT NULL DEFAULT '';
ALTER TABLE aftercare ADD COLUMN story TEXT NOT NULL DEFAULT ''; -- told with permission
-- Nobody asks any more: the person does not want to be called, or cannot be.
ALTER TABLE aftercare ADD COLUMN dropped_on TEXT CHECK (date(dropped_on) IS dropped_on);
ALTER TABLE aftercare ADD COLUMN dropped_why TEXT NOT NULL DEFAULT '';

CREATE TABLE aftercare_attempt (
  id           INTEGER PRIMARY KEY,
  aftercare_id INTEGER NOT NULL REFERENCES aftercare (id),
  tried_on     TEXT NOT NULL CHECK (date(tried_on) IS tried_on),
  how          TEXT NOT NULL CHECK (how IN ('', 'phone', 'whatsapp', 'email', 'visit', 'letter')), -- '': from when attempts
  reached      INTEGER NOT NULL CHECK (reached IN (0, 1)),                                         -- were only counted
  remark       TEXT NOT NULL DEFAULT '',
  staff_id     INTEGER REFERENCES staff (id), -- NULL: from when attempts were only counted
  CHECK (how <> '' OR staff_id IS NULL)
) STRICT;
CREATE INDEX attempt_of ON aftercare_attempt (aftercare_id, tried_on);

-- What was a number becomes as many rows; the last one is the one on which somebody was reached, or not.
WITH RECURSIVE tried (id, n, attempts, on_day, reached) AS (
  SELECT id, 1, attempts, coalesce(done_on, due_on), outcome IS NOT NULL AND outcome <> 'not_reached'
    FROM aftercare WHERE attempts > 0
  UNION ALL SELECT id, n + 1, attempts, on_day, reached FROM tried WHERE n < attempts)
INSERT INTO aftercare_attempt (aftercare_id, tried_on, how, reached)
  SELECT id, on_day, '', iif(n = attempts, reached, 0) FROM tried ORDER BY id, n;
ALTER TABLE aftercare DROP COLUMN attempts;

DROP INDEX aftercare_due;
CREATE INDEX aftercare_due ON aftercare (due_on) WHERE done_on IS NULL AND dropped_on IS NULL;

-- A letter about one signal.
ALTER TABLE letter ADD COLUMN signal_id INTEGER REFERENCES ready_signal (id);
CREATE INDEX letter_of_signal ON letter (signal_id) WHERE signal_id IS NOT NULL;
CREATE TRIGGER letter_final_keeps_its_signal BEFORE UPDATE OF signal_id ON letter
WHEN old.number IS NOT NULL AND new.signal_id IS NOT old.signal_id
BEGIN SELECT RAISE(ABORT, 'letter is final'); END;
`
