/** What a few people of a practice office have besides: inburgering, a pause that was agreed, a file. */
import { createHash } from 'node:crypto'
import { addDays, addMonths, mondayOf } from '#core/calendar/dates.ts'
import { addAttachment } from '#db/attachments/commands.ts'
import { saveCivic, setLessons } from '#db/civic/commands.ts'
import type { WritableDb } from '#db/database.ts'
import { createPause } from '#db/trajectories/commands.ts'
import { trajectoriesOf } from '#db/trajectories/queries.ts'
import { inTurn } from './random.ts'
import { smallPdf } from './small-pdf.ts'
import { languageSchools, papers, pauses } from './texts/beside.ts'
import type { PracticeData } from './types.ts'

/** Months since the plan; the first term of three years ends within half a year. */
const planAges = [32, 20, 8, 14] as const

/** Inside a bulk load, after the people. Nothing here is drawn by chance. */
export function loadBeside(db: WritableDb, data: PracticeData): void {
  const { today } = data.options
  const active = data.specs.filter((spec) => spec.kind === 'active')
  for (const [index, { id }] of active.filter((_, n) => n % 4 === 1).entries()) {
    saveCivic(db, id, {
      law: 'wi2021',
      route: inTurn(['b1', 'z'] as const, index),
      pip_on: addMonths(today, -inTurn(planAges, index)),
      school: inTurn(languageSchools, index),
    })
    setLessons(
      db,
      id,
      [2, 4].map((weekday) => ({ weekday, part: 'evening' })),
    )
  }
  // A pause still to come: what was marked until now stays true.
  const starts_on = addDays(mondayOf(today), 7)
  for (const [index, { id }] of active
    .filter((spec) => !spec.letterDue)
    .slice(0, pauses.length)
    .entries()) {
    const running = trajectoriesOf(db, id).find((one) => one.ended_on === null)
    if (running && running.planned_end_on > addDays(starts_on, 14))
      createPause(db, running.id, {
        starts_on,
        ends_on: addDays(starts_on, 11),
        reason: inTurn(pauses, index),
      })
  }
  for (const [index, [name, ...lines]] of papers.entries()) {
    const bytes = smallPdf(lines)
    addAttachment(db, {
      participant_id: inTurn(active, index + 1).id,
      name,
      type: 'pdf',
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes,
      added_on: today,
      staff_id: 1,
    })
  }
}
