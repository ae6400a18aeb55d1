import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { contract, type Client } from '#core/api/contract.ts'
import { listAudit } from '#db/audit/queries.ts'
import { connection } from '#db/database.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { closeDb, openLive } from '#db/open.ts'
import { createClock } from '#service/clock.ts'
import { auditedProcedures, AuditLog } from '#service/keeping/audit-log.ts'
import type { DeskDoor } from '#service/keeping/door.ts'
import { aParticipant, aSentLetter, aTrajectory, openTestOffice } from '../builders/index.ts'
import { failure, filesUnder, password, staffName } from '../service/harness.ts'
import { addParticipant, anOffice, colleague, movingClock } from './office.ts'

const everything = { before: null, participantId: null, limit: 200 }

async function log(client: Client, participantId: number | null = null) {
  const { rows } = await client.audit.list({ ...everything, participantId })
  return rows.map(({ action, what, personName }) =>
    [action, what, personName].filter((text) => text !== '').join(' '),
  )
}

describe('the audit', () => {
  it('holds views, exports, signing in and out, and changes, in one order', async () => {
    const clock = movingClock()
    const { client } = await anOffice({ clock: clock.read })
    const id = await addParticipant(client, 'Eerste')
    await client.participants.get({ id })
    await client.participants.save({ id, fields: { city: 'Lindwijk' } })
    await client.results.excel({
      from: '2026-01-01',
      to: '2026-12-31',
      projectId: null,
      municipalityId: null,
      people: false,
    })
    await client.app.undo({})
    await client.app.signOut()
    await failure(client.app.signIn({ staffId: 1, password: 'mis' }))
    clock.addMinutes(1)
    await client.app.signIn({ staffId: 1, password })
    expect(await log(client)).toEqual([
      'sign_in app.signIn',
      'failed_sign_in app.signIn',
      'sign_out app.signOut',
      'undo participants.save Testpersoon Eerste',
      'export results.excel',
      'change participants.save Testpersoon Eerste',
      'view participants.get Testpersoon Eerste',
      'change participants.create Testpersoon Eerste',
      'sign_in app.signIn',
    ])
    const { rows } = await client.audit.list(everything)
    expect(rows[0]).toMatchObject({ staffName, at: '2026-11-18T09:31:00Z' })
    expect(rows[1]).toMatchObject({ staffName, at: '2026-11-18T09:30:00Z' })
    expect(await client.audit.verify()).toEqual({ rows: 11, broken: null }) // and setting up
  })

  it('says which list left the program and how many rows of it, and not whose', async () => {
    const { client } = await anOffice()
    const id = await addParticipant(client, 'Eerste')
    const table = (rows: number) => ({
      name: 'Lijst',
      columns: [{ head: 'Wie', kind: 'text' as const }],
      rows: Array.from({ length: rows }, () => ['Testpersoon Eerste']),
    })
    await client.exports.workbook({ list: 'waiting', name: 'Lijst', tables: [table(3), table(4)] })
    await client.exports.text({ list: 'placements', name: 'Lijst', tables: [table(2), table(4)] })
    await client.exports.printed({ list: 'participants', rows: 57 })
    await client.exports.printed({ list: 'history', rows: 1, participantId: id })
    expect((await log(client)).slice(0, 4)).toEqual([
      'print exports.printed history 1 Testpersoon Eerste',
      'print exports.printed participants 57',
      'export exports.text placements 2',
      'export exports.workbook waiting 7',
    ])
    expect((await client.audit.verify()).broken).toBeNull()
  })

  it('writes one row for one look, and another for the next person, colleague or time', async () => {
    const clock = movingClock()
    const { client } = await anOffice({ clock: clock.read })
    const { id: colleagueId } = await client.settings.addStaff(colleague)
    const [first, second] = [await addParticipant(client, 'Eerste'), await addParticipant(client, 'Tweede')]
    const views = async () =>
      (await client.audit.list(everything)).rows
        .filter(({ action }) => action === 'view')
        .map(({ personName, what }) => `${personName} ${what}`)
        .toReversed()
    await client.participants.get({ id: first })
    await client.dossier.timeline({
      participantId: first,
      filter: { group: null, onlyReport: false, query: '' },
      after: null,
      limit: 20,
    })
    await client.notes.list({ participantId: first })
    await client.participants.save({ id: first, fields: { city: 'Lindwijk' } })
    await client.participants.get({ id: first })
    expect(await views()).toEqual(['Testpersoon Eerste participants.get'])
    await client.notes.list({ participantId: second })
    await client.participants.get({ id: first })
    clock.addMinutes(11)
    await client.participants.get({ id: first })
    expect(await views()).toHaveLength(4)
    await client.app.signIn({ staffId: colleagueId, password: colleague.password })
    await client.participants.get({ id: first })
    await client.app.signIn({ staffId: 1, password })
    expect(await views()).toHaveLength(5)
    // Not what was asked in vain.
    expect((await failure(client.participants.get({ id: 999 }))).code).toBe('NOT_FOUND')
    expect(await views()).toHaveLength(5)
    expect((await log(client, second)).filter((line) => line.startsWith('view'))).toEqual([
      'view notes.list Testpersoon Tweede',
    ])
  })

  it('keeps failed sign-ins through a restart until somebody signs in', async () => {
    const { restart, client, server } = await anOffice()
    await client.app.signOut()
    await failure(client.app.signIn({ staffId: 1, password: 'mis' }))
    await failure(client.app.signIn({ staffId: 99, password: 'mis' }))
    await server.close()
    const again = (await restart()).client
    await failure(again.app.signIn({ staffId: 1, password: 'weer mis' }))
    await again.app.signIn({ staffId: 1, password })
    const failed = (await again.audit.list(everything)).rows.filter(
      ({ action }) => action === 'failed_sign_in',
    )
    expect(failed.map((row) => row.staffName)).toEqual([staffName, '', staffName])
    const third = (await restart()).client
    await third.app.signIn({ staffId: 1, password })
    expect((await log(third)).filter((line) => line.startsWith('failed'))).toHaveLength(3)
  })

  it('holds what was done with codes and passwords, and none of them', async () => {
    const { client, code, pc } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    await client.access.printSheet({ password })
    await client.access.changePassword({ staffId: id, oldPassword: null, password: 'heel-geheim-1' })
    const begun = await client.access.beginRotate({ password })
    await client.access.finishRotate({ typedCode: begun.code, password })
    await client.app.signOut()
    await client.access.resetWithCode({ typedCode: begun.code, staffId: id, password: 'heel-geheim-2' })
    await client.app.signIn({ staffId: 1, password })
    const codes = (await client.audit.list(everything)).rows.filter(({ action }) => action === 'code')
    expect(codes.map(({ what, staffName: who }) => [what, who])).toEqual([
      ['access.resetWithCode', colleague.name],
      ['access.finishRotate', staffName],
      ['access.beginRotate', staffName],
      ['access.changePassword', staffName],
      ['access.printSheet', staffName],
    ])
    for (const { file, bytes } of filesUnder(pc.profileDir))
      for (const secret of [password, 'heel-geheim', code, begun.code, begun.code.replaceAll('-', '')])
        expect(bytes.includes(secret), file).toBe(false)
  })

  it('names the row that somebody altered or took out with another tool', async () => {
    const { client, code, pc, restart, server } = await anOffice()
    const id = await addParticipant(client, 'Eerste')
    await client.participants.get({ id })
    await server.close()
    const tamper = (sql: string) => {
      const db = openLive({ file: join(pc.profileDir, 'live.db'), key: dataKey(code) })
      connection(db).exec(sql)
      closeDb(db)
    }
    const verified = async () => {
      const again = await restart()
      await again.client.app.signIn({ staffId: 1, password })
      const { broken } = await again.client.audit.verify()
      await again.server.close()
      return broken
    }
    expect(await verified()).toBeNull()
    tamper(`UPDATE audit SET participant_id = 7 WHERE action = 'view'`)
    expect(await verified()).toMatchObject({ chain: 'views', id: 2, at: '2026-11-18T09:30:00Z' })
    tamper(`UPDATE audit SET participant_id = 1 WHERE action = 'view'`)
    expect(await verified()).toBeNull()
    tamper(`UPDATE change SET new = replace(new, 'Eerste', 'Laatste') WHERE table_name = 'participant'`)
    expect(await verified()).toMatchObject({ chain: 'changes', at: '2026-11-18T09:30:00Z' })
  })

  it('never stops the work: what cannot be written waits, and is written later', async () => {
    const { client, code, pc, restart, server } = await anOffice()
    const id = await addParticipant(client, 'Eerste')
    await server.close()
    const withTool = (sql: string) => {
      const db = openLive({ file: join(pc.profileDir, 'live.db'), key: dataKey(code) })
      connection(db).exec(sql)
      closeDb(db)
    }
    withTool(`CREATE TRIGGER no_room BEFORE INSERT ON audit BEGIN SELECT raise(ABORT, 'no room'); END`)
    const refused = await restart()
    await refused.client.app.signIn({ staffId: 1, password })
    expect((await refused.client.participants.get({ id })).surname).toBe('Eerste')
    expect(await log(refused.client)).toEqual([
      'sign_out app.signOut',
      'change participants.create Testpersoon Eerste',
      'sign_in app.signIn',
    ])
    await refused.server.close()
    expect(readFileSync(join(pc.profileDir, 'place.json'), 'utf8')).toContain('participants.get')
    withTool('DROP TRIGGER no_room')
    const again = await restart()
    await again.client.app.signIn({ staffId: 1, password })
    expect((await log(again.client)).slice(0, 5)).toEqual([
      'sign_in app.signIn',
      'sign_out app.signOut',
      'view participants.get Testpersoon Eerste',
      'sign_in app.signIn',
      'sign_out app.signOut',
    ])
    expect(readFileSync(join(pc.profileDir, 'place.json'), 'utf8')).not.toContain('participants.get')
    expect((await again.client.audit.verify()).broken).toBeNull()
  })

  it('holds who put a copy back, and who made one', async () => {
    const { client } = await anOffice()
    await addParticipant(client, 'Eerste')
    const { id } = await client.copies.makeNow()
    await client.restore.apply({
      source: { kind: 'snapshot', id },
      typedCode: null,
      staff: null,
      folder: null,
    })
    expect((await client.app.state()).state).toBe('locked')
    await client.app.signIn({ staffId: 1, password })
    const { rows } = await client.audit.list(everything)
    // That its maker signed out stands in the office that went aside.
    expect(rows.slice(0, 2).map(({ action, what, staffName: who }) => [action, what, who])).toEqual([
      ['sign_in', 'app.signIn', staffName],
      ['restore', 'restore.apply', staffName],
    ])
    expect((await client.audit.verify()).broken).toBeNull()
    await client.copies.makeNow()
    expect((await log(client))[0]).toBe('copy copies.makeNow')
  })
})

