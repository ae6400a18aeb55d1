/** Language, employee skills, ladder and goals: where it started and where it is now. */
import { grew } from '../progress/growth.ts'
import type { GoalsBlock, LanguageBlock, SkillsBlock } from './content.ts'
import type { ProgressFacts } from './facts.ts'
import { paragraphsOf, sentence, type Person, type Words } from './words.ts'

type LanguageFact = ProgressFacts['language'][number]

/** Measured skills only, with the last level; `grew` never across the two scales (Alfa and A0-C2). */
function measured(facts: ProgressFacts) {
  return facts.language.flatMap((row: LanguageFact) => {
    const now = row.now ?? row.start
    if (!now) return []
    const start = row.now ? row.start : null
    return [{ skill: row.skill, now, start, grew: start !== null && grew(start.level, now.level) }]
  })
}

export function languageBlock(facts: ProgressFacts, words: Words): LanguageBlock | null {
  const { t } = words
  const columns = measured(facts).map((row) => ({
    skill: t(`skill.${row.skill}`),
    level: levels(row.start?.level ?? null, row.now.level, words),
    grew: row.grew,
    source: t('language.detail', {
      source: t(`source.${row.now.source}`),
      date: words.dayMonth(row.now.date),
    }),
  }))
  return columns.length === 0 ? null : { kind: 'language', heading: t('language.heading'), columns }
}

function levels(from: string | null, to: string, words: Words): string {
  if (from === null) return to
  return from === to ? words.t('language.same', { to }) : words.t('language.grew', { from, to })
}

/** The line of the table "in één oogopslag": what grew, or else where everything stands. */
export function languageLine(facts: ProgressFacts, words: Words): string | null {
  const rows = measured(facts)
  const changed = rows.filter((row) => row.start !== null && row.start.level !== row.now.level)
  const said =
    changed.length > 0
      ? changed.map((row) =>
          words.t('glance.languageGrew', {
            skill: words.t(`skill.${row.skill}`),
            from: row.start?.level,
            to: row.now.level,
          }),
        )
      : rows.map((row) => `${words.t(`skill.${row.skill}`)} ${row.now.level}`)
  if (said.length === 0) return null
  return said.map((text, at) => (at === 0 ? text : text.charAt(0).toLowerCase() + text.slice(1))).join(', ')
}

export function ladderLine(facts: ProgressFacts, words: Words): string | null {
  const { start, now } = facts.ladder
  const to = now ?? start
  if (to === null) return null
  return start !== null && start !== to
    ? words.t('glance.ladderGrew', { from: start, to })
    : words.t('glance.ladderSame', { to })
}

export function skillsBlock(facts: ProgressFacts, words: Words, person: Person): SkillsBlock | null {
  const { t } = words
  const { start_on, now_on } = facts.skills
  const scale = [t('skills.score1'), t('skills.score2'), t('skills.score3'), t('skills.score4')]
  const rows = facts.skills.rows
    .filter((row) => row.start !== null || row.now !== null || row.own !== null)
    .map((row) => ({ ...row, alternative: skillAlternative(row, scale, words) }))
  const paragraphs = paragraphsOf(facts.texts.skills).map((text) => [{ text }])
  if (rows.length === 0 && paragraphs.length === 0) return null
  const has = (key: 'start' | 'now' | 'own'): boolean => rows.some((row) => row[key] !== null)
  const month = (day: string | null, key: 'start' | 'now'): string =>
    day === null ? t(`skills.${key}`) : t(`skills.${key}Month`, { month: words.month(day) })
  return {
    kind: 'skills',
    heading: t('skills.heading'),
    column: t('skills.column'),
    scale,
    rows,
    legend: {
      start: has('start') ? month(start_on, 'start') : null,
      now: has('now') ? month(now_on, 'now') : null,
      own: has('own') ? t('skills.own', { name: person.name }) : null,
    },
    paragraphs,
  }
}

function skillAlternative(
  row: ProgressFacts['skills']['rows'][number],
  scale: readonly string[],
  { t }: Words,
): string {
  const word = (score: number): string => scale[score - 1] ?? ''
  const parts: string[] = []
  if (row.start !== null) parts.push(t('skills.altStart', { score: word(row.start) }))
  if (row.now !== null) parts.push(t('skills.altNow', { score: word(row.now) }))
  if (row.own !== null) parts.push(t('skills.altOwn', { score: word(row.own) }))
  return `${row.name}. ${parts.join('; ')}.`
}

export function goalsBlock(facts: ProgressFacts, words: Words): GoalsBlock | null {
  const { t } = words
  const [first, ...more] = paragraphsOf(facts.trajectory.purpose)
  const paragraphs = first === undefined ? [] : [t('goals.purpose', { purpose: sentence(first) }), ...more]
  const goals = facts.goals
    .filter((goal) => goal.description.trim() !== '')
    .map((goal) => ({
      state: goal.state,
      word: t(`goalState.${goal.state}`),
      text: [{ text: [sentence(goal.description), sentence(goal.remark)].filter(Boolean).join(' ') }],
    }))
  if (paragraphs.length === 0 && goals.length === 0) return null
  return {
    kind: 'goals',
    heading: t('goals.heading'),
    paragraphs: paragraphs.map((text) => [{ text }]),
    goals,
  }
}
