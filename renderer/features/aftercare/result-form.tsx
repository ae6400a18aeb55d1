/** What came out of it: reached or not, still there or not, and the story. Also to change what was written down. */
import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { aftercareSchema, attemptHow, type Aftercare, type AttemptHow } from '#core/api/aftercare.ts'
import { triesBeforeAsking } from '#core/aftercare/moments.ts'
import { addDays, formatLong } from '#core/calendar/dates.ts'
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
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { GiveDialog } from '../permissions/permission-dialogs.tsx'
import type { Moment } from './moment-screen.tsx'
import { StoryField } from './story-field.tsx'

type Outcome = NonNullable<Aftercare['outcome']>
type Benefit = NonNullable<Aftercare['benefit_ended']>
type Typed = {
  on: string | null
  how: AttemptHow
  outcome: Outcome | ''
  benefit: Benefit
  movedOnTo: string
  remark: string
  story: string
  again: 'again' | 'final'
  nextOn: string | null
  tryRemark: string
}

/** A week gives somebody time to call back. */
const daysToNextTry = 7

function startOf(moment: Moment, today: string): Typed {
  const preferred = attemptHow.options.find((one) => one === moment.preferredContact)
  return {
    on: moment.done_on ?? today,
    how: preferred ?? 'phone',
    outcome: moment.outcome ?? '',
    benefit: moment.benefit_ended ?? 'unknown',
    movedOnTo: moment.moved_on_to,
    remark: moment.remark,
    story: moment.story,
    again: 'again',
    nextOn: addDays(today, daysToNextTry),
    tryRemark: '',
  }
}

