/** That somebody does not come: the days, and what the office did to reach them. Facts only. */
import type { NoShowDraft } from '#core/api/letter-drafts.ts'
import { monthTotals } from '#core/attendance/totals.ts'
import { addDays } from '#core/calendar/dates.ts'
import type { NoShowFacts } from '#core/letters/kind-facts.ts'
import { wordsOf } from '#core/letters/words.ts'
import { runningName } from '#core/names/name.ts'
import { marksOf } from '#db/attendance/queries.ts'
import { lettersAbout } from '#db/letters/about.ts'
import { savePeriod } from '#db/letters/commands.ts'
import type { LetterHead } from '#db/letters/queries.ts'
import { listNotes } from '#db/notes/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { trajectoryById } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { letterFacts } from './parties.ts'
import { ofLetter } from './hours-letter.ts'
import { daysSoFar, draftAbout } from './whole-trajectory.ts'

/** Letters go to a municipality: Dutch. */
const language = 'nl'
/** As far as a message looks back when there was none before. */
const daysBack = 28
/** Kinds of notes that say that somebody tried. */
const tries = ['talk', 'phone', 'visit'] as const

export function noShowFacts(ctx: OfficeContext, letter: LetterHead): NoShowFacts {
  const trajectory = ofLetter(ctx, letter)
  const { period_from: from, period_to: to } = letter
  const marks = marksOf(ctx.db, trajectory.id, from, to)
  const { no_show_minutes: _absent, ...sums } = monthTotals(marks)
  const days = Map.groupBy(
    marks.filter((row) => row.mark === 'no_show'),
    (row) => row.day,
  )
  const first = days.keys().next().value ?? from
  const present = marksOf(ctx.db, trajectory.id, trajectory.starts_on, to).findLast(
    (row) => row.present_minutes > 0,
  )
  return {
    ...letterFacts(ctx, letter),
    kind: 'no_show',
    days: [...days].map(([day, parts]) => ({
      day,
      minutes: parts.reduce((sum, row) => sum + row.planned_minutes, 0),
    })),
    ...sums,
    last_present_on: present?.day ?? null,
    contacts: listNotes(ctx.db, trajectory.participant_id)
      .filter((note) => note.happened_on >= first && note.happened_on <= to)
      .flatMap((note): NoShowFacts['contacts'] => {
        const kind = tries.find((one) => one === note.kind) ?? (note.in_report ? 'note' : null)
        return kind === null ? [] : [{ on: note.happened_on, kind, body: note.in_report ? note.body : '' }]
      })
      .reverse(),
    texts: (JSON.parse(letter.draft) as NoShowDraft).texts,
  }
}

/**
 * The open message about this trajectory, or a new one about the days since the last. Inside a command.
 * @throws CommandError NOT_FOUND; INVALID on `period_to` before the start.
 */
export function openNoShowLetter(ctx: OfficeContext, trajectoryId: number): number {
  const trajectory = found(trajectoryById(ctx.db, trajectoryId))
  const { participant_id: participantId } = trajectory
  const { from: start, to } = daysSoFar(ctx, trajectory)
  const all = lettersAbout(ctx.db, { kind: 'no_show', participantId, trajectoryId })
  const last = all.find((one) => one.number !== null)?.period_to
  const since = last === undefined ? addDays(to, -daysBack) : addDays(last, 1)
  const from = since < start ? start : since > to ? to : since
  const open = all.find((one) => one.number === null)
  if (open) {
    savePeriod(ctx.db, open.id, from, to)
    return open.id
  }
  const name = runningName(found(findParticipant(ctx.db, participantId)), language)
  const draft: NoShowDraft = {
    texts: { tried: '', question: wordsOf(language).t('noShow.ask', { name }), question_before: null },
  }
  return draftAbout(ctx, 'no_show', trajectory, { from, to }, draft)
}
