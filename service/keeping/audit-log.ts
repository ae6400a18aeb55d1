import { appendAudit, type AuditAction, type AuditEntry } from '#db/audit/chain.ts'
import type { FileScope } from '#core/api/agenda.ts'
import type { ExportedList } from '#core/api/exports.ts'
import { findAppointment } from '#db/appointments/queries.ts'
import { findAttachment } from '#db/attachments/queries.ts'
import { findIntake } from '#db/intakes/queries.ts'
import { letterById } from '#db/letters/queries.ts'
import { findPlacement } from '#db/placements/queries.ts'
import type { OfficeContext } from '../context.ts'
import type { DeskDoor } from './door.ts'

type PersonOf = (ctx: OfficeContext, input: never, output: never) => number | undefined

/** Whose dossiers a list shows something of. */
type PeopleOf = (output: never) => readonly (number | null)[]
const ofContacts: PeopleOf = (output: readonly { participant_id: number | null }[]) =>
  output.map((contact) => contact.participant_id)

const inInput: PersonOf = (_ctx, input: { participantId: number }) => input.participantId
const ofLetter: PersonOf = (ctx, input: { id: number }) =>
  letterById(ctx.db, input.id)?.participant_id ?? undefined
const ofPlacement: PersonOf = (ctx, input: { id: number }) => findPlacement(ctx.db, input.id)?.participant_id
const ofAttachment: PersonOf = (ctx, input: { id: number }) =>
  findAttachment(ctx.db, input.id)?.participant_id

/** A file of many appointments is about nobody by himself. */
const ofAppointment: PersonOf = (ctx, { scope }: { scope: FileScope }) =>
  'id' in scope ? (findAppointment(ctx.db, scope.id)?.participant_id ?? undefined) : undefined

/** Which list left the program, and how many rows of it. */
const ofTables = ({ list, tables }: ExportedList): string =>
  `${list} ${tables.reduce((sum, { rows }) => sum + rows.length, 0)}`

/** The procedures that are written down, with whose dossier it is. What changes something stands in the history. */
const audited: {
  readonly [procedure: string]: {
    readonly action: AuditAction
    readonly person?: PersonOf
    readonly people?: PeopleOf
    /** What follows the procedure in the row, after a space. */
    readonly more?: (input: never) => string
  }
} = {
  'participants.get': { action: 'view', person: (_ctx, input: { id: number }) => input.id },
  'dossier.timeline': { action: 'view', person: inInput },
  'dossier.sheet': { action: 'print', person: inInput },
  'dossier.print': { action: 'print', person: inInput },
  'attachments.list': { action: 'view', person: inInput },
  'attachments.read': { action: 'view', person: ofAttachment },
  'attachments.saveOut': { action: 'export', person: ofAttachment },
  'attachments.open': { action: 'export', person: ofAttachment },
  'talentCard.get': { action: 'view', person: inInput },
  'talentCard.pdf': { action: 'view', person: inInput },
  'talentCard.print': { action: 'print', person: inInput },
  'history.person': { action: 'view', person: inInput },
  'merge.view': { action: 'view', person: (_ctx, input: { otherId: number }) => input.otherId },
  'referrals.list': { action: 'view', person: inInput },
  'permissions.list': { action: 'view', person: inInput },
  'intakes.proposedGoals': { action: 'view', person: inInput },
  'intakes.list': { action: 'view', person: inInput },
  'intakes.get': {
    action: 'view',
    person: (_ctx, _input, output: { participant_id: number }) => output.participant_id,
  },
  'intakeForms.printFilled': {
    action: 'print',
    person: (ctx, input: { intakeId: number }) => findIntake(ctx.db, input.intakeId)?.participant_id,
  },
  'today.print': { action: 'print' },
  'dayPapers.signIn': { action: 'print' },
  'dayPapers.week': { action: 'print' },
  'words.heardBy': { action: 'view', person: inInput },
  'moments.ofPerson': { action: 'view', person: inInput },
  'agenda.ofPerson': { action: 'view', person: inInput },
  'agenda.file': { action: 'export', person: ofAppointment },
  'notes.list': { action: 'view', person: inInput },
  'notes.get': {
    action: 'view',
    person: (_ctx, _input, output: { participant_id: number }) => output.participant_id,
  },
  'assessments.get': { action: 'view', person: inInput },
  'civic.get': { action: 'view', person: inInput },
  'attendance.totals': { action: 'view', person: inInput },
  'trajectories.list': { action: 'view', person: inInput },
  'matching.forPerson': { action: 'view', person: inInput },
  'placements.list': { action: 'view', person: inInput },
  'placing.look': { action: 'view', person: inInput },
  'placing.get': { action: 'view', person: ofPlacement },
  'aftercare.list': { action: 'view', person: inInput },
  'contacts.list': { action: 'view', people: ofContacts },
  'contacts.openQuestions': { action: 'view', people: ofContacts },
  'ambassadors.get': {
    action: 'view',
    people: ({ helps }: { helps: readonly { participant_id: number }[] }) =>
      helps.map((one) => one.participant_id),
  },
  'aftercare.get': {
    action: 'view',
    person: (_ctx, _input, output: { participant_id: number }) => output.participant_id,
  },
  'signals.list': { action: 'view', person: inInput },
  'meaning.ofPerson': { action: 'view', person: inInput },
  'letters.get': { action: 'view', person: ofLetter },
  'letterSources.get': { action: 'view', person: ofLetter },
  'letters.pdf': { action: 'view', person: ofLetter },
  'letters.openForPrint': { action: 'print', person: ofLetter },
  'letterSending.startRun': { action: 'print' },
  'letterSending.printAgain': { action: 'print' },
  'letterSending.mail': { action: 'export', person: ofLetter },
  'letterRegister.excel': { action: 'export' },
  'results.excel': { action: 'export' },
  'results.csv': { action: 'export' },
  'exports.workbook': { action: 'export', person: inInput, more: ofTables },
  'exports.text': {
    action: 'export',
    person: inInput,
    more: ({ tables, ...which }: ExportedList) => ofTables({ ...which, tables: tables.slice(0, 1) }),
  },
  'exports.printed': {
    action: 'print',
    person: inInput,
    more: ({ list, rows }: { list: string; rows: number }) => `${list} ${rows}`,
  },
  'copies.makeNow': { action: 'copy' },
  'copies.toStick': { action: 'copy' },
  'copies.setSecondFolder': { action: 'copy' },
  'restore.apply': { action: 'restore' },
  'restore.undo': { action: 'restore' },
  'restore.keepOurs': { action: 'restore' },
  'access.resetWithCode': { action: 'code' },
  'access.changePassword': { action: 'code' },
  'access.printSheet': { action: 'code' },
  'access.beginRotate': { action: 'code' },
  'access.finishRotate': { action: 'code' },
}

