/** A measurement of today: language, skills at work, the ladder. Each part is saved on its own. */
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../forms/date-field.tsx'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Page } from '../../ui/page.tsx'
import { LadderForm } from './ladder-form.tsx'
import { LanguageForm } from './language-form.tsx'
import type { Person } from './person-head.tsx'
import { SkillsForm } from './skills-form.tsx'
import { WithPerson } from './use-person.tsx'
import './forms.css'

export function AssessmentScreen() {
  const { t } = useTranslation('people')
  const { id } = useParams({ from: '/deelnemers/$id/meting' })
  return (
    <WithPerson id={Number(id)} screen={t('assessment.screen')}>
      {(person) => <Assessments key={id} person={person} />}
    </WithPerson>
  )
}

function Assessments({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  const { today } = useOffice()
  const [on, setOn] = useState(today)
  const earlier = useQuery(orpc.assessments.get.queryOptions({ input: { participantId: person.id } })).data
  if (!earlier) return null
  return (
    <Page
      screen={t('assessment.screen')}
      title={<bdi>{t('assessment.title', { name: person.names.full })}</bdi>}
      lead={t('assessment.lead')}
    >
      <div className="pf-sheets pf-wide">
        <DateField
          className="form-short"
          label={t('assessment.on')}
          today={today}
          required
          value={on}
          onChange={(value) => setOn(value ?? today)}
        />
        <LanguageForm id={person.id} on={on} earlier={earlier.language} />
        <SkillsForm id={person.id} on={on} earlier={earlier.skills} />
        <LadderForm id={person.id} on={on} earlier={earlier.ladder} />
      </div>
    </Page>
  )
}
