/** What can still happen to a letter with a number, and what happened: corrected, withdrawn, mailed. */
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterView } from '#core/api/letters.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { MailDialog } from './mail-dialog.tsx'

/** Which letter stands before or after this one, and why it was withdrawn. */
export function StandingMessages({ id }: { id: number }) {
  const { t } = useTranslation('sending')
  const { data } = useQuery(orpc.letterStates.get.queryOptions({ input: { id } }))
  if (!data) return null
  const { replaces, replacedBy, withdrawn, state } = data
  const open = state === 'draft' || state === 'review'
  return (
    <>
      {withdrawn && (
        <Message title={t('standing.withdrawnOn', { date: formatShort(withdrawn.on) })}>
          <span dir="auto">{withdrawn.why}</span>
        </Message>
      )}
      {replaces && (
        <Message
          kind="info"
          title={t(open ? 'standing.replacesDraft' : 'standing.replaces', { number: replaces.number })}
          action={<ToLetter id={replaces.id} />}
        />
      )}
      {replacedBy && (
        <Message
          kind="info"
          title={
            replacedBy.number === null
              ? t('standing.replacementDraft')
              : t('standing.replacedBy', { number: replacedBy.number })
          }
          action={<ToLetter id={replacedBy.id} />}
        />
      )}
    </>
  )
}

function ToLetter({ id }: { id: number }) {
  const { t } = useTranslation('sending')
  return (
    <Link to="/brieven/$id" params={{ id: String(id) }} className="link">
      {t('standing.open')}
    </Link>
  )
}

export function StandingCard({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('sending')
  const { id } = letter
  const number = letter.number ?? ''
  const navigate = useNavigate()
  const toast = useToast()
  const [asking, setAsking] = useState<'withdraw' | 'mail' | null>(null)
  const replace = useCommand(client.letterStates.replace)
  async function correct(): Promise<void> {
    const done = await replace.run({ id })
    if (!done) return
    if (done.changeSetId !== null) toast({ text: t('standing.replaced'), changeSetId: done.changeSetId })
    void navigate({ to: '/brieven/$id', params: { id: String(done.id) } })
  }
  const close = () => setAsking(null)
  return (
    <Sheet title={t('standing.title')}>
      <p>{t('standing.replaceText')}</p>
      <div className="letter-actions">
        <Button variant="default" loading={replace.busy} onClick={() => void correct()}>
          {t('standing.replace')}
        </Button>
        <Button variant="outline" color="red" onClick={() => setAsking('withdraw')}>
          {t('standing.withdraw')}
        </Button>
        <Button
          variant="default"
          leftSection={<IconMail size={18} stroke={2} aria-hidden />}
          onClick={() => setAsking('mail')}
        >
          {t('standing.mail')}
        </Button>
      </div>
      {replace.failure && <FailureMessage failure={replace.failure} />}
      {asking === 'withdraw' && <Withdraw id={id} number={number} kind={letter.kind} onClose={close} />}
      {asking === 'mail' && <MailDialog id={id} number={number} onClose={close} />}
    </Sheet>
  )
}

function Withdraw({
  id,
  number,
  kind,
  onClose,
}: {
  id: number
  number: string
  kind: LetterView['kind']
  onClose: () => void
}) {
  const { t } = useTranslation('sending')
  const toast = useToast()
  const [why, setWhy] = useState('')
  const withdraw = useCommand(client.letterStates.withdraw)
  async function answer(): Promise<void> {
    const done = await withdraw.run({ id, why })
    if (!done) return
    toast({ text: t('standing.withdrawn', { number }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      danger
      title={t('standing.withdrawTitle', { number })}
      answer={t('standing.withdraw')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={withdraw.busy}
    >
      <p>{t('standing.withdrawText')}</p>
      {kind === 'progress' && <p>{t('standing.withdrawDue')}</p>}
      <TextField
        label={t('standing.why')}
        value={why}
        onChange={setWhy}
        problem={problemOf(withdraw.failure, 'why')}
      />
      {withdraw.failure && withdraw.failure.code !== 'INVALID' && (
        <FailureMessage failure={withdraw.failure} />
      )}
    </Ask>
  )
}
