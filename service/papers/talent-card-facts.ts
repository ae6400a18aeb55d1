/** What a talent card may be made of, gathered from the dossier. What is not read here cannot come onto it. */
import type { Participant } from '#core/api/people.ts'
import type { TalentCard } from '#core/api/talent-card.ts'
import { findQuestion } from '#core/intake/definition.ts'
import { formWords } from '#core/intake/form-words.ts'
import { proposeCard, type CardFacts } from '#core/talent-card/propose.ts'
import { listLanguageAssessments, listSkillAssessments } from '#db/assessments/queries.ts'
import { formOfIntake } from '#db/intake-forms/queries.ts'
import { findIntake, listIntakes } from '#db/intakes/queries.ts'
import { readOffice } from '#db/office/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { found } from '#db/statements.ts'
import { clientNumbers, keptCard } from '#db/talent-card/card.ts'
import type { OfficeContext } from '../context.ts'

/** Employers read Dutch, whatever language the screens have. */
export const cardLanguage = 'nl'

/** From this score on somebody can do it well; scores go to 4. */
const wellFrom = 3
const mostSkills = 3

/** @throws CommandError NOT_FOUND when there is no such person. */
export function cardOf(
  ctx: OfficeContext,
  participantId: number,
): { readonly card: TalentCard; readonly kept: boolean; readonly avoid: string[] } {
  const facts = cardFacts(ctx, participantId)
  const proposed = proposeCard(facts, cardLanguage)
  const kept = keptCard(ctx.db, participantId)
  return { card: { ...proposed, ...kept }, kept: kept !== null, avoid: [...facts.avoid] }
}

function cardFacts(ctx: OfficeContext, participantId: number): CardFacts {
  const person = found(findParticipant(ctx.db, participantId))
  const firstName = firstNameOf(person)
  const asked = answersOf(ctx, participantId)
  const levels: { -readonly [S in keyof CardFacts['dutch']]: CardFacts['dutch'][S] } = {}
  for (const { skill, level } of listLanguageAssessments(ctx.db, participantId)) levels[skill] = level
  return {
    firstName,
    talents: asked.text('talents'),
    energy: asked.text('energy'),
    skills: bestSkills(ctx, participantId),
    jobs: asked.rows('jobs').map((row) => ({ job: textIn(row['job']), tasks: textIn(row['tasks']) })),
    volunteered: asked.text('volunteer_before'),
    certificates: asked.options('certificates', ['none', 'other']),
    languages: person.languages,
    dutch: levels,
    dreamJob: asked.text('dream_job'),
    sectors: asked.options('sectors', []),
    wantToLearn: asked.text('want_to_learn'),
    available: asked.list('available'),
    hoursPerDay: asked.number('hours_per_day'),
    daysPerWeek: asked.number('days_per_week'),
    // A licence from abroad tells where somebody is from.
    licences: asked.options('driving', ['none', 'foreign', 'exchanged']),
    avoid: avoided(ctx, person, firstName),
  }
}

/** As somebody is called; of a person with one name, that name. */
const firstNameOf = (person: Participant): string =>
  (person.call_name || person.given_names.split(' ')[0] || person.surname).trim()

function avoided(ctx: OfficeContext, person: Participant, firstName: string): string[] {
  const office = readOffice(ctx.db)
  return [
    person.surname,
    person.partner_surname,
    ...person.given_names.split(' '),
    person.own_script_name,
    person.birth_date?.slice(0, 4) ?? '',
    `${person.street} ${person.house_number}`.trim(),
    person.street,
    person.postcode,
    person.city === office.city ? '' : person.city,
    person.phone,
    person.email,
    ...clientNumbers(ctx.db, person.id),
  ].filter((word) => word.trim().length > 1 && word !== firstName)
}

/** The latest score of each, the best first. */
function bestSkills(ctx: OfficeContext, participantId: number): string[] {
  const latest = new Map<string, number>()
  for (const { skill, score } of listSkillAssessments(ctx.db, participantId))
    if (score !== null) latest.set(skill, score)
  return [...latest]
    .filter(([, score]) => score >= wellFrom)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, mostSkills)
    .map(([skill]) => skill)
}

/** What was answered in the newest intake, each in the shape of its question; empty where it was not. */
function answersOf(ctx: OfficeContext, participantId: number) {
  const head = listIntakes(ctx.db, participantId)[0]
  const intake = head ? findIntake(ctx.db, head.id) : null
  const form = intake && formOfIntake(ctx.db, intake, intake.answers)
  const words = form && formWords(form, cardLanguage)
  const valueOf = (key: string): unknown => intake?.answers.find((answer) => answer.question === key)?.value
  const list = (key: string): string[] => {
    const value = valueOf(key)
    return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : []
  }
  return {
    list,
    text: (key: string): string => {
      const value = valueOf(key)
      return typeof value === 'string' ? value : ''
    },
    number: (key: string): number | null => {
      const value = valueOf(key)
      return typeof value === 'number' ? value : null
    },
    rows: (key: string): Record<string, unknown>[] => {
      const value = valueOf(key)
      return Array.isArray(value)
        ? value.filter((row): row is Record<string, unknown> => typeof row === 'object' && row !== null)
        : []
    },
    /** In words, those of the question as it was asked. */
    options: (key: string, without: readonly string[]): string[] =>
      form && words && findQuestion(form, key)
        ? list(key)
            .filter((option) => !without.includes(option))
            .map((option) => words.option(key, option))
        : [],
  }
}

/** A cell of a table of answers; anything but text is nothing to print. */
function textIn(cell: unknown): string {
  return typeof cell === 'string' ? cell : ''
}
