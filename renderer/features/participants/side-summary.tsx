/** The chosen person in short: mostly one fact is needed, not the page. */
import { Button } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatDayMonth } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { OwnScript } from '../../ui/person-name.tsx'
import { Facts } from '../../ui/sheet.tsx'
import { currentTrajectory } from './current.ts'

export function SideSummary({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'enums'])
  const { language } = useOffice()
  const navigate = useNavigate()
  const keep = { placeholderData: keepPreviousData }
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id }, ...keep })).data
  const trajectory = currentTrajectory(
    useQuery(orpc.trajectories.list.queryOptions({ input: { participantId: id } })).data,
  )
  const note = useQuery(orpc.notes.list.queryOptions({ input: { participantId: id } })).data?.reduce(
    (last, one) => (last && last.happened_on >= one.happened_on ? last : one),
    undefined as { happened_on: string; body: string } | undefined,
  )
  if (!person) return null
  const facts: [string, string][] = [
    [t('side.phone'), person.phone],
    [t('side.languages'), person.languages],
    [t('side.interpreter'), person.interpreter ? t(`enums:interpreter.${person.interpreter}`) : ''],
    [t('side.coach'), trajectory?.coachName ?? ''],
    [
      t('side.trajectory'),
      trajectory?.week ? t('side.week', { week: trajectory.week, weeks: trajectory.weeks }) : '',
    ],
  ]
  return (
    <aside className="sheet people-side" aria-label={t('side.label')}>
      <h2>
        <bdi>{person.names.full}</bdi>
      </h2>
      {(person.own_script_name || person.pronunciation) && (
        <p className="dim">
          <OwnScript name={person.own_script_name} lang={person.own_script_lang} />
          {person.own_script_name && person.pronunciation && ', '}
          {person.pronunciation && t('side.say', { pronunciation: person.pronunciation })}
        </p>
      )}
      <Facts facts={facts.filter(([, value]) => value !== '')} />
      {person.good_to_know && (
        <section className="people-part">
          <h3>{t('fields.good_to_know')}</h3>
          <p className="lines">{person.good_to_know}</p>
        </section>
      )}
      {note && (
        <section className="people-part">
          <h3>{t('side.lastNote', { date: formatDayMonth(note.happened_on, language) })}</h3>
          <p className="people-note">{note.body}</p>
        </section>
      )}
      <Button
        fullWidth
        variant="default"
        rightSection={<IconArrowRight size={18} stroke={2} aria-hidden />}
        onClick={() => void navigate({ to: '/deelnemers/$id', params: { id: String(id) } })}
      >
        {t('side.openPage')}
      </Button>
    </aside>
  )
}