describe('which calls are written down', () => {
  it('are procedures of the contract', () => {
    for (const procedure of auditedProcedures) {
      const [branch = '', name = ''] = procedure.split('.')
      const branches = contract as unknown as Record<string, Record<string, unknown>>
      expect(branches[branch]?.[name], procedure).toBeDefined()
    }
    expect(auditedProcedures.length).toBeGreaterThan(20)
  })

  it('are of the person whose letter it is', () => {
    using office = openTestOffice()
    const participant_id = aParticipant(office, { surname: 'Brief' })
    const letter = aSentLetter(office, { trajectory_id: aTrajectory(office, { participant_id }) })
    const opened = { db: office.db, staff: office.staff }
    const door = {
      clock: createClock(() => new Date('2026-11-18T09:30:00Z')),
      place: () => null,
      opened: () => opened,
    } as unknown as DeskDoor
    const audit = new AuditLog(door)
    for (const procedure of ['letters.get', 'letters.openForPrint', 'letters.openForPrint'])
      audit.answered(procedure, office.ctx, { id: letter }, {})
    audit.answered('letters.register', office.ctx, { query: '' }, [])
    const lines = listAudit(office.db, { before: null, participantId: participant_id, limit: 3 })
    expect(lines.map(({ action, person }) => [action, person?.surname])).toEqual([
      ['print', 'Brief'],
      ['print', 'Brief'],
      ['view', 'Brief'],
    ])
  })
})
