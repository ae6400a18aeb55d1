/**
 * Finding people, notes, client numbers and attachments while somebody types.
 *
 * Each index is an FTS5 table over a view of what is stored, kept in step by triggers in the same transaction: so
 * it is right after a command, an undo, a merge and a bulk load alike, and can always be compared with what it is
 * made of ('integrity-check') or made anew ('rebuild'). The history leaves virtual tables out. Removed text leaves
 * the index too ('secure-delete').
 */
export const version = 4
export const name = 'finding'

/** Letters that the tokenizer does not take apart, and what people type for them: as core/names/fold.ts has it. */
const letters =
  'Đd đd Ðd ðd Łl łl Øo øo ıi İi ßss ẞss Æae æae Œoe œoe Þth þth Ħh ħh Ŋn ŋn Ŧt ŧt أا إا آا ٱا ؤو ئي ىي یي ېي کك ةه ەه ہه ھه'
/** Arabic vowel signs and the stretched line: people leave them out. */
const marks = '\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0670\u0640'

const folded = [...letters.split(' '), ...marks].reduce(
  (sql, pair) => `replace(${sql}, '${pair.slice(0, 1)}', '${pair.slice(1)}')`,
  'body',
)

/** Index `find` over view `text`, in step with table `table`; `columns` are those that the view is made of. */
function inStep(input: {
  find: string
  text: string
  table: string
  columns: string[]
  kept: string
}): string {
  const { find, text, table, columns, kept } = input
  const different = columns.map((column) => `old.${column} IS NOT new.${column}`).join(' OR ')
  const leave = (row: string) =>
    `INSERT INTO ${find} (${find}, rowid, ${kept}) SELECT 'delete', id, ${kept} FROM ${text} WHERE id = ${row}.id;`
  const enter = (row: string) =>
    `INSERT INTO ${find} (rowid, ${kept}) SELECT id, ${kept} FROM ${text} WHERE id = ${row}.id;`
  return /* sql */ `
INSERT INTO ${find} (${find}, rank) VALUES ('secure-delete', 1);
INSERT INTO ${find} (${find}) VALUES ('rebuild');
CREATE TRIGGER ${find}_insert AFTER INSERT ON ${table}
BEGIN ${enter('new')} END;
CREATE TRIGGER ${find}_update_old BEFORE UPDATE OF ${columns.join(', ')} ON ${table} WHEN ${different}
BEGIN ${leave('old')} END;
CREATE TRIGGER ${find}_update_new AFTER UPDATE OF ${columns.join(', ')} ON ${table} WHEN ${different}
BEGIN ${enter('new')} END;
CREATE TRIGGER ${find}_delete BEFORE DELETE ON ${table}
BEGIN ${leave('old')} END;
`
}

export const sql = /* sql */ `
-- A capital that was kept until now is one of the document; from here on the tick says so.
UPDATE participant SET prefix_capital = 1 WHERE prefix GLOB '[A-Z]*';

-- Who was merged into another dossier is in no list, and is found as that one.
CREATE INDEX participant_merged ON participant (merged_into) WHERE merged_into IS NOT NULL;

-- People: words as they are written, as they sound, and what is left of those without vowels (Arabic script).
CREATE VIEW person_text AS
SELECT id, name_fold AS names, name_key AS sounds,
       replace(replace(replace(replace(name_key, 'a', ''), 'i', ''), 'u', ''), 'v', '') AS bones
  FROM participant WHERE merged_into IS NULL;
CREATE VIRTUAL TABLE person_find USING fts5(names, sounds, bones, content='person_text', content_rowid='id',
  detail=column, prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'");
${inStep({
  find: 'person_find',
  text: 'person_text',
  table: 'participant',
  columns: ['name_fold', 'name_key', 'merged_into'],
  kept: 'names, sounds, bones',
})}
-- Pieces of names and of phone numbers, of three signs or more.
CREATE VIEW person_piece_text AS
SELECT id, name_fold AS names,
       phone_e164 || ' ' || replace(replace(replace(replace(replace(phone, ' ', ''), '-', ''), '(', ''), ')', ''), '.', '') AS phones
  FROM participant WHERE merged_into IS NULL;
CREATE VIRTUAL TABLE person_piece USING fts5(names, phones, content='person_piece_text', content_rowid='id',
  tokenize='trigram case_sensitive 1');
${inStep({
  find: 'person_piece',
  text: 'person_piece_text',
  table: 'participant',
  columns: ['name_fold', 'phone', 'phone_e164', 'merged_into'],
  kept: 'names, phones',
})}
CREATE VIEW client_number_text AS
SELECT id, replace(replace(replace(replace(lower(client_number), ' ', ''), '-', ''), '.', ''), '/', '') AS code
  FROM referral WHERE client_number <> '';
CREATE VIRTUAL TABLE client_number_find USING fts5(code, content='client_number_text', content_rowid='id',
  tokenize='trigram case_sensitive 1');
${inStep({
  find: 'client_number_find',
  text: 'client_number_text',
  table: 'referral',
  columns: ['client_number'],
  kept: 'code',
})}
-- Most notes hold none of these letters: a text with as many bytes as letters stays as it is.
CREATE VIEW note_text AS
SELECT id, iif(octet_length(body) = length(body), body, ${folded}) AS body FROM contact_note;
CREATE VIRTUAL TABLE note_find USING fts5(body, content='note_text', content_rowid='id', detail=none,
  prefix='2 3 4', tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co'");
${inStep({ find: 'note_find', text: 'note_text', table: 'contact_note', columns: ['body'], kept: 'body' })}
CREATE VIEW attachment_text AS SELECT id, name_fold AS name FROM attachment WHERE removed_on IS NULL;
CREATE VIRTUAL TABLE attachment_find USING fts5(name, content='attachment_text', content_rowid='id',
  tokenize='trigram case_sensitive 1');
${inStep({
  find: 'attachment_find',
  text: 'attachment_text',
  table: 'attachment',
  columns: ['name_fold', 'removed_on'],
  kept: 'name',
})}
`
