/**
 * The days of the workshop: times and closing of weeks, how many fit, the word of the day, what was done
 * together, and appointments.
 */
export const version = 5
export const name = 'days'

const key = (row: 'old' | 'new') =>
  `trajectory_id = ${row}.trajectory_id AND month = substr(${row}.day, 1, 7)`

const absence = (row: 'old' | 'new', marks: string) =>
  `iif(${row}.mark IN (${marks}), ${row}.planned_minutes, 0)`
const notified = `'ill', 'leave', 'school'`
const noShow = `'no_show'`

/** What one mark counts for, as core/attendance/totals.ts says it; nothing on a closed day. */
const counted = (row: 'old' | 'new', sign: '+' | '-') => `
  UPDATE attendance_month SET planned_minutes = planned_minutes ${sign} ${row}.planned_minutes,
    present_minutes = present_minutes ${sign} ${row}.present_minutes,
    notified_minutes = notified_minutes ${sign} ${absence(row, notified)},
    no_show_minutes = no_show_minutes ${sign} ${absence(row, noShow)}
  WHERE ${key(row)} AND NOT EXISTS (SELECT 1 FROM closure WHERE day = ${row}.day);`

const changed = `
  UPDATE attendance_month SET planned_minutes = planned_minutes - old.planned_minutes + new.planned_minutes,
    present_minutes = present_minutes - old.present_minutes + new.present_minutes,
    notified_minutes = notified_minutes - ${absence('old', notified)} + ${absence('new', notified)},
    no_show_minutes = no_show_minutes - ${absence('old', noShow)} + ${absence('new', noShow)}
  WHERE ${key('new')} AND NOT EXISTS (SELECT 1 FROM closure WHERE day = new.day);`

const added = `
  INSERT INTO attendance_month (trajectory_id, month, planned_minutes, present_minutes, notified_minutes, no_show_minutes)
    SELECT new.trajectory_id, substr(new.day, 1, 7), 0, 0, 0, 0
    WHERE NOT EXISTS (SELECT 1 FROM attendance_month WHERE ${key('new')});${counted('new', '+')}`

const takenAway = `${counted('old', '-')}
  DELETE FROM attendance_month WHERE ${key('old')}
    AND NOT EXISTS (SELECT 1 FROM attendance WHERE trajectory_id = old.trajectory_id
                    AND day BETWEEN substr(old.day, 1, 7) || '-01' AND substr(old.day, 1, 7) || '-31');`

/** All marks of a day stop to count (-) or count again (+). */
const dayCounted = (row: 'old' | 'new', sign: '+' | '-') => `
  UPDATE attendance_month SET (planned_minutes, present_minutes, notified_minutes, no_show_minutes) = (
    SELECT attendance_month.planned_minutes ${sign} sum(a.planned_minutes),
      attendance_month.present_minutes ${sign} sum(a.present_minutes),
      attendance_month.notified_minutes ${sign} sum(iif(a.mark IN ('ill', 'leave', 'school'), a.planned_minutes, 0)),
      attendance_month.no_show_minutes ${sign} sum(iif(a.mark = 'no_show', a.planned_minutes, 0))
    FROM attendance a WHERE a.trajectory_id = attendance_month.trajectory_id AND a.day = ${row}.day)
  WHERE month = substr(${row}.day, 1, 7)
    AND trajectory_id IN (SELECT trajectory_id FROM attendance WHERE day = ${row}.day);`

