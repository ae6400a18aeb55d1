/** The talks about a place, the newest first, and adding one with what comes next. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { useToast } from '../../ui/toast.tsx'
import { CheckinForm } from './checkin-form.tsx'
import type { OpenPlacement } from './place-dialog.tsx'

type Talk = OpenPlacement['checkins'][number]
const signs = { well: 'reached', fair: 'busy', badly: 'care' } as const

export function Checkins({ open }: { open: OpenPlacement }) {
  const { t } = useTranslation('placing')
  const toast = useToast()
  const remove = useCommand(client.placing.removeCheckin)
  /** `new`, or the talk that is being changed. */
  const [editing, setEditing] = useState<number | 'new' | null>(null)
  const done = (changeSetId: number | null) => {
    setEditing(null)
    toast({ text: t('checkin.saved'), changeSetId })
  }
  async function takeAway(id: number): Promise<void> {
    const answer = await remove.run({ id })
    if (answer) toast({ text: t('checkin.removed'), changeSetId: answer.changeSetId })
  }
  return (
    <section aria-labelledby="places-talks" className="places-talks">
      <div className="places-talks-head">
        <h3 id="places-talks" className="places-part">
          {t('checkin.title')}
        </h3>
        {editing === null && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
            onClick={() => setEditing('new')}
          >
            {t('checkin.add')}
          </Button>
        )}
      </div>
      {editing === 'new' && (
        <CheckinForm open={open} talk={null} onDone={done} onClose={() => setEditing(null)} />
      )}
      {open.checkins.length === 0 && editing === null && <p className="dim">{t('checkin.none')}</p>}
      <ul className="places-talk-list">
        {open.checkins.map((talk) =>
          editing === talk.id ? (
            <li key={talk.id}>
              <CheckinForm open={open} talk={talk} onDone={done} onClose={() => setEditing(null)} />
            </li>
          ) : (
            <TalkLine
              key={talk.id}
              talk={talk}
              onEdit={() => setEditing(talk.id)}
              onRemove={() => void takeAway(talk.id)}
            />
          ),
        )}
      </ul>
      {remove.failure && <FailureMessage failure={remove.failure} />}
    </section>
  )
}

function TalkLine({ talk, onEdit, onRemove }: { talk: Talk; onEdit: () => void; onRemove: () => void }) {
  const { t } = useTranslation('placing')
  const { language } = useOffice()
  const day = formatLong(talk.happened_on, language)
  const of = <ForReaders>{` ${t('checkin.of', { date: day })}`}</ForReaders>
  return (
    <li className="places-talk">
      <p>
        <strong>{day}</strong>{' '}
        <span className="dim">{`${t(`checkin.withWhom.${talk.with_whom}`).toLowerCase()}, ${talk.staffName}`}</span>{' '}
        {talk.going && <StateWord kind={signs[talk.going]}>{t(`checkin.goingWord.${talk.going}`)}</StateWord>}
      </p>
      {talk.body && <p className="places-said">{talk.body}</p>}
      <p className="places-talk-actions">
        <UnstyledButton className="link" onClick={onEdit}>
          {t('checkin.change')}
          {of}
        </UnstyledButton>
        <UnstyledButton className="link" onClick={onRemove}>
          {t('checkin.remove')}
          {of}
        </UnstyledButton>
      </p>
    </li>
  )
}
