/** Everything about one person on one page: what everybody must know first, then this week, then the story. */
import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { everything } from '#core/dossier/timeline.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'
import { OwnScript } from '../../ui/person-name.tsx'
import { currentTrajectory } from './current.ts'
import { AppointmentsCard } from '../agenda/appointments-card.tsx'
import { AttachmentsCard } from '../attachments/attachments-card.tsx'
import { CivicLine } from '../civic/civic-line.tsx'
import { GoalsCard } from '../trajectory/goals-card.tsx'
import { GrowthCard } from './growth-card.tsx'
import { AgreementsCard } from './person-agreements.tsx'
import { PersonActions } from './person-actions.tsx'
import { GoodToKnow, PersonFacts } from './person-head.tsx'
import { PermissionsCard } from '../permissions/permissions-card.tsx'
import { PhaseBar } from '../trajectory/phase-bar.tsx'
import { PlacementCard } from './placement-card.tsx'
import { AftercareCard } from '../aftercare/aftercare-card.tsx'
import { MeaningCard } from '../aftercare/meaning-card.tsx'
import { SignalCard } from '../signals/signal-card.tsx'
import { StartHere } from './start-here.tsx'
import { TimelineCard } from './timeline-card.tsx'
import { ToDoCard } from './to-do-card.tsx'
import { WeekCard } from './week-card.tsx'
import './person.css'

export function PersonScreen() {
  const { id } = useParams({ from: '/deelnemers/$id' })
  return <PersonPage key={id} id={Number(id)} />
}

function PersonPage({ id }: { id: number }) {
  const { t } = useTranslation('people')
  const [filter, setFilter] = useState(everything)
  const paper = usePaper(client.dossier.print)
  const print = () => paper.run({ participantId: id, filter })
  usePrintKey(print)
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id } }))
  const trajectories = useQuery(orpc.trajectories.list.queryOptions({ input: { participantId: id } }))
  const known = person.data !== undefined
  useEffect(() => {
    if (known) client.search.opened({ kind: 'participant', id }).catch(() => undefined) // a list of recent pages may miss one
  }, [known, id])

  const failed = [person, trajectories].find((query) => query.isLoadingError)
  if (failed)
    return (
      <PageFailure
        failure={failureOf(failed.error)}
        screen={t('person.screen')}
        retry={() => void person.refetch()}
      />
    )
  if (!person.data || !trajectories.data) return <PageWait />
  const { data } = person
  if (data.merged_into !== null)
    return <Navigate to="/deelnemers/$id" params={{ id: String(data.merged_into) }} replace />
  const trajectory = currentTrajectory(trajectories.data)
  return (
    <Page
      className="person"
      screen={t('person.screen')}
      title={
        <>
          <bdi>{data.names.full}</bdi>
          <OwnScript className="person-script" name={data.own_script_name} lang={data.own_script_lang} />
          {data.pronunciation && (
            <span className="person-say">{t('person.say', { pronunciation: data.pronunciation })}</span>
          )}
        </>
      }
      actions={<PersonActions person={data} trajectory={trajectory} onPrint={print} />}
    >
      {paper.failure && <FailureMessage failure={paper.failure} />}
      <PersonFacts person={data} trajectory={trajectory} />
      <GoodToKnow text={data.good_to_know} />
      <CivicLine id={id} />
      {trajectory ? <PhaseBar trajectory={trajectory} /> : <StartHere id={id} />}
      <div className="person-columns">
        <div className="person-column">
          {trajectory && <WeekCard id={id} trajectory={trajectory} />}
          <AppointmentsCard id={id} name={data.names.full} />
          <ToDoCard id={id} />
          <PlacementCard id={id} />
          <SignalCard id={id} />
          <AftercareCard id={id} trajectory={trajectory} />
        </div>
        <div className="person-column">
          {trajectory && <GoalsCard trajectory={trajectory} />}
          <GrowthCard id={id} />
          {trajectory?.ended_on && <MeaningCard id={id} />}
          <AgreementsCard id={id} />
          <PermissionsCard participantId={id} />
          <AttachmentsCard id={id} />
        </div>
        <div className="person-column">
          <TimelineCard id={id} trajectoryId={trajectory?.id} filter={filter} onFilter={setFilter} />
        </div>
      </div>
    </Page>
  )
}
