/** "Klaar voor de arbeidsmarkt": who saw it, where, when, and what was seen. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toldBy, type Signal, type ToldBy } from '#core/api/signals.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'
import { SecondLook } from '../notes/second-look.tsx'

type Typed = { toldBy: ToldBy; place: string | null; on: string | null; body: string }

/** `signal`: the one that is changed; without it a new one. */
export function SignalDialog({
  participantId,
  signal,
  onClose,
}: {
  participantId: number
  signal?: Signal
  onClose: () => void
}) {
  const { t } = useTranslation(['aftercare', 'enums', 'common'])
  const { today } = useOffice()
  const toast = useToast()
  const create = useCommand(client.signals.create)
  const save = useCommand(client.signals.save)
  const places = useQuery(orpc.placements.list.queryOptions({ input: { participantId } })).data
  const [typed, setTyped] = useState<Typed>(() => ({
    toldBy: signal?.told_by ?? 'host',
    place: signal ? placeWord(signal.placement_id) : null,
    on: signal?.signalled_on ?? today,
    body: signal?.body ?? '',
  }))
  const set = (part: Partial<Typed>) => setTyped((now) => ({ ...now, ...part }))
  const draft = useDraft(signal ? `signal-change:${signal.id}` : `signal:${participantId}`, typed, setTyped)
  const began = (places ?? []).filter((one) => one.stage !== 'exploring' && one.stage !== 'introduction')
  // Where somebody is now is where it was seen, until another place is chosen.
  const place = typed.place ?? placeWord(began.find((one) => one.stage !== 'ended')?.id ?? null)
  const command = signal ? save : create
  const { failure } = command

  async function keep(): Promise<void> {
    if (typed.on === null) return
    const fields = {
      placement_id: place === '' ? null : Number(place),
      signalled_on: typed.on,
      told_by: typed.toldBy,
      body: typed.body,
    }
    const answer = signal
      ? await save.run({ ...fields, id: signal.id })
      : await create.run({ ...fields, participant_id: participantId })
    if (!answer) return
    draft.clear()
    toast({
      text: signal ? t('signal.changed') : t('signal.added'),
      changeSetId: answer.changeSetId,
    })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={signal ? t('signal.changeTitle') : t('signal.addTitle')}
      answer={signal ? t('common:save') : t('signal.add')}
      onAnswer={() => void keep()}
      onClose={onClose}
      save={command}
      draft={draft}
    >
      <p>{t('signal.text')}</p>
      <ChoiceField
        label={t('signal.toldBy')}
        row
        value={typed.toldBy}
        onChange={(one) => set({ toldBy: one })}
        choices={toldBy.options.map((value) => ({ value, label: t(`signal.who.${value}`) }))}
      />
      <div className="form-row">
        <SelectField
          label={t('signal.place')}
          value={place}
          onChange={(one) => set({ place: one })}
          choices={[
            ...began.map((one) => ({ value: String(one.id), label: `${one.hostName}, ${one.openingTitle}` })),
            { value: '', label: t('signal.workshop') },
          ]}
        />
        <DateField
          label={t('signal.on')}
          hint=""
          today={today}
          required
          value={typed.on}
          onChange={(on) => set({ on })}
          problem={typed.on === null ? 'required' : problemOf(failure, 'signalled_on')}
        />
      </div>
      <AreaField
        label={t('signal.body')}
        hint={t('signal.bodyHint')}
        rows={4}
        value={typed.body}
        onChange={(body) => set({ body })}
        problem={problemOf(failure, 'body')}
      />
      <SecondLook text={typed.body} />
    </AskToSave>
  )
}

/** '' is the workshop itself. */
const placeWord = (id: number | null): string => (id === null ? '' : String(id))
