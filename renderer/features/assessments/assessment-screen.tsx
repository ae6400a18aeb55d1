/** Measurements of one person: a new one, first and now, and all there are. Each part is saved on its own. */
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../forms/date-field.tsx'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Page, PageWait } from '../../ui/page.tsx'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { FirstAndNow } from './first-and-now.tsx'
import { LadderForm } from './ladder-form.tsx'
import { LanguageForm } from './language-form.tsx'
import { SeriesTable } from './series-table.tsx'
import { SkillsForm } from './skills-form.tsx'
import '../participants/forms.css'
import './assessments.css'

const tabs = ['fill', 'growth', 'all'] as const
type Tab = (typeof tabs)[number]

export function AssessmentScreen() {
  const { t } = useTranslation('trajectory')
  const { id } = useParams({ from: '/deelnemers/$id/meting' })
  return (
    <WithPerson id={Number(id)} screen={t('assessment.screen')}>
      {(person) => <Assessments key={id} person={person} />}
    </WithPerson>
  )
}

function Assessments({ person }: { person: Person }) {
  const { t } = useTranslation('trajectory')
  const { today } = useOffice()
  const [on, setOn] = useState(today)
  const [tab, setTab] = useState<Tab>('fill')
  const measured = useQuery(orpc.assessments.get.queryOptions({ input: { participantId: person.id } })).data
  if (!measured) return <PageWait />
  return (
    <Page
      screen={t('assessment.screen')}
      title={<bdi>{t('assessment.title', { name: person.names.full })}</bdi>}
      lead={t('assessment.lead')}
    >
      <div className="pf-sheets assessments">
        <Link className="link" to="/deelnemers/$id" params={{ id: String(person.id) }}>
          {t('page.back')}
        </Link>
        <FilterChips
          label={t('assessment.tabsLabel')}
          value={tab}
          onChange={setTab}
          chips={tabs.map((value) => ({ value, label: t(`assessment.tabs.${value}`) }))}
        />
        {/* Hidden, not gone: what is half filled in stays when somebody looks at the earlier ones. */}
        <div className="pf-sheets" hidden={tab !== 'fill'}>
          <DateField
            className="form-short"
            label={t('assessment.on')}
            today={today}
            required
            value={on}
            onChange={(value) => setOn(value ?? today)}
          />
          <LanguageForm id={person.id} on={on} earlier={measured.language} />
          <SkillsForm id={person.id} on={on} earlier={measured.skills} />
          <LadderForm id={person.id} on={on} earlier={measured.ladder} />
        </div>
        {tab === 'growth' && <FirstAndNow measured={measured} />}
        {tab === 'all' && <SeriesTable measured={measured} />}
      </div>
    </Page>
  )
}
