/**
 * What the office knows otherwise than when a draft was last looked through. What is known by name gets a line, of
 * everything else is only said that there is something. Pure.
 */
import type { LetterChange } from '../api/letter-sources.ts'
import type { Seen } from './seen.ts'

/** Everything that is different, in the order of a letter. */
export function changesBetween(before: Seen, now: Seen): LetterChange[] {
  const changes = [
    ...whole('case_manager', before.caseManager, now.caseManager),
    ...whole('municipality', before.municipality, now.municipality),
    ...whole('participant', before.participant, now.participant),
    ...whole('office', before.office, now.office),
    ...days(before, now),
    ...attendance(before, now),
    ...language(before, now),
    ...skills(before, now),
    ...(before.ladder === now.ladder
      ? []
      : [{ code: 'ladder' as const, from: before.ladder, to: now.ladder }]),
    ...goals(before, now),
    ...places(before, now),
    ...(before.advice === now.advice
      ? []
      : [{ code: 'advice' as const, from: before.advice, to: now.advice }]),
    ...notes(before, now),
  ]
  return before.rest !== now.rest || onlyDays(before, now) ? [...changes, { code: 'other' }] : changes
}

function whole(
  code: 'case_manager' | 'municipality' | 'participant' | 'office',
  before: string,
  now: string,
): LetterChange[] {
  return before === now ? [] : [{ code }]
}

function days(before: Seen, now: Seen): LetterChange[] {
  const changes: LetterChange[] = []
  if (before.end !== null && now.end !== null && before.end !== now.end)
    changes.push({ code: 'end', from: before.end, to: now.end })
  if (before.phase !== null && now.phase !== null && before.phase !== now.phase)
    changes.push({ code: 'phase', from: before.phase, to: now.phase })
  return changes
}

const figures = ['present', 'planned', 'no_show', 'unfilled'] as const

function attendance({ attendance: before }: Seen, { attendance: now }: Seen): LetterChange[] {
  if (!before || !now) return []
  return figures
    .filter((code) => before[code] !== now[code])
    .map((code) => ({ code, from: before[code], to: now[code] }))
}

/** The same hours, on other days or for another reason. */
function onlyDays({ attendance: before }: Seen, { attendance: now }: Seen): boolean {
  return !!before && !!now && before.rest !== now.rest && figures.every((code) => before[code] === now[code])
}

function language(before: Seen, now: Seen): LetterChange[] {
  return paired(before.language, now.language).map(([skill, was, is]) => ({
    code: 'level',
    skill,
    from: was?.level ?? null,
    to: is?.level ?? null,
  }))
}

function skills(before: Seen, now: Seen): LetterChange[] {
  return paired(before.skills, now.skills).map(([name, was, is]) => ({
    code: 'score',
    name,
    from: was?.score ?? null,
    to: is?.score ?? null,
  }))
}

function goals(before: Seen, now: Seen): LetterChange[] {
  return paired(before.goals, now.goals).map(([what, was, is]): LetterChange => {
    if (!was) return { code: 'goal_new', what }
    if (!is) return { code: 'goal_gone', what }
    return was.state === null || is.state === null || was.state === is.state
      ? { code: 'goal_edited', what }
      : { code: 'goal_state', what, from: was.state, to: is.state }
  })
}

function places(before: Seen, now: Seen): LetterChange[] {
  return paired(before.placements, now.placements).map(([host, was, is]): LetterChange => {
    if (!was) return { code: 'place_new', host }
    if (!is) return { code: 'place_gone', host }
    return was.stage === is.stage
      ? { code: 'place_edited', host }
      : { code: 'place_stage', host, from: was.stage, to: is.stage }
  })
}

function notes(before: Seen, now: Seen): LetterChange[] {
  return paired(before.notes, now.notes).flatMap(([, was, is]): LetterChange[] => {
    if (is) return [{ code: was ? 'note_edited' : 'note_new', day: is.day }]
    return was ? [{ code: 'note_gone', day: was.day }] : []
  })
}

/** What is different of two lists, by name. Of two with the same name the first goes with the first. */
function paired<T extends { readonly name: string | number }>(
  before: readonly T[],
  now: readonly T[],
): [name: T['name'], was: T | undefined, is: T | undefined][] {
  const byName = (rows: readonly T[]): Map<T['name'], T[]> => Map.groupBy(rows, (one) => one.name)
  const [was, is] = [byName(before), byName(now)]
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((name) => {
    const [old = [], current = []] = [was.get(name), is.get(name)]
    return Array.from({ length: Math.max(old.length, current.length) }, (_, at) => at)
      .filter((at) => JSON.stringify(old[at]) !== JSON.stringify(current[at]))
      .map((at): [T['name'], T | undefined, T | undefined] => [name, old[at], current[at]])
  })
}
