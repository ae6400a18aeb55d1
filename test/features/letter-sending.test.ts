import { describe, expect, test } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import type { RegisterFilter } from '#core/api/letter-sending.ts'
import { letterRegister } from '#service/features/letter-register.ts'
import { letterSending } from '#service/features/letter-sending.ts'
import { letterStates } from '#service/features/letter-states.ts'
import { letters } from '#service/features/letters.ts'
import { printFile } from '#service/letters/print-file.ts'
import { connection } from '#db/database.ts'
import { verifyHistory } from '#db/history/commands.ts'
import { prepared } from '#db/prepare.ts'
import { readSheet } from 'read-excel-file/node'
import {
  aCaseManager,
  aMunicipality,
  aParticipant,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

const complete = { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' }
const open = () => openTestOffice({ role: 'manager', office: complete })
const all: RegisterFilter = { query: '', kind: null, state: null, from: null, to: null }

type Fields = { municipality?: object; person?: object; email?: string }

const aDraft = (office: TestOffice, fields: Fields = {}): number =>
  letters.open(office.ctx, { kind: 'progress', about: inTrajectory(office, fields) }).id

function inTrajectory(office: TestOffice, fields: Fields = {}): number {
  const municipality_id = aMunicipality(office, fields.municipality ?? {})
  const case_manager_id = aCaseManager(office, {
    municipality_id,
    ...(fields.email === undefined ? {} : { email: fields.email }),
  })
  const participant_id = aParticipant(office, fields.person ?? {})
  const referral_id = aReferral(office, { participant_id, case_manager_id })
  return aTrajectory(office, { participant_id, referral_id })
}

async function finals(office: TestOffice, count: number): Promise<number[]> {
  const ids = Array.from({ length: count }, () => aDraft(office))
  for (const id of ids) await letters.finalise(office.ctx, { id })
  return ids
}

/** The host of the test office, and what it was asked to open. */
function withHost(office: TestOffice) {
  const opened: { fileName: string; bytes: Uint8Array }[] = []
  const host = {
    ...office.ctx.host,
    openDocument: (document: { fileName: string; bytes: Uint8Array }) => {
      opened.push(document)
      return Promise.resolve({ path: null, url: null })
    },
  }
  return { opened, ctx: { ...office.ctx, host } }
}

const pagesOf = (office: TestOffice, id: number) =>
  prepared<[number], { pages: number }>(office.db, 'SELECT pages FROM letter WHERE id = ?').get(id)?.pages ??
  0

test('drafts that cannot be finalised come first, with what they miss', async () => {
  using office = open()
  const good = aDraft(office)
  const bad = aDraft(office, { municipality: { address_line: '', postcode: '', city: '' } })
  const rows = await letterSending.ready(office.ctx)
  expect(rows.map(({ id, ready }) => ({ id, ready }))).toEqual([
    { id: bad, ready: false },
    { id: good, ready: true },
  ])
  expect(rows[0]?.gaps).toContainEqual({ code: 'municipality_address', blocking: true })
})

describe('as many letters as an office ever has at once', () => {
  const COUNT = 200
  const last = 117
  const numbered = (count: number) =>
    Array.from({ length: count }, (_, n) => `2026-${String(n + 1).padStart(4, '0')}`)
  const numbersOf = (office: TestOffice) =>
    prepared<[], { number: string }>(
      office.db,
      'SELECT number FROM letter WHERE number IS NOT NULL ORDER BY number',
    )
      .all()
      .map(({ number }) => number)
  const lastGiven = (office: TestOffice) =>
    prepared<[], { last: number }>(office.db, 'SELECT last FROM letter_number').get()?.last

  test('the disk is full in the middle: nothing is lost, no number skipped or used twice, and it goes on', async () => {
    using office = open()
    const ids = Array.from({ length: COUNT }, () => aDraft(office))
    const raw = connection(office.db)
    const size = () => raw.pragma('page_count', { simple: true }) as number
    const first = size()
    for (const id of ids.slice(0, 3)) await letters.finalise(office.ctx, { id })
    // As much room as half of them take, by what the first three took.
    raw.pragma(`max_page_count = ${first + Math.ceil(((size() - first) / 3) * (COUNT / 2))}`)
    let done = 3
    let refused = 0
    for (const id of ids.slice(3)) {
      try {
        await letters.finalise(office.ctx, { id })
        done += 1
      } catch (error) {
        expect(error).toMatchObject({ code: 'DISK_FULL' })
        refused += 1
        break
      }
    }
    expect(refused).toBe(1)
    expect(done).toBeGreaterThan(COUNT / 4)
    expect(done).toBeLessThan((COUNT * 3) / 4)
    const states = () => ids.map((id) => letters.get(office.ctx, { id }).state)
    expect(states()).toEqual(ids.map((_, n) => (n < done ? 'final' : 'draft')))
    expect(numbersOf(office)).toEqual(numbered(done))
    expect(lastGiven(office)).toBe(done)
    raw.pragma(`max_page_count = ${size() * 10}`)
    for (const id of ids.slice(done)) await letters.finalise(office.ctx, { id })
    expect(numbersOf(office)).toEqual(numbered(COUNT))
    expect(verifyHistory(office.db)).toMatchObject({ whole: true })
  }, 600_000)

  test('somebody stops it: those before have their numbers, the rest are drafts, and it goes on', async () => {
    using office = open()
    const all = Array.from({ length: COUNT }, () => inTrajectory(office))
    // Drafting is stopped first: what is there stays, the rest was never begun.
    const stop = new AbortController()
    let drafted = 0
    for await (const step of letters.draftAllDue(office.ctx, undefined, stop.signal)) {
      drafted = step.done
      if (drafted === last) stop.abort()
    }
    expect(drafted).toBe(last)
    expect(await letterSending.ready(office.ctx)).toHaveLength(last)
    for await (const step of letters.draftAllDue(office.ctx, undefined, undefined)) drafted = last + step.done
    expect(drafted).toBe(all.length)

    const ids = (await letterSending.ready(office.ctx)).map(({ id }) => id)
    expect(ids).toHaveLength(COUNT)
    for (const id of ids.slice(0, last)) await letters.finalise(office.ctx, { id })
    const left = await letterSending.ready(office.ctx)
    expect(left.map(({ id }) => id)).toEqual(ids.slice(last))
    expect(numbersOf(office)).toEqual(numbered(last))
    for (const { id } of left) await letters.finalise(office.ctx, { id })
    expect(numbersOf(office)).toEqual(numbered(COUNT))
    expect(await letterSending.ready(office.ctx)).toEqual([])
    // One letter in a print file costs what is its own: the fonts are there once.
    const file = await printFile(office.ctx, ids, true)
    const alone = await printFile(office.ctx, ids.slice(0, 1), true)
    expect(file.length).toBeLessThan(alone.length + COUNT * 7_500)
  }, 600_000)
})

test('one print file in order, from the stored bytes; two-sided, each letter begins on a new sheet', async () => {
  using office = open()
  const ids = await finals(office, 3)
  const counts = ids.map((id) => pagesOf(office, id))
  const plain = await PDFDocument.load(await printFile(office.ctx, ids, false))
  expect(plain.getPageCount()).toBe(counts.reduce((sum, count) => sum + count, 0))
  const doubled = await PDFDocument.load(await printFile(office.ctx, ids, true))
  // Every letter but the last one is rounded up to whole sheets.
  const sheets = counts.map((count, index) => (index < 2 ? Math.ceil(count / 2) * 2 : count))
  expect(doubled.getPageCount()).toBe(sheets.reduce((sum, count) => sum + count, 0))
  expect(counts.some((count) => count % 2 === 1)).toBe(true) // else there is no blank page to see
  await expect(printFile(office.ctx, [...ids, 999], false)).rejects.toThrow('NOT_FOUND')
})

test('a run is asked about until it is answered; again from a number; then sent, which can be undone', async () => {
  using office = open()
  const ids = await finals(office, 3)
  const { ctx, opened } = withHost(office)
  expect(letterSending.toPrint(ctx).map(({ id }) => id)).toEqual(ids)
  const { runId } = await letterSending.startRun(ctx, { ids, twoSided: false })
  expect(opened[0]?.fileName).toBe('2026-11-18 brieven om af te drukken.pdf')
  expect(letterSending.toPrint(ctx)).toEqual([])
  expect(letterSending.runs(ctx)).toMatchObject([
    { id: runId, letters: ids.map((id, index) => ({ id, position: index + 1, state: 'final' })) },
  ])
  await letterSending.printAgain(ctx, { runId, from: 3, twoSided: false })
  const again = await PDFDocument.load(opened[1]?.bytes ?? new Uint8Array())
  expect(again.getPageCount()).toBe(pagesOf(office, ids[2] ?? 0))
  await expect(letterSending.printAgain(ctx, { runId, from: 4, twoSided: false })).rejects.toThrow(
    'NOT_FOUND',
  )
  expect(letters.register(ctx, { query: '', state: 'sent' })).toEqual([]) // printing is not sending

  const answer = { runId, sent_how: 'post' as const }
  expect(() => letterSending.finishRun(ctx, { ...answer, sent_on: '2026-11-19' })).toThrow('INVALID')
  expect(() => letterSending.finishRun(ctx, { ...answer, sent_on: '2026-11-17' })).toThrow('INVALID')
  letterStates.withdraw(ctx, { id: ids[1] ?? 0, why: 'Niet goed' })
  const { changeSetId } = letterSending.finishRun(ctx, { ...answer, sent_on: '2026-11-18' })
  expect(letterSending.runs(ctx)).toEqual([])
  const { rows } = letterRegister.list(ctx, { ...all, page: 0 })
  expect(rows.map(({ state, prints }) => ({ state, prints }))).toEqual([
    { state: 'sent', prints: 2 },
    { state: 'withdrawn', prints: 1 },
    { state: 'sent', prints: 1 },
  ])
  expect(() => letterSending.finishRun(ctx, { ...answer, sent_on: '2026-11-18' })).toThrow('NOT_FOUND')
  ctx.undo(changeSetId ?? 0)
  expect(letterSending.runs(ctx)).toHaveLength(1)
  expect(letters.register(ctx, { query: '', state: 'sent' })).toEqual([])
})

test('printing one letter counts too', async () => {
  using office = open()
  const [id = 0] = await finals(office, 1)
  const { ctx } = withHost(office)
  await letters.openForPrint(ctx, { id })
  await letters.openForPrint(ctx, { id })
  expect(letterRegister.list(ctx, { ...all, page: 0 }).rows[0]?.prints).toBe(2)
})

test('e-mail: the address, a subject and a text without a name, and the PDF at hand', async () => {
  using office = open()
  const id = aDraft(office, { email: 'a.b+c@gemeente.example', person: { surname: 'Geheimnaam' } })
  const { ctx, opened } = withHost(office)
  await expect(letterSending.mail(ctx, { id })).rejects.toThrow('NOT_FOUND') // a draft is not mailed
  await letters.finalise(ctx, { id })
  const { mailto } = await letterSending.mail(ctx, { id })
  const url = new URL(mailto)
  expect(decodeURIComponent(url.pathname)).toBe('a.b+c@gemeente.example')
  expect(mailto).not.toContain('+')
  expect(url.searchParams.get('subject')).toBe('Brief 2026-0001')
  expect(decodeURIComponent(mailto)).not.toContain('Geheimnaam')
  expect(opened[0]?.fileName).toBe('2026-0001 voortgangsbrief.pdf')
})

test('the register is searched by name, number and municipality, and filtered', async () => {
  using office = open()
  const first = aDraft(office, { person: { surname: 'Ğökçe' }, municipality: { name: 'Súdwest Proefstad' } })
  const second = aDraft(office)
  for (const id of [first, second]) await letters.finalise(office.ctx, { id })
  const { id: third } = letterStates.replace(office.ctx, { id: second })
  await letters.finalise(office.ctx, { id: third })
  const found = (filter: Partial<RegisterFilter>) =>
    letterRegister.list(office.ctx, { ...all, ...filter, page: 0 }).rows.map(({ id }) => id)
  expect(found({})).toEqual([third, second, first])
  expect(found({ query: 'gokce' })).toEqual([first])
  expect(found({ query: '2026-0002' })).toEqual([second])
  expect(found({ query: 'súdwest' })).toEqual([first])
  expect(found({ query: 'nergens' })).toEqual([])
  expect(found({ state: 'replaced' })).toEqual([second])
  expect(letterRegister.list(office.ctx, { ...all, kind: 'hours', page: 0 }).total).toBe(0)
  expect(
    letterRegister.list(office.ctx, { ...all, from: '2026-11-18', to: '2026-11-18', page: 0 }).total,
  ).toBe(3)
  expect(letterRegister.list(office.ctx, { ...all, to: '2026-11-17', page: 0 }).total).toBe(0)
  const [newest, old] = letterRegister.list(office.ctx, { ...all, page: 0 }).rows
  expect(newest?.replaces).toEqual({ id: second, number: '2026-0002' })
  expect(old?.replacedBy).toEqual({ id: third, number: '2026-0003' })
  expect(letterRegister.list(office.ctx, { ...all, page: 1 })).toMatchObject({
    rows: [],
    total: 3,
    pageSize: 100,
  })
})

test('goes to Excel with dates that are dates and numbers that are numbers', async () => {
  using office = open()
  const [id = 0] = await finals(office, 1)
  letters.markSent(office.ctx, { id, sent_on: '2026-11-18', sent_how: 'post' })
  const { fileName, xlsx } = await letterRegister.excel(office.ctx, all)
  expect(fileName).toBe('Verzendregister 2026-11-18.xlsx')
  const rows = await readSheet(Buffer.from(xlsx, 'base64'))
  expect(rows[0]?.slice(0, 3)).toEqual(['Nummer', 'Datum', 'Deelnemer'])
  expect(rows[1]?.[0]).toBe('2026-0001')
  expect(rows[1]?.[1]).toEqual(new Date('2026-11-18T00:00:00Z'))
  expect(rows[1]?.[7]).toEqual(new Date('2026-11-18T00:00:00Z'))
  expect(rows[1]?.[9]).toBe(0)
})