export const auditedProcedures: readonly string[] = Object.keys(audited)

/** A dossier is read in many calls, again after each save: calls closer together than this are one look, in ms. */
const oneLook = 10 * 60_000

/** More than this many rows do not wait for somebody who signs in. */
const mostWaiting = 500

/**
 * Who looked, printed, exported, signed in. Without an opened office, or when the disk is full, rows wait in the
 * place file until they can be written: what somebody does is never stopped by it, and nothing is left out.
 */
export class AuditLog {
  readonly #door: DeskDoor
  #lastLook = { staffId: 0, participantId: 0, at: 0 }
  /** When whoever is signed in last saw somebody in a list, by person. */
  readonly #seen = new Map<number, number>()

  constructor(door: DeskDoor) {
    this.#door = door
  }

  /** Writes down a call in the opened office that was answered, if it is of a kind that is. Never throws. */
  answered(procedure: string, ctx: OfficeContext, input: unknown, output: unknown): void {
    const kind = audited[procedure]
    if (kind === undefined) return
    if (kind.people) {
      this.#sawList(procedure, ctx.staff.id, kind.people(output as never))
      return
    }
    const participantId = kind.person?.(ctx, input as never, output as never) ?? null
    const at = this.#door.clock.now()
    if (kind.action === 'view' && participantId !== null) {
      const last = this.#lastLook
      const look = { staffId: ctx.staff.id, participantId, at: Date.parse(at) }
      this.#lastLook = look
      const same = last.staffId === look.staffId && last.participantId === participantId
      if (same && Math.abs(look.at - last.at) < oneLook) return
    }
    const what = kind.more ? `${procedure} ${kind.more(input as never)}` : procedure
    this.#write({ at, staffId: ctx.staff.id, action: kind.action, what, participantId })
  }

  /** A row for each person of whom a list showed something, once in a while. */
  #sawList(what: string, staffId: number, people: readonly (number | null)[]): void {
    const at = this.#door.clock.now()
    const now = Date.parse(at)
    for (const participantId of new Set(people)) {
      if (participantId === null) continue
      const before = this.#seen.get(participantId)
      this.#seen.set(participantId, now)
      if (before === undefined || Math.abs(now - before) >= oneLook)
        this.#write({ at, staffId, action: 'view', what, participantId })
    }
  }

  /** The same for a call that needs no opened office. @param signedIn who was before it; else who it was for. */
  answeredAtDesk(procedure: string, signedIn: number | null, input: unknown): void {
    const kind = audited[procedure]
    if (kind === undefined) return
    const typed = (input ?? {}) as { staffId?: number; staff?: { id: number } | null }
    const staffId = signedIn ?? typed.staffId ?? typed.staff?.id ?? null
    const at = this.#door.clock.now()
    this.#write({ at, staffId, action: kind.action, what: procedure, participantId: null })
  }

  /** Never throws. */
  note(action: 'sign_in' | 'sign_out' | 'failed_sign_in', staffId: number): void {
    if (action === 'sign_in') {
      this.#lastLook = { staffId: 0, participantId: 0, at: 0 }
      this.#seen.clear()
    }
    const what = action === 'sign_out' ? 'app.signOut' : 'app.signIn'
    this.#write({ at: this.#door.clock.now(), staffId, action, what, participantId: null })
  }

  #write(entry: AuditEntry): void {
    const waiting = [...(this.#door.place()?.auditLater ?? []), entry]
    const office = this.#door.opened()
    try {
      if (office !== null) appendAudit(office.db, waiting)
      this.#keep(office === null ? waiting : [])
    } catch (error) {
      this.#door.log({ event: 'audit_failed', error })
      this.#keep(waiting)
    }
  }

  #keep(waiting: AuditEntry[]): void {
    const place = this.#door.place()
    if (place === null || (waiting.length === 0 && (place.auditLater ?? []).length === 0)) return
    try {
      this.#door.putPlace({ ...place, auditLater: waiting.slice(-mostWaiting) })
    } catch (error) {
      this.#door.log({ event: 'audit_failed', error })
    }
  }
}
