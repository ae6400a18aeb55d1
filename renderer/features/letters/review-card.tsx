/** A draft and the colleague who looks at it: asking, giving back with a remark, agreeing. */
import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterStanding } from '#core/api/letter-states.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { StandingMessages } from './standing-card.tsx'

export function ReviewCard({ id }: { id: number }) {
  const standing = useQuery(orpc.letterStates.get.queryOptions({ input: { id } }))
  if (!standing.data) return null
  return (
    <>
      <StandingMessages id={id} />
      <Review id={id} standing={standing.data} />
    </>
  )
}

function Review({ id, standing }: { id: number; standing: LetterStanding }) {
  const { t } = useTranslation('sending')
  const { me } = useOffice()
  const toast = useToast()
  const [giving, setGiving] = useState(false)
  const ask = useCommand(client.letterStates.askReview)
  const approve = useCommand(client.letterStates.approve)
  const toDraft = useCommand(client.letterStates.toDraft)
  const failure = ask.failure ?? approve.failure ?? toDraft.failure
  const { asked, approved, remark, state } = standing

  async function answer(command: typeof ask, text: string): Promise<void> {
    await saveEverything()
    const done = await command.run({ id })
    if (done) toast({ text, changeSetId: done.changeSetId })
  }
  const back = (
    <UnstyledButton className="link" onClick={() => void answer(toDraft, t('review.isDraft'))}>
      {t('review.toDraft')}
    </UnstyledButton>
  )
  const said = failure && <FailureMessage failure={failure} />
  if (state === 'review' && approved)
    return (
      <>
        <Message
          kind="ok"
          title={t('review.approved', { name: approved.name, date: formatShort(approved.on) })}
        >
          {t('review.approvedText')}
        </Message>
        {said}
      </>
    )
  if (state === 'review' && asked?.by === me.id)
    return (
      <>
        <Message kind="info" title={t('review.mine', { date: formatShort(asked.on) })} action={back} />
        {said}
      </>
    )
  if (state === 'review' && asked)
    return (
      <Sheet title={t('review.theirs', { name: asked.name })}>
        <p>{t('review.theirsText')}</p>
        <div className="letter-actions">
          <Button loading={approve.busy} onClick={() => void answer(approve, t('review.approvedDone'))}>
            {t('review.approve')}
          </Button>
          <Button variant="default" onClick={() => setGiving(true)}>
            {t('review.giveBack')}
          </Button>
        </div>
        {said}
        {giving && <GiveBack id={id} onClose={() => setGiving(false)} />}
      </Sheet>
    )
  return (
    <>
      {remark !== '' && (
        <Message title={t('review.remarkTitle')}>
          <p className="lines" dir="auto">
            {remark}
          </p>
        </Message>
      )}
      <Sheet title={t('review.title')}>
        <p>{standing.reviewNeeded ? t('review.needed') : t('review.offer')}</p>
        <div className="letter-actions">
          <Button variant="default" loading={ask.busy} onClick={() => void answer(ask, t('review.asked'))}>
            {t('review.ask')}
          </Button>
        </div>
        {said}
      </Sheet>
    </>
  )
}

function GiveBack({ id, onClose }: { id: number; onClose: () => void }) {
  const { t } = useTranslation('sending')
  const toast = useToast()
  const [remark, setRemark] = useState('')
  const give = useCommand(client.letterStates.remark)
  async function answer(): Promise<void> {
    await saveEverything()
    const done = await give.run({ id, remark })
    if (!done) return
    toast({ text: t('review.givenBack'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('review.giveBackTitle')}
      answer={t('review.giveBack')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={give.busy}
    >
      <AreaField
        label={t('review.remark')}
        hint={t('review.remarkHint')}
        value={remark}
        onChange={setRemark}
        problem={problemOf(give.failure, 'remark')}
      />
      {give.failure && give.failure.code !== 'INVALID' && <FailureMessage failure={give.failure} />}
    </Ask>
  )
}
