import { statSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { largestFile } from '#core/files/type.ts'
import { prepared } from '#db/prepare.ts'
import { publish } from '#db/publish.ts'
import { attachments } from '#service/features/attachments.ts'
import { history } from '#service/features/history.ts'
import { search } from '#service/features/search.ts'
import { aDocx, aJpeg, aPdf, aPng } from '../builders/files.ts'
import { aParticipant, openTestOffice } from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'
import { expectError } from '../aggregates/expect-error.ts'

let office: TestOffice
let person: number
beforeEach(() => {
  office = openTestOffice()
  person = aParticipant(office)
})
afterEach(() => office.close())

const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const add = (name: string, bytes: Uint8Array = aPdf(), participantId = person) =>
  attachments.add(office.ctx, { participantId, name, bytes: base64(bytes) })
const names = () => attachments.list(office.ctx, { participantId: person }).map((one) => one.name)
const count = (sql: string) => (prepared(office.db, sql).get() as { n: number }).n

describe('keeping a file', () => {
  test('keeps every byte, with its kind, size, day and who', () => {
    for (const [name, bytes] of [
      ['cv.pdf', aPdf('cv')],
      ['foto.png', aPng()],
      ['pas.jpg', aJpeg()],
      ['brief.docx', aDocx()],
    ] as const) {
      const { id, renamed } = add(name, bytes)
      expect(renamed).toBe(false)
      expect(attachments.read(office.ctx, { id })).toMatchObject({ name, bytes: base64(bytes) })
    }
    expect(attachments.list(office.ctx, { participantId: person })).toMatchObject([
      {
        name: 'brief.docx',
        type: 'docx',
        size: aDocx().length,
        added_on: '2026-11-18',
        staffName: office.staff.name,
      },
      { name: 'pas.jpg', type: 'jpeg' },
      { name: 'foto.png', type: 'png' },
      { name: 'cv.pdf', type: 'pdf' },
    ])
  })

  test('what is refused leaves nothing behind', () => {
    const sets = count('SELECT count(*) AS n FROM change_set')
    const tries: [Uint8Array, string][] = [
      [new TextEncoder().encode('MZ'), 'file_type'],
      [new TextEncoder().encode('<html>'), 'file_type'],
      [new Uint8Array(), 'file_empty'],
      [Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(largestFile)]), 'file_too_large'],
    ]
    for (const [bytes, problem] of tries)
      expectError(() => add('cv.pdf', bytes), 'INVALID', [
        { field: 'bytes', problem: problem as 'file_type' },
      ])
    expectError(() => add('cv.pdf', aPdf(), 999), 'NOT_FOUND')
    expect(count('SELECT count(*) AS n FROM change_set')).toBe(sets)
    expect(
      count('SELECT (SELECT count(*) FROM attachment) + (SELECT count(*) FROM attachment_file) AS n'),
    ).toBe(0)
  })

  test('the largest that is allowed is kept', () => {
    const bytes = Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(largestFile - 9, 0x20)])
    const { id } = add('groot.pdf', bytes)
    expect(Buffer.from(attachments.read(office.ctx, { id }).bytes, 'base64').equals(bytes)).toBe(true)
  })

  test('a strange name is told, the same name gets a number, the same file is not kept twice', () => {
    expect(add('../cv.pdf.exe', aPdf('1'))).toMatchObject({ name: 'cv.pdf', renamed: true })
    expect(add('cv.pdf', aPdf('2'))).toMatchObject({ name: 'cv (2).pdf', renamed: true })
    expect(add('ander.pdf', aPdf('1'))).toMatchObject({ name: 'cv.pdf', already: true, changeSetId: null })
    expect(names()).toEqual(['cv (2).pdf', 'cv.pdf'])
    const other = aParticipant(office, { surname: 'Ander' })
    expect(add('kopie.pdf', aPdf('1'), other)).toMatchObject({ already: false, name: 'kopie.pdf' })
    expect(count('SELECT count(*) AS n FROM attachment_file')).toBe(2)
  })
})

