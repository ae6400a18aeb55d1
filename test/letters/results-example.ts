/** An invented results report of a project: figures of every group, a few too small to say. */
import type { ResultsFacts } from '#core/letters/facts.ts'
import { fullFacts } from './example.ts'

const { version, office, municipality, caseManager, coach, dated_on } = fullFacts
type Figure = ResultsFacts['figures'][number]
type Line = NonNullable<ResultsFacts['breakdowns'][number]['lines']>[number]

/** As long as the real ones, which have tests of their own: a word in them is no other page. */
const definition =
  'Mensen van wie dit op een dag in de periode gold, wat er daarna ook gebeurde. Iedereen telt één keer.'

const figure = (
  code: Figure['code'],
  [value, of, beforeValue, beforeOf]: [Figure['value'], Figure['of'], Figure['value'], Figure['of']],
): Figure => ({ code, value, of, beforeValue, beforeOf, definition })
const line = (key: string, value: Line['value'], of: Line['of'] = null): Line => ({
  key,
  name: '',
  value,
  of,
})

export const fullResults: ResultsFacts = {
  version,
  office,
  municipality,
  caseManager,
  coach,
  dated_on,
  kind: 'results',
  number: '2026-0167',
  period_from: '2026-01-01',
  period_to: '2026-10-31',
  project: 'Samen aan de slag',
  before: { from: '2025-03-03', to: '2025-12-31' },
  figures: [
    figure('referred', [64, null, 58, null]),
    figure('screened', [59, null, 51, null]),
    figure('started', [44, null, 39, null]),
    figure('started_people', [41, null, 38, null]),
    figure('days_to_start', [23, 41, 31, 38]),
    figure('active', [27, null, 22, null]),
    figure('placed_ever', [24, null, 19, null]),
    figure('attendance_rate', [0.84, null, 0.79, null]),
    figure('absent_no_show', [0.03, null, 0.05, null]),
    figure('hours_present', [512_400, null, 430_260, null]),
    figure('language_growth', [19, 27, 14, 25]),
    figure('ladder_growth', [22, 27, 15, 25]),
    figure('ended', [17, null, 15, null]),
    figure('ended_with_place', [12, 17, 9, 15]),
    figure('ended_early', ['few', 'hidden', 'few', 'hidden']),
    figure('still_there_6', [8, 11, null, null]),
    figure('hosts_active', [13, null, 11, null]),
    figure('host_satisfaction', [4.2, 11, 4, 9]),
    figure('letters_on_time', [38, 41, 30, 36]),
  ],
  breakdowns: [
    {
      code: 'placed_kind',
      definition,
      lines: [line('volunteer', 12), line('education', 7), line('work_experience', 5), line('job', 'few')],
    },
    {
      code: 'outflow',
      definition,
      lines: [line('job', 6), line('education', 5), line('volunteer', 'few')],
    },
    { code: 'early_reason', definition, lines: null },
    {
      code: 'ladder_change',
      definition,
      lines: [line('0', 5), line('1', 12), line('2', 10)],
    },
  ],
  targets: [
    { count: 'screened', target: 60, people: 59 },
    { count: 'placed', target: 20, people: 24 },
  ],
  texts: {
    opening: 'Hierbij vindt u de resultaten van het project tot en met oktober.',
    remark: 'In de zomer was de werkplaats drie weken dicht. Daarom begonnen er toen minder mensen.',
  },
}
