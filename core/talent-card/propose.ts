/**
 * The card as the dossier has it. It is made from what is in `CardFacts` and from nothing else: an allow-list, so
 * that a new question or column never comes onto a card by itself. Countries and years of jobs are left out on
 * purpose: they tell origin and age.
 */
import type { LanguageLevel, LanguageSkill } from '../api/fields.ts'
import type { TalentCard } from '../api/talent-card.ts'
import { weekdayName } from '../calendar/dates.ts'
import { createI18n, type Language } from '../i18n/index.ts'
import { intakeDayParts, dayPartKey } from '../intake/types.ts'
import { withoutFound } from './careful.ts'

export interface CardFacts {
  readonly firstName: string
  readonly talents: string
  readonly energy: string
  /** Skills with the best scores, in words. */
  readonly skills: readonly string[]
  readonly jobs: readonly { readonly job: string; readonly tasks: string }[]
  readonly volunteered: string
  readonly certificates: readonly string[]
  readonly languages: string
  readonly dutch: { readonly [skill in LanguageSkill]?: LanguageLevel }
  readonly dreamJob: string
  readonly sectors: readonly string[]
  readonly wantToLearn: string
  /** "1-morning": weekday and part. */
  readonly available: readonly string[]
  readonly hoursPerDay: number | null
  readonly daysPerWeek: number | null
  /** In words. */
  readonly licences: readonly string[]
  /** Of this person, never on a card. */
  readonly avoid: readonly string[]
}

const most = { can: 6, experience: 6, languages: 8 }

/** @param language of the card, whatever the screens are in. */
export function proposeCard(facts: CardFacts, language: Language): TalentCard {
  const i18n = createI18n(language)
  const t = i18n.getFixedT(language, 'files')
  const safe = (text: string): string => withoutFound(text, facts.avoid)
  const sectors = facts.sectors.map((sector) => sector.toLocaleLowerCase(language))
  const dream = safe(facts.dreamJob)
  return {
    name: facts.firstName,
    headline: dream === '' ? t('card.headline') : t('card.headlineFor', { job: lower(dream) }),
    can: lines(
      [...sentences(safe(facts.talents)), ...facts.skills.map(safe), ...sentences(safe(facts.energy))],
      most.can,
    ),
    experience: lines(
      [
        ...facts.jobs.map(({ job, tasks }) => [safe(job), lower(safe(tasks))].filter(Boolean).join(': ')),
        ...sentences(safe(facts.volunteered)),
        ...(facts.certificates.length === 0
          ? []
          : [t('card.certificates', { what: facts.certificates.join(', ') })]),
      ],
      most.experience,
    ),
    languages: lines(
      withoutFound(facts.languages, facts.avoid, ['origin']).split(/[,;\n]|\s+en\s+|\s+and\s+/u),
      most.languages,
    ),
    dutch: dutch(facts.dutch),
    looking_for: [
      sectors.length === 0 ? '' : t('card.workIn', { what: listed(sectors, language) }),
      safe(facts.wantToLearn),
    ]
      .filter(Boolean)
      .join('\n'),
    availability: availability(),
    licence: safe(facts.licences.join(', ')),
    words: '',
  }

  function dutch(levels: CardFacts['dutch']): string {
    const talk = levels.speaking ?? levels.listening
    const text = levels.reading ?? levels.writing
    return [
      talk ? t(`card.talk.${step(talk)}`, { level: talk }) : '',
      text ? t(`card.read.${step(text)}`, { level: text }) : '',
    ]
      .filter(Boolean)
      .join('\n')
  }

  function availability(): string {
    const days = [1, 2, 3, 4, 5, 6, 7].flatMap((day) => {
      const parts = intakeDayParts.filter((part) => facts.available.includes(dayPartKey(day, part)))
      const name = weekdayName(day, language)
      const whole = parts.includes('morning') && parts.includes('afternoon')
      const rest = whole ? parts.filter((part) => part === 'evening') : parts
      const said = rest.map((part) =>
        t('card.dayPart', { day: name, part: i18n.t(`enums:dayPart.${part}`).toLowerCase() }),
      )
      return whole ? [name, ...said] : said
    })
    const { hoursPerDay } = facts
    // More days than there are would read as a slip.
    const room = new Set(facts.available.map((one) => one.charAt(0))).size || 7
    const daysPerWeek = facts.daysPerWeek === null ? null : Math.min(facts.daysPerWeek, room)
    return [
      capital(listed(days, language)),
      daysPerWeek === null ? '' : t('card.days', { count: daysPerWeek }),
      hoursPerDay === null ? '' : t('card.hours', { count: hoursPerDay }),
    ]
      .filter(Boolean)
      .join('\n')
  }
}

/** Where a level is on the way, for a sentence that an employer understands. */
function step(level: LanguageLevel): 'first' | 'a1' | 'a2' | 'b1' | 'b2' {
  if (level.startsWith('A1')) return 'a1'
  if (level.startsWith('A2')) return 'a2'
  if (level.startsWith('B1')) return 'b1'
  return level.startsWith('A') ? 'first' : 'b2'
}

const sentences = (text: string): string[] =>
  text.split('\n').flatMap((line) => line.match(/[^.!?;]+/gu) ?? [])

function lines(all: readonly string[], atMost: number): string {
  const tidy = all.map((one) => capital(one.trim())).filter((one) => one !== '')
  return [...new Set(tidy)].slice(0, atMost).join('\n')
}

const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1)
/** "VCA" and "ICT" stay; "Koken" becomes "koken". */
const lower = (text: string): string =>
  /^\p{Lu}[\p{Ll} ]/u.test(text) ? text.charAt(0).toLocaleLowerCase() + text.slice(1) : text

const listed = (all: readonly string[], language: Language): string =>
  new Intl.ListFormat(language, { type: 'conjunction' }).format(all)
