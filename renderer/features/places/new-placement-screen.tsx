/** A new placement: for whom, where, the goal, what was explained, days, the next step. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import type { PlacementGoal } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { failureOf } from '../../office/failure.ts'
import { orpc, refreshAll } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AgreementsSheet, GoalSheet, emptyForm, type NewPlacement } from './placement-sheets.tsx'
import { OpeningPicker, noWhere, type Where } from './opening-picker.tsx'
import { PersonPicker, type Picked } from './person-picker.tsx'
import { useProposal } from './use-proposal.ts'
import { useLook } from './warnings.tsx'
import './places.css'

export function NewPlacementScreen() {
  const { t } = useTranslation('places')
  const { participant, opening } = useSearch({ from: '/plekken/nieuw' })
  const id = Number(participant)
  const known = Number.isInteger(id) && id > 0
  const person = useQuery(
    orpc.participants.get.queryOptions({ input: { id: known ? id : 1 }, enabled: known }),
  )
  const openings = useQuery(orpc.openings.list.queryOptions())
  const screen = t('form.title')
  if ((known && person.isPending) || openings.isPending) return <PageWait />
  const error = (known ? person.error : null) ?? openings.error
  if (!openings.data || (known && !person.data))
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
      where={{
        ...noWhere,
        opening: openings.data?.some((one) => String(one.id) === opening) ? (opening ?? '') : '',
      }}
    />
  )
}

function PlacementForm({ person: given, where: start }: { person: Picked | null; where: Where }) {
  const { t } = useTranslation('places')
  const { history } = useRouter()
  const toast = useToast()
  const [person, setPerson] = useState(given)
  const [where, setWhere] = useState(start)
  const [form, setForm] = useState(emptyForm)
  const draft = useDraft(`placement:${given?.id ?? 'new'}`, { person, where, form }, (left) => {
    setPerson(left.person)
    setWhere(left.where)
    setForm(left.form)
  })
  const [missing, setMissing] = useState<
    Partial<Record<'person' | 'where' | 'goal' | 'hostName' | 'title', FieldProblem>>
  >({})
  const page = useRef<HTMLFormElement>(null)
  const chosen = Number(where.opening)
  const known = person !== null && Number.isInteger(chosen) && chosen > 0
  const look = useLook(
    known
      ? {
          participantId: person.id,
          openingId: chosen,
          placementId: null,
          starts_on: form.starts_on,
          expected_end_on: form.expected_end_on,
          parts: form.parts,
          minutes_per_week: form.minutes_per_week,
        }
      : null,
  )
  useProposal(known ? chosen : null, look, setForm)
  const set = (part: Partial<NewPlacement>) => setForm((now) => ({ ...now, ...part }))

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
      void refreshAll()
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
      ...(isNew && where.host === 'new' && where.hostName.trim() === ''
        ? { hostName: 'required' as const }
        : {}),
      ...(isNew && where.title.trim() === '' ? { title: 'required' as const } : {}),
      ...(form.goal ? {} : { goal: 'required' as const }),
    }
    setMissing(problems)
    if (!person || !form.goal || Object.keys(problems).length > 0) {
      requestAnimationFrame(() =>
        page.current?.querySelector<HTMLElement>('[aria-invalid="true"], .places-goal input')?.focus(),
      )
      return
    }
    const made = await create.run({ who: person, goal: form.goal })
    if (!made) return
    draft.clear()
    toast({ text: t('form.created', { name: person.name }), changeSetId: made.changeSetId })
    history.push(given ? `/deelnemers/${given.id}` : '/plekken')
  }

  const parts = { form, set, failure: create.failure }
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
        <DraftLine draft={draft} />
        <Sheet title={t('form.who')}>
          <PersonPicker value={person} onChange={setPerson} problem={missing.person ?? null} />
        </Sheet>
        <Sheet title={t('form.where')}>
          <OpeningPicker value={where} onChange={setWhere} problems={missing} />
        </Sheet>
        <GoalSheet {...parts} goalProblem={missing.goal ?? null} />
        <AgreementsSheet {...parts} look={look} />
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
