/** For the page of a person: that somebody saw they are ready for work, and the letter about it. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Signal } from '#core/api/signals.ts'
import { formatLong, formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { SignalDialog } from './signal-dialog.tsx'
import './signals.css'

export function SignalCard({ id }: { id: number }) {
  const { t } = useTranslation('aftercare')
  const list = useQuery(orpc.signals.list.queryOptions({ input: { participantId: id } })).data
  if (!list || list.length === 0) return null
  return (
    <Sheet title={t('signal.title')}>
      <ul className="signals">
        {list.map((signal) => (
          <SignalLine key={signal.id} signal={signal} />
        ))}
      </ul>
    </Sheet>
  )
}

function SignalLine({ signal }: { signal: Signal }) {
  const { t } = useTranslation(['aftercare', 'enums'])
  const { language } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const [changing, setChanging] = useState(false)
  const open = useCommand(client.letters.open)
  const remove = useCommand(client.signals.remove)
  const { letter } = signal
  const fixed = letter !== null && letter.number !== null
  const noReferral = open.failure?.code === 'INVALID'
  async function toLetter(): Promise<void> {
    const opened = await open.run({ kind: 'ready_for_work', about: signal.id })
    if (opened) void navigate({ to: '/brieven/$id', params: { id: String(opened.id) } })
  }
  async function takeAway(): Promise<void> {
    const answer = await remove.run({ id: signal.id })
    if (answer) toast({ text: t('signal.removed'), changeSetId: answer.changeSetId })
  }
  const date = formatLong(signal.signalled_on, language)
  return (
    <li>
      <p className="task-title">
        {signal.hostName === '' ? (
          <span className="capital">{date}</span>
        ) : (
          <bdi>{t('signal.at', { host: signal.hostName, date })}</bdi>
        )}
      </p>
      <p className="dim">{t(`enums:toldBy.${signal.told_by}`)}</p>
      <p className="lines" dir="auto">
        {signal.body}
      </p>
      {letter !== null && (
        <p className="dim">
          {letter.number === null
            ? t('signal.letterDraft')
            : letter.sent_on !== null
              ? t('signal.letterSent', { number: letter.number, date: formatShort(letter.sent_on) })
              : t('signal.letterFinal', { number: letter.number })}
        </p>
      )}
      <div className="signal-actions">
        <Button
          variant="default"
          leftSection={<IconMail size={18} stroke={2} aria-hidden />}
          loading={open.busy}
          onClick={() => void toLetter()}
        >
          {letter === null ? t('signal.make') : fixed ? t('signal.read') : t('signal.goOn')}
          <ForReaders>{`: ${t('signal.title')}, ${date}`}</ForReaders>
        </Button>
        {!fixed && (
          <>
            <UnstyledButton className="link" onClick={() => setChanging(true)}>
              {t('signal.change')}
              <ForReaders>{`: ${t('signal.title')}, ${date}`}</ForReaders>
            </UnstyledButton>
            <UnstyledButton className="link" onClick={() => void takeAway()}>
              {t('signal.remove')}
              <ForReaders>{`: ${t('signal.title')}, ${date}`}</ForReaders>
            </UnstyledButton>
          </>
        )}
      </div>
      {noReferral && (
        <Message
          live
          title={t('signal.noReferral')}
          action={
            <Link
              className="link"
              to="/deelnemers/$id/aanmelding"
              params={{ id: String(signal.participant_id) }}
            >
              {t('signal.toReferral')}
            </Link>
          }
        />
      )}
      {open.failure && !noReferral && <FailureMessage failure={open.failure} />}
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {changing && (
        <SignalDialog
          participantId={signal.participant_id}
          signal={signal}
          onClose={() => setChanging(false)}
        />
      )}
    </li>
  )
}
