/** The intake: a section at a time, each question a group with its own words. */
import type { Locator } from 'playwright-core'
import { currentVersion } from '#core/intake/definition.ts'
import type { Question } from '#core/intake/definition.ts'
import { formWords } from '#core/intake/form-words.ts'
import { formOf } from '#core/intake/form.ts'
import { t, type Session } from '../harness.ts'

export const form = formOf(currentVersion, null)
export const words = formWords(form, 'nl')
const { option } = words

/** The words of a question may be followed by "Alleen voor begeleiders". */
export function question({ page }: Session, key: string): Locator {
  return page.locator(`#q-${key}`).and(page.getByRole('group', { name: words.question(key) }))
}

/** Any answer that fits, by the keyboard, as the type of the question asks. */
export async function answerAny(session: Session, asked: Question): Promise<void> {
  const { keys } = session
  const { key } = asked
  const box = question(session, key)
  switch (asked.type) {
    case 'text':
    case 'longText':
      return typeAnswer(session, key, `Antwoord op ${key.replaceAll('_', ' ')}`)
    case 'number':
      return typeAnswer(session, key, String(asked.min + 1))
    case 'date':
      return typeAnswer(session, key, '17-8-2026')
    case 'choice':
      return chooseAnswer(session, key, option(key, asked.options[1] ?? ''))
    case 'scale':
      return chooseAnswer(session, key, option(key, '2'))
    case 'yesNoUnknown':
      return chooseAnswer(session, key, words.yesNo('yes'))
    case 'multiple':
      return keys.tick(option(key, asked.options[0] ?? ''), box)
    case 'dayParts':
      return keys.tick('dinsdag ochtend', box)
    case 'grid':
      return keys.tickRadio(
        `${words.item(key, asked.items[0] ?? '')}: ${option(key, asked.options[1] ?? '')}`,
        box,
      )
    case 'rows':
      return keys.type(words.column(key, asked.columns[0]?.key ?? ''), 'Syrië', box)
  }
}

export async function typeAnswer(session: Session, key: string, text: string): Promise<void> {
  await session.keys.type(/.*/, text, question(session, key))
}

export async function chooseAnswer(session: Session, key: string, option: string): Promise<void> {
  await session.keys.pick(question(session, key).getByRole('radiogroup'), option)
}

/** By the button at the foot, which names the section it goes to. */
export async function onward(session: Session, section: string): Promise<void> {
  await session.keys.button(words.section(section))
  await at(session, section)
}

export async function at({ page }: Session, section: string): Promise<void> {
  await page.getByRole('heading', { level: 2, name: words.section(section) }).waitFor()
}

/** The first sections, as far as the talk came before the telephone rang. */
export async function begin(session: Session): Promise<void> {
  await typeAnswer(session, 'best_language', 'Arabisch en Nederlands')
  await chooseAnswer(session, 'interpreter_needed', option('interpreter_needed', 'ambassador'))
  await typeAnswer(session, 'privacy_explained', '17-8-2026')
  await onward(session, 'civic_integration')
  await typeAnswer(session, 'in_netherlands_since', '2021')
  await chooseAnswer(session, 'integration_law', option('integration_law', 'wi2021'))
  await session.keys.tick('dinsdag ochtend', question(session, 'lesson_times'))
  await onward(session, 'language')
  await typeAnswer(session, 'mother_tongue', 'Arabisch')
}

/** The rest of what is needed. */
export async function complete(session: Session): Promise<void> {
  const { keys } = session
  await chooseAnswer(session, 'reads_latin_letters', option('reads_latin_letters', 'well'))
  await onward(session, 'education')
  await keys.type(words.column('schools', 'country'), 'Syrië', question(session, 'schools'))
  await keys.select(
    words.column('schools', 'level'),
    words.columnOption('schools', 'level', 'secondary'),
    question(session, 'schools'),
  )
  await onward(session, 'work')
  await keys.type(words.column('jobs', 'job'), 'Naaister', question(session, 'jobs'))
  await keys.type(words.column('jobs', 'years'), '4', question(session, 'jobs'))
  await typeAnswer(session, 'talents', 'Naaien, patronen tekenen, rustig blijven')
  await keys.button(t('conversation:noAnswer'), question(session, 'energy'))
  await keys.button(t('enums:noAnswer.unknown'), question(session, 'energy'))
  await onward(session, 'wishes')
  await keys.tick(option('sectors', 'textile'), question(session, 'sectors'))
  await keys.tick(option('sectors', 'second_hand'), question(session, 'sectors'))
  await typeAnswer(session, 'own_goal', 'Ik wil weer met mijn handen werken.')
  await onward(session, 'abilities')
  await keys.tick('maandag ochtend', question(session, 'available'))
  await keys.tick('dinsdag ochtend', question(session, 'available'))
  await typeAnswer(session, 'travel_minutes', '45')
  await keys.tickRadio('Lang staan: Soms', question(session, 'body_work'))
  await typeAnswer(session, 'work_agreements', 'Niet te lang achter elkaar staan')
  await onward(session, 'home')
  await chooseAnswer(session, 'childcare', option('childcare', 'arranged'))
  await onward(session, 'network')
  await chooseAnswer(session, 'ladder_now', option('ladder_now', '3'))
  await onward(session, 'conclusion')
  await typeAnswer(session, 'summary', 'Vakvrouw; de taal is de volgende stap.')
  await chooseAnswer(session, 'advice', option('advice', 'workshop'))
  await typeAnswer(session, 'participant_agrees', 'Ja, dat wil ik.')
}
