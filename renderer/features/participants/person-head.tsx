/** The lines under the name: how to address and reach somebody, and what everybody has to know. */
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { shownDate } from '../../forms/date-field.tsx'

export type Person = Outputs['participants']['get']

export function PersonFacts({
  person,
  trajectory,
}: {
  person: Person
  trajectory: TrajectoryView | undefined
}) {
  const { t } = useTranslation(['people', 'enums', 'common'])
  const prefers = person.preferred_contact
    ? t('person.prefers', { way: t(`enums:preferredContact.${person.preferred_contact}`) })
    : ''
  const interpreter =
    person.interpreter && person.interpreter !== 'none'
      ? t(`enums:interpreter.${person.interpreter}`).toLowerCase()
      : ''
  const facts = [
    person.form_of_address === 'none' ? '' : person.names.running,
    [person.phone, prefers].filter(Boolean).join(', '),
    [person.languages, interpreter].filter(Boolean).join(', '),
    person.birth_date ? t('person.born', { date: shownDate(person.birth_date) }) : '',
    trajectory ? t('person.coach', { name: trajectory.coachName }) : '',
    trajectory
      ? t('person.caseManager', {
          municipality: trajectory.municipalityName,
          name: trajectory.caseManagerName,
        })
      : '',
  ].filter((fact) => fact !== '')
  if (facts.length === 0) return null
  return (
    <ul className="person-facts" aria-label={t('person.facts')}>
      {facts.map((fact) => (
        <li key={fact}>
          <bdi>{fact}</bdi>
        </li>
      ))}
    </ul>
  )
}

/** One line of text, one agreement. An agreement that is missed hurts somebody, so it goes across the page. */
export function GoodToKnow({ text }: { text: string }) {
  const { t } = useTranslation('people')
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  if (lines.length === 0) return null
  return (
    <section className="person-know" aria-labelledby="good-to-know">
      <h2 id="good-to-know">{t('person.goodToKnow')}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}
