/** For the page of a person: the moments after the trajectory, and why nobody asks any more. */
import { UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askedOn } from '#core/aftercare/moments.ts'
import type { AftercareMoment } from '#core/api/aftercare.ts'
import type { TrajectoryView } from '#core/api/programme.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ContactMessage } from './contact-message.tsx'
import { AddDialog, DropDialog } from './dialogs.tsx'
import { MomentState } from './moment-state.tsx'
import './aftercare.css'

const isOpen = ({ state }: AftercareMoment) => state !== 'done' && state !== 'dropped'

export function AftercareCard({ id, trajectory }: { id: number; trajectory: TrajectoryView | undefined }) {
  const { t } = useTranslation('aftercare')
  const toast = useToast()
  const [asking, setAsking] = useState<'add' | 'drop' | null>(null)
  const back = useCommand(client.aftercare.putBack)
  const moments = useQuery(orpc.aftercare.list.queryOptions({ input: { participantId: id } })).data
  const contact = useQuery(orpc.aftercare.contact.queryOptions({ input: { participantId: id } })).data
  if (!moments || !contact) return null
  const ended = trajectory !== undefined && trajectory.ended_on !== null
  if (moments.length === 0 && (!ended || contact.contact === 'deceased')) return null
  const open = moments.filter(isOpen)
  const dropped = moments.filter(({ state }) => state === 'dropped')
  async function putBack(ids: number[]): Promise<void> {
    const answer = await back.run({ ids })
    if (answer) toast({ text: t('card.putBackDone'), changeSetId: answer.changeSetId })
  }
  return (
    <Sheet
      title={t('card.title')}
      aside={
        <Link className="link" to="/nazorg">
          {t('card.all')}
        </Link>
      }
    >
      {open.length > 0 && (
        <ContactMessage participantId={id} contact={contact.contact} since={contact.since} />
      )}
      {moments.length === 0 && <p className="dim">{t('card.none')}</p>}
      <ul className="aftercare-moments">
        {moments.map((moment) => (
          <MomentLine key={moment.id} moment={moment} onPutBack={(one) => void putBack([one])} />
        ))}
      </ul>
      <p className="aftercare-actions">
        {ended && (
          <UnstyledButton className="link" onClick={() => setAsking('add')}>
            {t('card.add')}
          </UnstyledButton>
        )}
        {open.length > 0 && (
          <UnstyledButton className="link" onClick={() => setAsking('drop')}>
            {t('card.dropAll')}
          </UnstyledButton>
        )}
        {dropped.length > 1 && (
          <UnstyledButton className="link" onClick={() => void putBack(dropped.map((one) => one.id))}>
            {t('card.putBackAll')}
          </UnstyledButton>
        )}
      </p>
      {back.failure && <FailureMessage failure={back.failure} />}
      {asking === 'add' && trajectory && (
        <AddDialog trajectoryId={trajectory.id} onClose={() => setAsking(null)} />
      )}
      {asking === 'drop' && (
        <DropDialog
          ids={open.map((one) => one.id)}
          title={t('plan.dropAllTitle')}
          text={t('plan.dropAllText', { count: open.length })}
          onClose={() => setAsking(null)}
        />
      )}
    </Sheet>
  )
}

function MomentLine({ moment, onPutBack }: { moment: AftercareMoment; onPutBack: (id: number) => void }) {
  const { t } = useTranslation('aftercare')
  const name = t('after', { count: moment.month })
  const open = isOpen(moment)
  const details = [
    formatShort(moment.done_on ?? moment.dropped_on ?? moment.due_on),
    open && moment.try_on !== null ? t('card.triedAgain', { date: formatShort(askedOn(moment)) }) : '',
    open && moment.attempts.length > 0 ? t('card.tried', { count: moment.attempts.length }) : '',
  ]
  return (
    <li>
      <div className="aftercare-line">
        <Link className="link" to="/nazorg/$id" params={{ id: String(moment.id) }}>
          {name}
        </Link>
        {/* Why nobody is asked stands above the list, once. */}
        {moment.state !== 'ask' && moment.state !== 'blocked' && (
          <MomentState state={moment.state} outcome={moment.outcome} />
        )}
      </div>
      <p className="dim">{details.filter((text) => text !== '').join(', ')}</p>
      {moment.moved_on_to !== '' && <p dir="auto">{moment.moved_on_to}</p>}
      {moment.state === 'dropped' && (
        <p>
          {t('card.why', { why: moment.dropped_why })}{' '}
          <UnstyledButton className="link" onClick={() => onPutBack(moment.id)}>
            {t('card.putBack')}
            <ForReaders>{`: ${name}`}</ForReaders>
          </UnstyledButton>
        </p>
      )}
    </li>
  )
}
