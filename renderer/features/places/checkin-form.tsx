/** A talk about a place: when, with whom, how it goes, what was said, and what comes next. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import type { OpenPlacement } from './place-dialog.tsx'

type Talk = OpenPlacement['checkins'][number]
type Going = NonNullable<Talk['going']> | 'unknown'
/** When nobody says otherwise, the next talk is in so many days. */
const usualDays = 28

function begin(open: OpenPlacement, talk: Talk | null, today: string, ask: string) {
  const { next_action, next_action_on } = open.placement
  // What was planned for today or before, is what is written down now.
  const done = next_action_on === null || next_action_on <= today
  return {
    happened_on: talk?.happened_on ?? today,
    with_whom: talk?.with_whom ?? ('participant' as Talk['with_whom']),
    going: talk ? (talk.going ?? 'unknown') : ('' as Going | ''),
    body: talk?.body ?? '',
    next_action: done ? ask : next_action,
    next_action_on: (done ? addDays(today, usualDays) : next_action_on) as string | null,
  }
}

export function CheckinForm({
  open,
  talk,
  onDone,
  onClose,
}: {
  open: OpenPlacement
  talk: Talk | null // null: a new one
  onDone: (changeSetId: number | null) => void
  onClose: () => void
}) {
  const { t } = useTranslation(['placing', 'places', 'common'])
  const { today } = useOffice()
  const { id, stage } = open.placement
  const [form, setForm] = useState(() => begin(open, talk, today, t('checkin.ask')))
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft(talk ? `checkin:${talk.id}` : `checkin-at:${id}`, form, setForm)
  const save = useCommand(async (typed: typeof form) => {
    const { next_action, next_action_on, going, ...rest } = typed
    const fields = { ...rest, going: going === '' || going === 'unknown' ? null : going }
    const answer: { changeSetId: number | null } = talk
      ? await client.placing.saveCheckin({ id: talk.id, fields })
      : await client.placing.addCheckin({ id, ...fields, next_action, next_action_on })
    return answer
  })
  async function send(): Promise<void> {
    const answer = await save.run(form)
    if (!answer) return
    draft.clear()
    onDone(answer.changeSetId)
  }
  return (
    <form noValidate className="form places-talk-form" onSubmit={onSubmit(send)}>
      <DraftLine draft={draft} />
      <DateField
        className="form-short"
        label={t('checkin.on')}
        autoFocus
        required
        today={today}
        value={form.happened_on}
        onChange={(happened_on) => set({ happened_on: happened_on ?? form.happened_on })}
        problem={problemOf(save.failure, 'happened_on')}
      />
      <ChoiceField
        label={t('checkin.with')}
        row
        value={form.with_whom}
        onChange={(with_whom) => set({ with_whom })}
        choices={(['participant', 'host', 'both'] as const).map((value) => ({
          value,
          label: t(`checkin.withWhom.${value}`),
        }))}
      />
      <ChoiceField
        label={t('checkin.going')}
        row
        value={form.going}
        onChange={(going) => set({ going })}
        choices={(['well', 'fair', 'badly', 'unknown'] as const).map((value) => ({
          value,
          label: t(`checkin.goingWord.${value}`),
        }))}
      />
      <AreaField label={t('checkin.body')} optional value={form.body} onChange={(body) => set({ body })} />
      {talk === null && stage !== 'ended' && (
        <div className="form-row">
          <TextField
            label={t('places:form.next')}
            optional
            value={form.next_action}
            onChange={(next_action) => set({ next_action })}
          />
          <DateField
            label={t('places:form.nextOn')}
            optional
            today={today}
            value={form.next_action_on}
            onChange={(next_action_on) => set({ next_action_on })}
          />
        </div>
      )}
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
      <div className="form-actions">
        <Button type="submit" loading={save.busy}>
          {t('checkin.save')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('common:notNow')}
        </Button>
      </div>
    </form>
  )
}
