/**
 * Who looked, printed, exported, signed in. What was changed stands in change_set already.
 *
 * Rows are only ever added. Their ids have no gaps and each hash takes in the one before, so that a row that was
 * altered or taken out shows; `meta.audit_seq` shows that the last ones were. `after_set` is the newest change
 * set at that moment: it puts both chains in one order, also when a clock was wrong. No foreign keys: a row stays
 * when the person it is about is erased.
 */
export const version = 2
export const name = 'audit'

export const sql = /* sql */ `
CREATE TABLE audit (
  id             INTEGER PRIMARY KEY,
  at             TEXT NOT NULL,
  staff_id       INTEGER,
  action         TEXT NOT NULL CHECK (action IN ('view', 'print', 'export', 'sign_in', 'sign_out',
                                                 'failed_sign_in', 'restore', 'code', 'copy')),
  what           TEXT NOT NULL, -- the procedure, such as participants.get
  participant_id INTEGER,
  after_set      INTEGER NOT NULL,
  prev_hash      TEXT NOT NULL,
  hash           TEXT NOT NULL
) STRICT;
CREATE INDEX audit_after_set ON audit (after_set);

ALTER TABLE meta ADD COLUMN audit_seq INTEGER NOT NULL DEFAULT 0;
`
