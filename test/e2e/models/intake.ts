/** The intake: a section at a time, each question a group with its own words. */
import type { Locator } from 'playwright-core'
import intake from '#core/i18n/nl/intake.ts'
import { t, type Session } from '../harness.ts'

type Question = keyof typeof intake.question
type Section = keyof typeof intake.section

/** The words of a question may be followed by "Alleen voor begeleiders". */
export function question({ page }: Session, key: Question): Locator {
  return page.locator(`#q-${key}`).and(page.getByRole('group', { name: intake.question[key] }))
}

export async function typeAnswer(session: Session, key: Question, text: string): Promise<void> {
  await session.keys.type(/.*/, text, question(session, key))
}

export async function chooseAnswer(session: Session, key: Question, option: string): Promise<void> {
  await session.keys.pick(question(session, key).getByRole('radiogroup'), option)
}

/** By the button at the foot, which names the section it goes to. */
export async function onward(session: Session, section: Section): Promise<void> {
  await session.keys.button(intake.section[section])
  await at(session, section)
}

export async function at({ page }: Session, section: Section): Promise<void> {
  await page.getByRole('heading', { level: 2, name: intake.section[section] }).waitFor()
}

/** The first two sections, as far as the talk came before the telephone rang. */
export async function begin(session: Session): Promise<void> {
  await typeAnswer(session, 'talk_language', 'Arabisch en Nederlands')
  await chooseAnswer(session, 'talk_interpreter', intake.option.talk_interpreter.ambassador)
  await chooseAnswer(session, 'talk_understood', intake.option.talk_understood[3])
  await typeAnswer(session, 'privacy_explained', '17-8-2026')
  await onward(session, 'civic_integration')
  await typeAnswer(session, 'in_netherlands_since', '2021')
  await chooseAnswer(session, 'integration_law', intake.option.integration_law.wi2021)
  await onward(session, 'language')
  await typeAnswer(session, 'mother_tongue', 'Arabisch')
}

/** The rest of what is needed. */
export async function complete(session: Session): Promise<void> {
  const { keys } = session
  await chooseAnswer(session, 'reads_latin_letters', intake.option.reads_latin_letters.well)
  await onward(session, 'education')
  await keys.type(intake.column.schools.country, 'Syrië', question(session, 'schools'))
  await keys.select(
    intake.column.schools.level,
    intake.columnOption.schools.level.secondary,
    question(session, 'schools'),
  )
  await onward(session, 'work')
  await keys.type(intake.column.jobs.job, 'Naaister', question(session, 'jobs'))
  await keys.type(intake.column.jobs.years, '4', question(session, 'jobs'))
  await typeAnswer(session, 'talents', 'Naaien, patronen tekenen, rustig blijven')
  await keys.button(t('people:intakePage.noAnswer'), question(session, 'energy'))
  await keys.button(t('enums:noAnswer.unknown'), question(session, 'energy'))
  await onward(session, 'wishes')
  await keys.tick(intake.option.sectors.textile, question(session, 'sectors'))
  await keys.tick(intake.option.sectors.second_hand, question(session, 'sectors'))
  await typeAnswer(session, 'own_goal', 'Ik wil weer met mijn handen werken.')
  await onward(session, 'abilities')
  await keys.tick('maandag ochtend', question(session, 'available'))
  await keys.tick('dinsdag ochtend', question(session, 'available'))
  await typeAnswer(session, 'travel_minutes', '45')
  await keys.tickRadio('Lang staan: Soms', question(session, 'body_work'))
  await typeAnswer(session, 'work_agreements', 'Niet te lang achter elkaar staan')
  await onward(session, 'home')
  await chooseAnswer(session, 'childcare', intake.option.childcare.arranged)
  await onward(session, 'network')
  await chooseAnswer(session, 'ladder_now', intake.option.ladder_now[3])
  await onward(session, 'conclusion')
  await typeAnswer(session, 'summary', 'Vakvrouw; de taal is de volgende stap.')
  await chooseAnswer(session, 'advice', intake.option.advice.workshop)
  await typeAnswer(session, 'participant_agrees', 'Ja, dat wil ik.')
}