describe('what can be taken back', () => {
  test('adding, renaming and removing, each way and back again with every byte', () => {
    const bytes = aPdf('heen en weer')
    const added = add('cv.pdf', bytes)
    office.ctx.undo(added.changeSetId ?? undefined)
    expect(names()).toEqual([])
    // Taking back the undo is what "Toch doen" does.
    const undo = prepared<[], { id: number }>(office.db, 'SELECT max(id) AS id FROM change_set').get()
    office.ctx.undo(undo?.id)
    expect(attachments.read(office.ctx, { id: added.id }).bytes).toBe(base64(bytes))

    const again = attachments.rename(office.ctx, { id: added.id, name: 'Diploma\u202e' })
    expect(names()).toEqual(['Diploma.pdf'])
    office.ctx.undo(again.changeSetId ?? undefined)
    expect(names()).toEqual(['cv.pdf'])

    const removed = attachments.remove(office.ctx, { id: added.id })
    expect(names()).toEqual([])
    expectError(() => attachments.read(office.ctx, { id: added.id }), 'NOT_FOUND')
    expectError(() => attachments.rename(office.ctx, { id: added.id, name: 'x' }), 'NOT_FOUND')
    office.ctx.undo(removed.changeSetId ?? undefined)
    expect(attachments.read(office.ctx, { id: added.id }).bytes).toBe(base64(bytes))
  })

  test('the history keeps what it was called and how large it was, never what was in it', () => {
    add('cv.pdf', aPdf('geheim'))
    const rows = JSON.stringify(prepared(office.db, 'SELECT * FROM change').all())
    expect(rows).toContain('cv.pdf')
    expect(rows).not.toContain('geheim')
    expect(rows.length).toBeLessThan(6_000)
    const lines = history.person(office.ctx, {
      participantId: person,
      query: 'cv.pdf',
      before: null,
      limit: 50,
    })
    expect(lines.changes.length).toBeGreaterThan(0)
  })

  test('a name of nothing is refused, its own end stays', () => {
    const { id } = add('cv.pdf')
    expectError(() => attachments.rename(office.ctx, { id, name: ' .exe ' }), 'INVALID', [
      { field: 'name', problem: 'required' },
    ])
    expect(attachments.rename(office.ctx, { id, name: 'cv.exe' })).toMatchObject({
      name: 'cv.pdf',
      changeSetId: null,
    })
  })
})

test('is found by its name until it is removed', () => {
  const { id } = add('Diplôme zuivelmaker.pdf')
  const hits = () => search.find(office.ctx, { query: 'diplome zuivel' }).map((hit) => [hit.kind, hit.id])
  expect(hits()).toEqual([['attachment', id]])
  attachments.remove(office.ctx, { id })
  expect(hits()).toEqual([])
})

test('opens in the other program under a name that tells nothing', async () => {
  const opened: { fileName: string; bytes: Uint8Array }[] = []
  const host = {
    ...office.ctx.host,
    openDocument: (document: { fileName: string; bytes: Uint8Array }) => {
      opened.push(document)
      return Promise.resolve({ path: '/x', url: null })
    },
  }
  const { id } = add('cv van Testa.jpg', aJpeg())
  await attachments.open({ ...office.ctx, host }, { id })
  expect(opened.map(({ fileName }) => fileName)).toEqual([`bijlage-${id}.jpg`])
  expect(base64(opened[0]?.bytes ?? new Uint8Array())).toBe(base64(aJpeg()))
})

test('an office with some megabytes of files is still published at once, and whole', async () => {
  for (let n = 0; n < 8; n += 1) add(`scan ${n}.pdf`, aPdf(`scan ${n}`, 1_000_000))
  const started = performance.now()
  await publish(office.db, {
    folder: office.folder,
    fileName: 'Uit.db',
    key: office.key,
    now: office.ctx.now,
  })
  const took = performance.now() - started
  expect(statSync(path.join(office.folder, 'Uit.db')).size).toBeGreaterThan(8_000_000)
  expect(took).toBeLessThan(2_000) // 8 MB; 150 ms on a quiet machine
})
