/** A new placement: for whom, where, the goal, what was explained, days, the next step. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { placementGoal, type PlacementGoal, type PlacementStage } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { failureOf, problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { HoursField } from './hours-field.tsx'
import { OpeningPicker, noWhere, type Where } from './opening-picker.tsx'
import { PersonPicker, type Picked } from './person-picker.tsx'
import './places.css'

type Understood = 'yes' | 'no' | 'unknown'
const stagesToStart = ['exploring', 'introduction', 'trial', 'placed'] as const satisfies readonly PlacementStage[]

const empty = {
  goal: '' as PlacementGoal | '',
  goal_own_words: '',
  explained_on: null as string | null,
  explained_language: '',
  understood: 'unknown' as Understood,
  stage: 'exploring' as (typeof stagesToStart)[number],
  starts_on: null as string | null,
  expected_end_on: null as string | null,
  days: '',
  minutes_per_week: null as number | null,
  supervisor: '',
  next_action: '',
  next_action_on: null as string | null,
}

export function NewPlacementScreen() {
  const { t } = useTranslation('places')
  const { participant, opening } = useSearch({ from: '/plekken/nieuw' })
  const id = Number(participant)
  const known = Number.isInteger(id) && id > 0
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id: known ? id : 1 }, enabled: known }))
  const openings = useQuery(orpc.openings.list.queryOptions())
  const screen = t('form.title')
  if ((known && person.isPending) || openings.isPending) return <PageWait />
  const error = (known ? person.error : null) ?? openings.error
  if (error)
    return (
      <PageFailure
        failure={failureOf(error)}
        screen={screen}
        retry={() => void Promise.all([openings.refetch(), known ? person.refetch() : null])}
      />
    )
  return (
    <PlacementForm
      person={known && person.data ? { id, name: person.data.names.full } : null}
      where={{ ...noWhere, opening: openings.data?.some((one) => String(one.id) === opening) ? (opening ?? '') : '' }}
    />
  )
}

function PlacementForm({ person: given, where: start }: { person: Picked | null; where: Where }) {
  const { t } = useTranslation(['places', 'enums'])
  const { today } = useOffice()
  const { history } = useRouter()
  const toast = useToast()
  const [person, setPerson] = useState(given)
  const [where, setWhere] = useState(start)
  const [form, setForm] = useState(empty)
  const [missing, setMissing] = useState<Partial<Record<'person' | 'where' | 'goal' | 'hostName' | 'title', FieldProblem>>>({})
  const page = useRef<HTMLFormElement>(null)
  const set = (part: Partial<typeof empty>) => setForm((now) => ({ ...now, ...part }))

  const create = useCommand(async ({ who, goal }: { who: Picked; goal: PlacementGoal }) => {
    // What was added inline stays when the rest is refused: then it is chosen, not made twice.
    let openingId = Number(where.opening)
    if (where.opening === 'new') {
      let hostId = Number(where.host)
      if (where.host === 'new') {
        hostId = (await client.hosts.create({ name: where.hostName, kind: 'employer' })).id
        setWhere((now) => ({ ...now, host: String(hostId) }))
      }
      openingId = (await client.openings.create({ host_id: hostId, title: where.title, kind: where.kind })).id
      setWhere((now) => ({ ...now, opening: String(openingId) }))
    }
    const { understood, ...rest } = form
    return client.placements.create({
      ...rest,
      goal,
      participant_id: who.id,
      opening_id: openingId,
      understood: understood === 'unknown' ? null : understood === 'yes',
    })
  })

  async function submit(): Promise<void> {
    const isNew = where.opening === 'new'
    const problems = {
      ...(person ? {} : { person: 'required' as const }),
      ...(where.opening && (!isNew || where.host) ? {} : { where: 'required' as const }),
      ...(isNew && where.host === 'new' && where.hostName.trim() === '' ? { hostName: 'required' as const } : {}),
      ...(isNew && where.title.trim() === '' ? { title: 'required' as const } : {}),
      ...(form.goal ? {} : { goal: 'required' as const }),
    }
    setMissing(problems)
    if (!person || !form.goal || Object.keys(problems).length > 0) {
      requestAnimationFrame(() => page.current?.querySelector<HTMLElement>('[aria-invalid="true"], .places-goal input')?.focus())
      return
    }
    const made = await create.run({ who: person, goal: form.goal })
    if (!made) return
    toast({ text: t('form.created', { name: person.name }), changeSetId: made.changeSetId })
    history.push(given ? `/deelnemers/${given.id}` : '/plekken')
  }

  return (
    <Page title={t('form.title')} screen={t('form.title')} lead={t('form.lead')}>
      <form
        ref={page}
        className="places-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void submit()
        }}
      >
        <Sheet title={t('form.who')}>
          <PersonPicker value={person} onChange={setPerson} problem={missing.person ?? null} />
        </Sheet>
        <Sheet title={t('form.where')}>
          <OpeningPicker value={where} onChange={setWhere} problems={missing} />
        </Sheet>
        <Sheet title={t('form.goalHeading')}>
          <div className="form">
            <ChoiceField
              className="places-goal"
              label={t('form.goal')}
              value={form.goal}
              onChange={(goal) => set({ goal })}
              problem={missing.goal ?? null}
              choices={placementGoal.options.map((one) => ({ value: one, label: t(`enums:placementGoal.${one}`) }))}
            />
            <AreaField
              label={t('form.ownWords')}
              hint={t('form.ownWordsHint')}
              optional
              value={form.goal_own_words}
              onChange={(goal_own_words) => set({ goal_own_words })}
            />
            <div className="form-row">
              <DateField label={t('form.explainedOn')} optional today={today} value={form.explained_on} onChange={(explained_on) => set({ explained_on })} problem={problemOf(create.failure, 'explained_on')} />
              <TextField label={t('form.explainedLanguage')} hint={t('form.explainedLanguageHint')} optional value={form.explained_language} onChange={(explained_language) => set({ explained_language })} />
            </div>
            <ChoiceField
              label={t('form.understood')}
              hint={t('form.understoodHint')}
              row
              value={form.understood}
              onChange={(understood) => set({ understood })}
              choices={[
                { value: 'yes', label: t('form.understoodYes') },
                { value: 'no', label: t('form.understoodNo') },
                { value: 'unknown', label: t('form.understoodUnknown') },
              ]}
            />
          </div>
        </Sheet>
        <Sheet title={t('form.agreements')}>
          <div className="form">
            <ChoiceField
              label={t('form.stage')}
              row
              value={form.stage}
              onChange={(stage) => set({ stage })}
              choices={stagesToStart.map((one) => ({ value: one, label: t(`enums:placementStage.${one}`) }))}
            />
            <div className="form-row">
              <DateField label={t('form.starts')} optional today={today} value={form.starts_on} onChange={(starts_on) => set({ starts_on })} problem={problemOf(create.failure, 'starts_on')} />
              <DateField label={t('form.expectedEnd')} optional today={today} value={form.expected_end_on} onChange={(expected_end_on) => set({ expected_end_on })} problem={problemOf(create.failure, 'expected_end_on')} />
            </div>
            <div className="form-row">
              <TextField label={t('form.days')} optional value={form.days} onChange={(days) => set({ days })} />
              <HoursField label={t('form.hours')} value={form.minutes_per_week} onChange={(minutes_per_week) => set({ minutes_per_week })} />
            </div>
            <TextField label={t('form.supervisor')} optional value={form.supervisor} onChange={(supervisor) => set({ supervisor })} />
            <div className="form-row">
              <TextField label={t('form.nextAction')} optional value={form.next_action} onChange={(next_action) => set({ next_action })} />
              <DateField label={t('form.nextOn')} optional today={today} value={form.next_action_on} onChange={(next_action_on) => set({ next_action_on })} />
            </div>
          </div>
        </Sheet>
        {create.failure && <FailureMessage failure={create.failure} />}
        <div className="form-actions">
          <Button type="submit" loading={create.busy}>
            {t('form.create')}
          </Button>
        </div>
      </form>
    </Page>
  )
}
