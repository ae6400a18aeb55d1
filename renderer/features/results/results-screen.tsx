/** The figures about a period: one sentence that opens the people behind it, drawings, and the same in tables. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { Figure } from '#core/api/results.ts'
import { isDate } from '#core/calendar/dates.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Actions } from './actions.tsx'
import { Afterwards } from './afterwards.tsx'
import { AllFigures } from './all-figures.tsx'
import { Choices } from './choices.tsx'
import { PeopleDialog } from './people-dialog.tsx'
import { yearPeriod } from './period-picker.tsx'
import { Places } from './places.tsx'
import { idOf, type About, type Chosen } from './report.ts'
import { Sentence } from './sentence.tsx'
import { Splits } from './splits.tsx'
import { Targets } from './targets.tsx'
import { ThreeFacts } from './three-facts.tsx'
import './results.css'

export function ResultsScreen() {
  const { t } = useTranslation('results')
  const { today } = useOffice()
  const { van, tot, project, gemeente } = useSearch({ from: '/resultaten' })
  const navigate = useNavigate()
  const standard = yearPeriod(today, 0)
  const about: About = {
    from: van && isDate(van) ? van : standard.from,
    to: tot && isDate(tot) ? tot : standard.to,
    projectId: idOf(project),
    municipalityId: idOf(gemeente),
  }
  const swapped = about.to < about.from
  const results = useQuery(
    orpc.results.get.queryOptions({ input: about, enabled: !swapped, placeholderData: keepPreviousData }),
  )
  const inARow = useQuery(
    orpc.results.inARow.queryOptions({ input: about, enabled: !swapped, placeholderData: keepPreviousData }),
  ).data
  const [chosen, setChosen] = useState<Chosen | null>(null)

  const screen = t('title')
  if (results.isPending && !swapped) return <PageWait />
  if (results.isLoadingError)
    return (
      <PageFailure failure={failureOf(results.error)} screen={screen} retry={() => void results.refetch()} />
    )

  function change({ from, to, projectId, municipalityId }: About): void {
    const search = {
      van: from,
      tot: to,
      ...(projectId === null ? {} : { project: String(projectId) }),
      ...(municipalityId === null ? {} : { gemeente: String(municipalityId) }),
    }
    void navigate({ to: '/resultaten', search })
  }
  return (
    <Page title={screen} screen={screen} actions={<Actions about={about} disabled={swapped} />}>
      <Choices about={about} today={today} onChange={change} />
      {swapped ? (
        <Message title={t('period.swapped')} />
      ) : (
        results.data && <Report about={about} data={results.data} inARow={inARow} onOpen={setChosen} />
      )}
      <PeopleDialog about={about} chosen={chosen} onClose={() => setChosen(null)} />
    </Page>
  )
}

type Answer = Outputs['results']['get']

function Report({
  about,
  data: { report: counted, before, periodBefore, targets },
  inARow,
  onOpen,
}: {
  about: About
  data: Answer
  /** Comes later than the rest. */
  inARow: Figure | undefined
  onOpen: (chosen: Chosen) => void
}) {
  const figures = counted.figures.map((one) => (one.code === inARow?.code ? inARow : one))
  const report = { ...counted, figures }
  return (
    <div className="results-all">
      <Sentence report={report} to={about.to} onOpen={onOpen} />
      {about.projectId !== null && <Targets targets={targets} to={about.to} />}
      <Places report={report} onOpen={onOpen} />
      <ThreeFacts report={report} onOpen={onOpen} />
      <Splits report={report} onOpen={onOpen} />
      <Afterwards report={report} onOpen={onOpen} />
      <AllFigures report={report} before={before} periodBefore={periodBefore} onOpen={onOpen} />
    </div>
  )
}
