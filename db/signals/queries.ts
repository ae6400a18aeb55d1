import type { Signal } from '#core/api/signals.ts'
import type { PlacementKind } from '#core/api/fields.ts'
import type { ReadableDb } from '../database.ts'
import { prepared } from '../prepare.ts'

interface SignalRow extends Omit<Signal, 'letter'> {
  letterId: number | null
  letterState: NonNullable<Signal['letter']>['state'] | null
  letterNumber: string | null
  letterSentOn: string | null
}

const select = `SELECT r.id, r.participant_id, r.placement_id, r.signalled_on, r.told_by, r.body,
    coalesce(h.name, '') AS hostName, s.name AS staffName, b.id AS letterId, b.state AS letterState,
    b.number AS letterNumber, b.sent_on AS letterSentOn
  FROM ready_signal r JOIN staff s ON s.id = r.staff_id
    LEFT JOIN placement l ON l.id = r.placement_id LEFT JOIN opening o ON o.id = l.opening_id LEFT JOIN host h ON h.id = o.host_id
    LEFT JOIN letter b ON b.id = (SELECT max(id) FROM letter WHERE signal_id = r.id AND state NOT IN ('withdrawn', 'replaced'))`

const signalOf = ({ letterId, letterState, letterNumber, letterSentOn, ...row }: SignalRow): Signal => ({
  ...row,
  letter:
    letterId === null || letterState === null
      ? null
      : { id: letterId, state: letterState, number: letterNumber, sent_on: letterSentOn },
})

/** The signals about one person, newest first. */
export function listSignals(db: ReadableDb, participantId: number): Signal[] {
  return prepared<[number], SignalRow>(
    db,
    `${select} WHERE r.participant_id = ? ORDER BY r.signalled_on DESC, r.id DESC`,
  )
    .all(participantId)
    .map(signalOf)
}

export function findSignal(db: ReadableDb, id: number): Signal | null {
  const row = prepared<[number], SignalRow>(db, `${select} WHERE r.id = ?`).get(id)
  return row === undefined ? null : signalOf(row)
}

/** Whether a letter about this signal left the house, or was withdrawn after it did. */
export function hasFinalLetter(db: ReadableDb, signalId: number): boolean {
  return (
    prepared<[number]>(db, 'SELECT 1 FROM letter WHERE signal_id = ? AND number IS NOT NULL').get(
      signalId,
    ) !== undefined
  )
}

export interface SignalPlace {
  host: string
  title: string
  kind: PlacementKind
  starts_on: string | null
  ended_on: string | null
  minutes_per_week: number | null
}

/** The place where it was seen; undefined when there is none. */
export function placeOfSignal(db: ReadableDb, signalId: number): SignalPlace | undefined {
  return prepared<[number], SignalPlace>(
    db,
    `SELECT h.name AS host, o.title, l.kind, l.starts_on, l.ended_on, l.minutes_per_week
       FROM ready_signal r JOIN placement l ON l.id = r.placement_id JOIN opening o ON o.id = l.opening_id
       JOIN host h ON h.id = o.host_id WHERE r.id = ?`,
  ).get(signalId)
}
