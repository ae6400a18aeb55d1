/** Letters of all kinds in one print file: each page as it is in the letter itself, in order, on its own sheets. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { PDFDocument } from 'pdf-lib'
import type { LetterKind } from '#core/api/letters.ts'
import { finalPdf } from '#db/letters/queries.ts'
import { aftercare } from '#service/features/aftercare.ts'
import { attendance } from '#service/features/attendance.ts'
import { letterSending } from '#service/features/letter-sending.ts'
import { letters } from '#service/features/letters.ts'
import { results } from '#service/features/results.ts'
import { printFile } from '#service/letters/print-file.ts'
import { fontsOf, hasPoppler, hasQpdf, qpdfSays, withFile } from '../letters/pdf-tools.ts'
import {
  aCaseManager,
  aMunicipality,
  anAppointment,
  aParticipant,
  aPlacement,
  aReferral,
  aTrajectory,
  openTestOffice,
} from '../builders/index.ts'
import type { TestOffice } from '../builders/index.ts'

const complete = { street: 'Weverstraat', house_number: '12', postcode: '1234 AB', city: 'Teststad' }

/** One of each kind, finalised, in the order of their numbers. */
async function oneOfEach(office: TestOffice): Promise<number[]> {
  const municipality_id = aMunicipality(office)
  const case_manager_id = aCaseManager(office, { municipality_id })
  const person = (fields: Parameters<typeof aTrajectory>[1] = {}) => {
    const participant_id = aParticipant(office, {
      ...complete,
      own_script_name: 'حسن',
      surname: 'Özdemir-Ńguyễn',
    })
    const referral_id = aReferral(office, { participant_id, case_manager_id })
    return { participant_id, trajectory: aTrajectory(office, { participant_id, referral_id, ...fields }) }
  }
  const now = person()
  const former = person({ ended_on: '2026-10-12', outflow: 'job' })
  const [moment] = aftercare.list(office.ctx, { participantId: former.participant_id })
  aftercare.record(office.ctx, {
    id: moment?.id ?? 0,
    done_on: '2026-11-12',
    outcome: 'moved_on',
    benefit_ended: 'yes',
    remark: '',
    moved_on_to: 'Bakkerij De Proef',
    how: 'phone',
  })
  const { rows } = attendance.week(office.ctx, { monday: '2026-11-09' })
  const planned = rows
    .filter((row) => row.participantId === now.participant_id)
    .flatMap((row) => row.cells.filter((cell) => cell.planned_minutes > 0))
  attendance.mark(office.ctx, {
    cells: planned.map(({ day, part }) => ({
      participantId: now.participant_id,
      day,
      part,
      mark: 'present' as const,
      lateMinutes: null,
    })),
  })
  const placement = aPlacement(office, { participant_id: now.participant_id, starts_on: '2026-09-01' })
  anAppointment(office, { participant_id: now.participant_id, happens_on: '2026-11-25' })
  const about: readonly (readonly [LetterKind, number])[] = [
    ['progress', now.trajectory],
    ['placement', placement],
    ['invitation', now.participant_id],
    ['hours', now.trajectory],
    ['certificate', former.trajectory],
    ['end', former.trajectory],
    ['aftercare', moment?.id ?? 0],
  ]
  const ids = about.map(([kind, about]) => letters.open(office.ctx, { kind, about }).id)
  ids.push(
    results.toLetter(office.ctx, {
      from: '2026-01-01',
      to: office.ctx.today,
      projectId: null,
      municipalityId: municipality_id,
    }).id,
  )
  for (const id of ids) await letters.finalise(office.ctx, { id })
  return ids
}

/** What each page looks like. */
const pictures = (pdf: Uint8Array): string[] =>
  withFile(pdf, (file) => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pages-'))
    try {
      execFileSync('pdftoppm', ['-r', '60', file, path.join(folder, 'page')])
      return readdirSync(folder)
        .toSorted()
        .map((name) =>
          createHash('sha256')
            .update(readFileSync(path.join(folder, name)))
            .digest('hex'),
        )
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

test.runIf(hasPoppler)(
  'every kind is printed as it is, in order, each on its own sheets',
  async () => {
    using office = openTestOffice({ office: { ...complete, phone: '0123 45 67 89' } })
    const ids = await oneOfEach(office)
    const stored = ids.map((id) => Buffer.from(finalPdf(office.db, id)?.pdf ?? ''))
    expect(letterSending.toPrint(office.ctx).map(({ id }) => id)).toEqual(ids)
    const file = await printFile(office.ctx, ids, true)
    if (hasQpdf) expect(qpdfSays(file)).toBe('ok')
    const each = stored.map(pictures)
    const [white] = pictures(await blank())
    const expected = each.flatMap((pages, n) =>
      pages.length % 2 === 1 && n < each.length - 1 ? [...pages, white] : pages,
    )
    expect(pictures(file)).toEqual(expected)
    // Each font once, however many letters use it.
    const names = fontsOf(file).map((line) => line.split(' ')[0]?.replace(/^[A-Z]{6}\+/u, ''))
    expect(names.length).toBeGreaterThan(3)
    expect(new Set(names).size).toBe(names.length)

    const { runId } = await letterSending.startRun(office.ctx, { ids, twoSided: true })
    letterSending.finishRun(office.ctx, { runId, sent_on: office.ctx.today, sent_how: 'post' })
    for (const id of ids) expect(letters.get(office.ctx, { id }).state).toBe('sent')
    // The stored letter is what it was.
    for (const [n, id] of ids.entries()) expect(finalPdf(office.db, id)?.pdf.equals(stored[n]!)).toBe(true)
  },
  120_000,
)

async function blank(): Promise<Uint8Array> {
  const empty = await PDFDocument.create()
  empty.addPage([595.28, 841.89])
  return await empty.save()
}