export function ResultForm({ moment }: { moment: Moment }) {
  const { t } = useTranslation(['aftercare', 'enums'])
  const { today, language } = useOffice()
  const navigate = useNavigate()
  const toast = useToast()
  const done = moment.done_on !== null
  const [typed, setTyped] = useState(() => startOf(moment, today))
  const [missing, setMissing] = useState(false)
  const [asking, setAsking] = useState(false)
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  const draft = useDraft(`aftercare:${moment.id}`, typed, setTyped)
  const record = useCommand(client.aftercare.record)
  const tried = useCommand(client.aftercare.tried)
  const reopen = useCommand(client.aftercare.open)
  const failure = record.failure ?? tried.failure
  const tries = moment.attempts.filter((one) => !one.reached).length
  const again = typed.outcome === 'not_reached' && !done && typed.again === 'again'

  async function keep(): Promise<void> {
    const { on, how, outcome, nextOn } = typed
    setMissing(true)
    if (on === null || outcome === '' || (again && nextOn === null)) return
    if (again && nextOn !== null) {
      const answer = await tried.run({
        id: moment.id,
        tried_on: on,
        how,
        remark: typed.tryRemark,
        next_on: nextOn,
      })
      if (!answer) return
      draft.clear()
      toast({
        text: t('form.triedSaved', { date: formatLong(nextOn, language) }),
        changeSetId: answer.changeSetId,
      })
    } else {
      const answer = await record.run({
        id: moment.id,
        done_on: on,
        outcome,
        benefit_ended: outcome === 'not_reached' ? 'unknown' : typed.benefit,
        remark: typed.remark,
        moved_on_to: outcome === 'moved_on' ? typed.movedOnTo : '',
        story: typed.story,
        ...(done ? {} : { how }),
      })
      if (!answer) return
      draft.clear()
      toast({ text: t('form.saved'), changeSetId: answer.changeSetId })
    }
    void navigate({ to: '/deelnemers/$id', params: { id: String(moment.participant_id) } })
  }
  async function openAgain(): Promise<void> {
    const answer = await reopen.run({ id: moment.id })
    if (!answer) return
    draft.clear()
    toast({ text: t('form.reopened'), changeSetId: answer.changeSetId })
  }
  const required = (empty: boolean) => (missing && empty ? 'required' : null)
  return (
    <Sheet title={done ? t('form.correctTitle') : t('form.title')}>
      <form className="form aftercare-form" noValidate onSubmit={onSubmit(() => void keep())}>
        <DraftLine draft={draft} />
        {done && <p className="dim">{t('form.correctLead')}</p>}
        {!done && moment.state === 'blocked' && <p>{t('contact.stillRecord')}</p>}
        <ChoiceField<Outcome | ''>
          label={t('form.outcome')}
          value={typed.outcome}
          onChange={(outcome) => set({ outcome })}
          choices={aftercareSchema.shape.outcome
            .unwrap()
            .options.map((value) => ({ value, label: t(`enums:aftercareOutcome.${value}`) }))}
          problem={required(typed.outcome === '')}
        />
        <div className="form-row">
          <DateField
            label={t('form.on')}
            today={today}
            required
            value={typed.on}
            onChange={(on) => set({ on })}
            problem={
              required(typed.on === null) ?? problemOf(failure, 'done_on') ?? problemOf(failure, 'tried_on')
            }
          />
        </div>
        {!done && (
          <ChoiceField
            label={t('form.how')}
            row
            value={typed.how}
            onChange={(how) => set({ how })}
            choices={attemptHow.options.map((value) => ({ value, label: t(`enums:attemptHow.${value}`) }))}
          />
        )}
        {typed.outcome === 'not_reached' && !done && (
          <Again typed={typed} set={set} tries={tries} missing={missing} failure={failure} />
        )}
        {typed.outcome === 'moved_on' && (
          <TextField
            label={t('form.movedOnTo')}
            hint={t('form.movedOnToHint')}
            value={typed.movedOnTo}
            onChange={(movedOnTo) => set({ movedOnTo: movedOnTo.slice(0, 500) })}
          />
        )}
        {typed.outcome !== '' && typed.outcome !== 'not_reached' && (
          <>
            <ChoiceField
              label={t('form.benefit')}
              hint={t('form.benefitHint')}
              row
              value={typed.benefit}
              onChange={(benefit) => set({ benefit })}
              choices={aftercareSchema.shape.benefit_ended
                .unwrap()
                .options.map((value) => ({ value, label: t(`enums:benefitEnded.${value}`) }))}
            />
            <AreaField
              label={t('form.remark')}
              hint={t('form.remarkHint')}
              optional
              value={typed.remark}
              onChange={(remark) => set({ remark })}
              problem={problemOf(failure, 'remark')}
            />
            <StoryField
              moment={moment}
              value={typed.story}
              onChange={(story) => set({ story })}
              onAsk={() => setAsking(true)}
            />
          </>
        )}
        {failure && failure.code !== 'INVALID' && <FailureMessage failure={failure} />}
        {reopen.failure && <FailureMessage failure={reopen.failure} />}
        <div className="form-actions">
          <Button type="submit" loading={record.busy || tried.busy}>
            {done ? t('form.correct') : t('form.save')}
          </Button>
          {done && (
            <Button variant="default" loading={reopen.busy} onClick={() => void openAgain()}>
              {t('form.reopen')}
            </Button>
          )}
        </div>
      </form>
      {asking && (
        <GiveDialog participantId={moment.participant_id} kind="story" onClose={() => setAsking(false)} />
      )}
    </Sheet>
  )
}

/** Nobody answered: again on another day, or no more. That is for a person to say. */
function Again({
  typed,
  set,
  tries,
  missing,
  failure,
}: {
  typed: Typed
  set: (part: Partial<Typed>) => void
  tries: number
  missing: boolean
  failure: Parameters<typeof problemOf>[0]
}) {
  const { t } = useTranslation('aftercare')
  const { today } = useOffice()
  return (
    <>
      <ChoiceField
        label={t('form.again')}
        hint={tries + 1 >= triesBeforeAsking ? t('form.againMany', { count: tries }) : t('form.againRule')}
        value={typed.again}
        onChange={(again) => set({ again })}
        choices={[
          { value: 'again', label: t('form.againYes') },
          { value: 'final', label: t('form.againNo') },
        ]}
      />
      {typed.again === 'again' && (
        <div className="form-row">
          <DateField
            label={t('form.nextOn')}
            hint=""
            today={today}
            required
            value={typed.nextOn}
            onChange={(nextOn) => set({ nextOn })}
            problem={missing && typed.nextOn === null ? 'required' : problemOf(failure, 'next_on')}
          />
          <TextField
            label={t('form.tryRemark')}
            hint={t('form.tryRemarkHint')}
            optional
            value={typed.tryRemark}
            onChange={(tryRemark) => set({ tryRemark: tryRemark.slice(0, 500) })}
          />
        </div>
      )}
    </>
  )
}
