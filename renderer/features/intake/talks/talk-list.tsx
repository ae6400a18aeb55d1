/** The talks of one intake: when, with whom, in which language. The newest is open to fill in. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import type { Intake, Talk } from '#core/api/intake.ts'
import { client } from '../../../client.ts'
import { useOffice } from '../../../office/office.ts'
import { useCommand } from '../../../office/use-command.ts'
import { FailureMessage } from '../../../ui/message.tsx'
import { useToast } from '../../../ui/toast.tsx'
import { TalkForm } from './talk-form.tsx'

export function TalkList({ intake }: { intake: Intake }) {
  const { t } = useTranslation('conversation')
  const { language, today, me } = useOffice()
  const toast = useToast()
  const add = useCommand(client.intakes.addTalk)
  const remove = useCommand(client.intakes.removeTalk)
  const { talks } = intake
  const newest = talks.at(-1)
  const [opened, setOpened] = useState<number | null>(null)
  const open = opened ?? newest?.id ?? null

  async function addTalk(): Promise<void> {
    const created = await add.run({
      id: intake.id,
      talk: {
        held_on: today,
        staff_id: me.id,
        place: newest?.place ?? '',
        minutes: null,
        language: newest?.language ?? '',
        interpreter: newest?.interpreter ?? '',
        present: '',
        understood: null,
        remark: '',
      },
    })
    if (created) setOpened(created.id)
  }
  async function removeTalk(talk: Talk): Promise<void> {
    const done = await remove.run({ id: talk.id })
    if (done) toast({ text: t('talk.removed'), changeSetId: done.changeSetId })
  }
  return (
    <div className="talks">
      <ol className="talks-list">
        {talks.map((talk, index) => (
          <li key={talk.id} className="talk">
            <h3>
              {t('talk.title', { n: index + 1, day: formatWeekdayLong(talk.held_on, language) })}
              {talk.id !== open && (
                <UnstyledButton className="link talk-open" onClick={() => setOpened(talk.id)}>
                  {t('talk.open', { n: index + 1 })}
                </UnstyledButton>
              )}
            </h3>
            {talk.id === open ? (
              <TalkForm
                talk={talk}
                {...(talks.length > 1 ? { onRemove: () => void removeTalk(talk) } : {})}
                removeLabel={t('talk.remove', { n: index + 1 })}
              />
            ) : (
              <TalkLine talk={talk} />
            )}
          </li>
        ))}
      </ol>
      <Button
        variant="default"
        loading={add.busy}
        leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
        onClick={() => void addTalk()}
      >
        {talks.length === 0 ? t('talk.addFirst') : t('talk.add')}
      </Button>
      {add.failure && <FailureMessage failure={add.failure} />}
      {remove.failure && <FailureMessage failure={remove.failure} />}
    </div>
  )
}

/** A talk in one sentence. */
export function TalkLine({ talk }: { talk: Talk }) {
  const { t } = useTranslation('conversation')
  const parts = [
    talk.place,
    talk.minutes === null ? '' : t('talk.minutesLong', { count: talk.minutes }),
    talk.language,
    talk.interpreter === '' ? '' : t(`talk.interpreter.${talk.interpreter}`).toLowerCase(),
    talk.present,
    talk.understood === null
      ? ''
      : t('talk.understoodLine', {
          how: t(`talk.understood.${talk.understood as 1 | 2 | 3 | 4}`).toLowerCase(),
        }),
    talk.remark,
  ].filter((part) => part !== '')
  return <p className="dim">{parts.length === 0 ? t('talk.nothing') : <bdi>{parts.join(', ')}</bdi>}</p>
}
