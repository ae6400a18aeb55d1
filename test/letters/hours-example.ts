/** An invented statement of hours over four months, in the order of the facts. */
import type { HoursFacts, HourSums } from '#core/letters/facts.ts'
import { fullFacts } from './example.ts'

const sums = (
  planned: number,
  present: number,
  notified: number,
  no_show: number,
  closed: number,
): HourSums => ({
  planned_minutes: planned,
  present_minutes: present,
  notified_minutes: notified,
  no_show_minutes: no_show,
  closed_minutes: closed,
})
const { version, office, municipality, caseManager, participant, coach, dated_on, number, referred_on } =
  fullFacts

/** planned 8040 + extra 150 = present 7110 + notified 720 + no show 330 + missed 30. */
export const hoursFacts: HoursFacts = {
  version,
  office,
  municipality,
  caseManager,
  participant,
  coach,
  dated_on,
  number,
  referred_on,
  kind: 'hours',
  period_from: '2026-08-24',
  period_to: '2026-11-17',
  trajectory: { starts_on: '2026-08-24', planned_end_on: '2027-02-19', ended_on: null },
  months: [
    { month: '2026-08', ...sums(900, 900, 0, 0, 0) },
    { month: '2026-09', ...sums(3300, 2970, 300, 0, 0) },
    { month: '2026-10', ...sums(2400, 1920, 420, 180, 180) },
    { month: '2026-11', ...sums(1440, 1320, 0, 150, 0) },
  ],
  total: sums(8040, 7110, 720, 330, 180),
  missed_minutes: 30,
  extra_minutes: 150,
  unfilled_parts: 0,
  unfilled_on: null,
  texts: { remark: 'In oktober was de bus drie dagen kapot.' },
}

/** Two years, hours that do not end in halves, and boxes that are empty. */
export const longHours: HoursFacts = {
  ...hoursFacts,
  period_from: '2024-12-02',
  number: null,
  months: Array.from({ length: 24 }, (_, n) => ({
    month: `${2024 + Math.floor((n + 11) / 12)}-${String(((n + 11) % 12) + 1).padStart(2, '0')}`,
    ...sums(12_345, 10_007, 1_000, 338, 95),
  })),
  total: sums(12_345 * 24, 10_007 * 24, 24_000, 338 * 24, 95 * 24),
  missed_minutes: 24_000,
  extra_minutes: 0,
  unfilled_parts: 3,
  unfilled_on: '2026-11-16',
  texts: { remark: '' },
}
