/** A case manager with everything around them: whose they are, what was written, what was asked. */
import type { CaseClient, LetterQuestion } from '#core/api/case-managers.ts'
import type { LetterKind } from '#core/api/letters.ts'
import type { CaseManager, ParticipantStage } from '#core/api/people.ts'
import { fullName, listName } from '#core/names/name.ts'
import type { NameParts } from '#core/names/name.ts'
import { currentStages } from '#core/network/current.ts'
import type { ReadableDb } from '../database.ts'
import { nameColumns, namePartsOf } from '../participants/rows.ts'
import { stageSql } from '../participants/stage.ts'
import { prepared } from '../prepare.ts'
import { columnsOf } from '../statements.ts'

const names = columnsOf('p', nameColumns)
/** The latest referral of each person; binds nothing. */
const latest = `(SELECT participant_id, case_manager_id, client_number, id,
    row_number() OVER (PARTITION BY participant_id ORDER BY referred_on DESC, id DESC) AS n FROM referral)`
const clientsFrom = `FROM ${latest} r JOIN participant p ON p.id = r.participant_id AND p.merged_into IS NULL
  WHERE r.n = 1 AND r.case_manager_id = @id`
/** The last letter about the person `p` that was fixed and not withdrawn; what goes to that person is none. */
const lastLetter = `(SELECT l.id FROM letter l WHERE l.participant_id = p.id AND l.state IN ('final', 'sent')
      AND l.case_manager_id IS NOT NULL
    ORDER BY coalesce(l.sent_on, l.dated_on) DESC, l.id DESC LIMIT 1)`

interface ClientRow extends NameParts {
  participantId: number
  stage: ParticipantStage
  clientNumber: string
  letter_id: number | null
  kind: LetterKind
  number: string
  on: string
  sent: 0 | 1
}

/** Whose latest referral came from this case manager: in a trajectory first, then before it, then after it. */
export function clientsOf(db: ReadableDb, id: number, today: string): Omit<CaseClient, 'nextLetter'>[] {
  return prepared<[{ id: number; today: string }], ClientRow>(
    db,
    `SELECT c.*, l.id AS letter_id, l.kind, l.number, coalesce(l.sent_on, l.dated_on) AS "on",
            l.state = 'sent' AS sent
       FROM (SELECT p.id AS participantId, p.sort_key, ${names}, r.client_number AS clientNumber,
                    ${stageSql} AS stage, ${lastLetter} AS last_letter ${clientsFrom}) c
       LEFT JOIN letter l ON l.id = c.last_letter
      ORDER BY CASE c.stage WHEN 'active' THEN 0 WHEN 'aftercare' THEN 2 WHEN 'former' THEN 2 ELSE 1 END,
               c.sort_key, c.participantId`,
  )
    .all({ id, today })
    .map((row) => ({
      participantId: row.participantId,
      listName: listName(namePartsOf(row)),
      stage: row.stage,
      clientNumber: row.clientNumber,
      lastLetter:
        row.letter_id === null
          ? null
          : { id: row.letter_id, kind: row.kind, number: row.number, on: row.on, sent: row.sent === 1 },
    }))
}

/**
 * What the last letter about each current client asks of this case manager, where there was no contact about that
 * person on the day of the letter or after it. The earliest answer wanted comes first.
 */
export function letterQuestionsTo(db: ReadableDb, id: number, today: string): LetterQuestion[] {
  type Row = NameParts & Omit<LetterQuestion, 'personName'>
  return prepared<[{ id: number; today: string; stages: string }], Row>(
    db,
    `SELECT c.participantId, ${columnsOf('c', nameColumns)}, l.id AS letterId, l.number,
            coalesce(l.sent_on, l.dated_on) AS "on", trim(l.draft ->> '$.texts.question') AS question,
            l.draft ->> '$.texts.question_before' AS before
       FROM (SELECT p.id AS participantId, ${names}, ${stageSql} AS stage, ${lastLetter} AS last_letter
             ${clientsFrom}) c
       JOIN letter l ON l.id = c.last_letter
      WHERE c.stage IN (SELECT value FROM json_each(@stages)) AND l.case_manager_id = @id
        AND trim(coalesce(l.draft ->> '$.texts.question', '')) <> ''
        AND NOT EXISTS (SELECT 1 FROM network_contact n WHERE n.case_manager_id = @id
                           AND n.participant_id = c.participantId
                           AND n.happened_on >= coalesce(l.sent_on, l.dated_on))
      ORDER BY before IS NULL, before, "on", l.id`,
  )
    .all({ id, today, stages: JSON.stringify(currentStages) })
    .map((row) => ({
      letterId: row.letterId,
      participantId: row.participantId,
      personName: fullName(namePartsOf(row)),
      number: row.number,
      on: row.on,
      question: row.question,
      before: row.before,
    }))
}

/** The last time that somebody of the office spoke or wrote with this case manager. */
export function lastContactWith(db: ReadableDb, id: number): string | null {
  return (
    prepared<[number], { on: string | null }>(
      db,
      'SELECT max(happened_on) AS "on" FROM network_contact WHERE case_manager_id = ?',
    ).get(id)?.on ?? null
  )
}

export interface CaseManagerLine extends Omit<CaseManager, 'municipality_id'> {
  municipality_id: number
  active: 0 | 1
  clients: number
  ended: number
  openQuestions: number
  lastContactOn: string | null
}

/** Everybody of one municipality, who left too, with how many clients each has. */
export function caseManagersOf(db: ReadableDb, municipalityId: number, today: string): CaseManagerLine[] {
  return prepared<[{ id: number; today: string; stages: string }], CaseManagerLine>(
    db,
    `WITH client AS (SELECT r.case_manager_id, ${stageSql} AS stage
         FROM ${latest} r JOIN participant p ON p.id = r.participant_id AND p.merged_into IS NULL WHERE r.n = 1)
     SELECT c.id, c.municipality_id, c.initials, c.prefix, c.surname, c.form_of_address, c.function_title, c.phone,
            c.email, c.active,
            (SELECT count(*) FROM client k WHERE k.case_manager_id = c.id
                AND k.stage IN (SELECT value FROM json_each(@stages))) AS clients,
            (SELECT count(*) FROM client k WHERE k.case_manager_id = c.id
                AND k.stage NOT IN (SELECT value FROM json_each(@stages))) AS ended,
            (SELECT count(*) FROM network_contact n WHERE n.case_manager_id = c.id
                AND n.question <> '' AND n.answered_on IS NULL) AS openQuestions,
            (SELECT max(n.happened_on) FROM network_contact n WHERE n.case_manager_id = c.id) AS lastContactOn
       FROM case_manager c WHERE c.municipality_id = @id
      ORDER BY c.active DESC, c.surname COLLATE NOCASE, c.initials, c.id`,
  ).all({ id: municipalityId, today, stages: JSON.stringify(currentStages) })
}