export const sql = /* sql */ `
-- When somebody came and went, where the coach noted it; present_minutes stays the figure that counts.
ALTER TABLE attendance ADD COLUMN from_minute INTEGER CHECK (from_minute BETWEEN 0 AND 1439);
ALTER TABLE attendance ADD COLUMN until_minute INTEGER CHECK (until_minute BETWEEN 1 AND 1440);

-- The month totals are derived: the database keeps them itself, so that no way of writing a mark or a closed
-- day, and no undo of one, can leave them behind. They are in no history. See docs/decisions/0009-month-totals.md.
DELETE FROM attendance_month;
INSERT INTO attendance_month (trajectory_id, month, planned_minutes, present_minutes, notified_minutes, no_show_minutes)
  SELECT trajectory_id, substr(day, 1, 7), sum(iif(closed, 0, planned_minutes)), sum(iif(closed, 0, present_minutes)),
    sum(iif(NOT closed AND mark IN ('ill', 'leave', 'school'), planned_minutes, 0)),
    sum(iif(NOT closed AND mark = 'no_show', planned_minutes, 0))
  FROM (SELECT *, day IN (SELECT day FROM closure) AS closed FROM attendance) GROUP BY 1, 2;
-- Holds all of them, so that the sums of the office never go from month to person and back.
CREATE INDEX month_totals ON attendance_month (month, trajectory_id, planned_minutes, present_minutes,
  notified_minutes, no_show_minutes);
-- Who has a place in these days: the last day is in no column of its own.
CREATE INDEX trajectory_days ON trajectory (coalesce(ended_on, planned_end_on), starts_on);
CREATE INDEX language_on ON language_assessment (assessed_on, participant_id);
CREATE TRIGGER attendance_added AFTER INSERT ON attendance BEGIN${added}
END;
CREATE TRIGGER attendance_taken_away AFTER DELETE ON attendance BEGIN${takenAway}
END;
CREATE TRIGGER attendance_changed AFTER UPDATE OF mark, planned_minutes, present_minutes ON attendance
WHEN new.day = old.day AND new.trajectory_id = old.trajectory_id
BEGIN${changed}
END;
CREATE TRIGGER attendance_moved AFTER UPDATE OF day, trajectory_id ON attendance
WHEN new.day <> old.day OR new.trajectory_id <> old.trajectory_id
BEGIN${added}${takenAway}
END;
CREATE TRIGGER closure_added AFTER INSERT ON closure BEGIN${dayCounted('new', '-')}
END;
CREATE TRIGGER closure_taken_away AFTER DELETE ON closure BEGIN${dayCounted('old', '+')}
END;
CREATE TRIGGER closure_moved AFTER UPDATE OF day ON closure WHEN old.day <> new.day
BEGIN${dayCounted('old', '+')}${dayCounted('new', '-')}
END;

-- A week whose marks are settled. Opening it again takes the row away; the history knows who did.
CREATE TABLE closed_week (
  monday    TEXT PRIMARY KEY CHECK (date(monday) IS monday AND strftime('%w', monday) = '1'),
  closed_on TEXT NOT NULL CHECK (date(closed_on) IS closed_on),
  staff_id  INTEGER NOT NULL REFERENCES staff (id)
) STRICT, WITHOUT ROWID;

-- How many people fit in the group on a half-day; no row: no limit.
CREATE TABLE group_capacity (
  weekday INTEGER NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  part    TEXT NOT NULL CHECK (part IN ('morning', 'afternoon')),
  people  INTEGER NOT NULL CHECK (people BETWEEN 0 AND 500),
  PRIMARY KEY (weekday, part)
) STRICT, WITHOUT ROWID;

ALTER TABLE office ADD COLUMN birthdays INTEGER NOT NULL DEFAULT 0 CHECK (birthdays IN (0, 1)); -- on the page of today
-- How the week sheet and the grid put people together.
ALTER TABLE office ADD COLUMN week_grouping TEXT NOT NULL DEFAULT 'name' CHECK (week_grouping IN ('name', 'days', 'coach'));

-- The word of the day ---------------------------------------------------------------------------------
CREATE TABLE daily_word (
  id           INTEGER PRIMARY KEY,
  word         TEXT NOT NULL CHECK (trim(word) <> ''), -- with its article: "de hamer"
  meaning      TEXT NOT NULL CHECK (trim(meaning) <> ''),
  example      TEXT NOT NULL DEFAULT '',
  theme        TEXT NOT NULL DEFAULT '',
  fits         TEXT NOT NULL DEFAULT '', -- the day of the year it belongs to: '12-05', or 'easter+39'; '' any day
  picture      BLOB, -- PNG or JPEG
  picture_type TEXT CHECK (picture_type IN ('png', 'jpeg')),
  position     INTEGER NOT NULL,
  active       INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  CHECK ((picture IS NULL) = (picture_type IS NULL)),
  CHECK (picture IS NULL OR length(picture) <= 2097152)
) STRICT;

-- Which word stands on which day. Who was there that day has heard it: that is counted from the marks.
CREATE TABLE word_day (
  day     TEXT PRIMARY KEY CHECK (date(day) IS day),
  word_id INTEGER NOT NULL REFERENCES daily_word (id),
  chosen  INTEGER NOT NULL DEFAULT 0 CHECK (chosen IN (0, 1)) -- put there by hand: planning leaves it there
) STRICT, WITHOUT ROWID;
CREATE INDEX word_days ON word_day (word_id);

-- Together --------------------------------------------------------------------------------------------
CREATE TABLE group_moment (
  id          INTEGER PRIMARY KEY,
  happened_on TEXT NOT NULL CHECK (date(happened_on) IS happened_on),
  kind        TEXT NOT NULL CHECK (kind IN ('lunch', 'theme', 'outing', 'celebration', 'other')),
  title       TEXT NOT NULL CHECK (trim(title) <> ''),
  remark      TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX moment_on ON group_moment (happened_on);

CREATE TABLE group_moment_person (
  moment_id      INTEGER NOT NULL REFERENCES group_moment (id),
  participant_id INTEGER NOT NULL REFERENCES participant (id),
  PRIMARY KEY (moment_id, participant_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX moments_of ON group_moment_person (participant_id);

-- The agenda ------------------------------------------------------------------------------------------
CREATE TABLE appointment (
  id              INTEGER PRIMARY KEY,
  uid             TEXT NOT NULL UNIQUE, -- in a calendar program the same appointment stays the same
  happens_on      TEXT NOT NULL CHECK (date(happens_on) IS happens_on),
  start_minute    INTEGER NOT NULL CHECK (start_minute BETWEEN 0 AND 1439),
  end_minute      INTEGER NOT NULL CHECK (end_minute BETWEEN 1 AND 1440),
  title           TEXT NOT NULL CHECK (trim(title) <> ''),
  place           TEXT NOT NULL DEFAULT '',
  remark          TEXT NOT NULL DEFAULT '',
  staff_id        INTEGER REFERENCES staff (id),
  participant_id  INTEGER REFERENCES participant (id),
  host_id         INTEGER REFERENCES host (id),
  case_manager_id INTEGER REFERENCES case_manager (id),
  cancelled_on    TEXT CHECK (date(cancelled_on) IS cancelled_on),
  CHECK (end_minute > start_minute)
) STRICT;
CREATE INDEX appointment_on ON appointment (happens_on, start_minute);
CREATE INDEX appointment_of ON appointment (participant_id) WHERE participant_id IS NOT NULL;
`
