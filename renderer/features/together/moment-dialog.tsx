/** One moment of the group: what, when, and who was there. Who was present that day stands first. */
import { Button, Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { momentKind, type Candidate, type MomentKind, type MomentView } from '#core/api/moments.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { FieldMessage } from '../../forms/problem.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

export function MomentDialog({
  moment,
  onSaved,
  onClose,
}: {
  moment: MomentView | null
  onSaved: (day: string) => void
  onClose: () => void
}) {
  const { t } = useTranslation('words')
  const { today } = useOffice()
  const toast = useToast()
  const [day, setDay] = useState(moment?.happened_on ?? today)
  const [kind, setKind] = useState<MomentKind>(moment?.kind ?? 'lunch')
  const [title, setTitle] = useState(moment?.title ?? '')
  const [remark, setRemark] = useState(moment?.remark ?? '')
  const [chosen, setChosen] = useState(() => moment?.people.map((one) => one.participantId) ?? [])
  /** Names of who was ticked, so that a person who does not fit another day stays in sight. */
  const [names, setNames] = useState(
    () => new Map(moment?.people.map((one) => [one.participantId, one.name] as const)),
  )
  const candidates = useQuery(orpc.moments.candidates.queryOptions({ input: { day } })).data
  const save = useCommand(
    (fields: Parameters<typeof client.moments.create>[0]): Promise<{ changeSetId: number | null }> =>
      moment ? client.moments.save({ id: moment.id, fields }) : client.moments.create(fields),
  )
  const draft = useDraft(
    `moment:${moment?.id ?? 'new'}`,
    { day, kind, title, remark, chosen, names: [...names] },
    (left) => {
      setDay(left.day)
      setKind(left.kind)
      setTitle(left.title)
      setRemark(left.remark)
      setChosen(left.chosen)
      setNames(new Map(left.names))
    },
  )
  const list = candidates ?? []
  const known = new Set(list.map((one) => one.participantId))
  const groups: { label: string; people: Pick<Candidate, 'participantId' | 'name'>[] }[] = [
    { label: t('together.present'), people: list.filter((one) => one.present) },
    { label: t('together.others'), people: list.filter((one) => !one.present) },
    {
      label: t('together.gone'),
      people: candidates
        ? chosen
            .filter((id) => !known.has(id))
            .map((participantId) => ({ participantId, name: names.get(participantId) ?? '' }))
        : [],
    },
  ]
  const present = list.filter((one) => one.present)
  function tick(person: Pick<Candidate, 'participantId' | 'name'>, on: boolean): void {
    setNames((now) => new Map(now).set(person.participantId, person.name))
    setChosen((now) =>
      on ? [...new Set([...now, person.participantId])] : now.filter((id) => id !== person.participantId),
    )
  }
  async function answer(): Promise<void> {
    const done = await save.run({ happened_on: day, kind, title, remark, participantIds: chosen })
    if (!done) return
    draft.clear()
    toast({
      text: t(moment ? 'together.saved' : 'together.added', { title: title.trim() }),
      changeSetId: done.changeSetId,
    })
    onSaved(day)
    onClose()
  }
  return (
    <AskToSave
      opened
      wide
      title={moment ? t('together.editTitle', { title: moment.title }) : t('together.newTitle')}
      answer={t(moment ? 'together.save' : 'together.create')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={save}
      draft={draft}
    >
      <TextField
        label={t('together.what')}
        hint={t('together.whatHint')}
        value={title}
        onChange={setTitle}
        problem={problemOf(save.failure, 'title')}
        autoFocus
      />
      <div className="form-row">
        <DateField
          label={t('together.when')}
          today={today}
          required
          value={day}
          onChange={(next) => next && setDay(next)}
          problem={problemOf(save.failure, 'happened_on')}
        />
        <SelectField
          label={t('together.kindLabel')}
          value={kind}
          onChange={setKind}
          choices={momentKind.options.map((one) => ({ value: one, label: t(`together.kind.${one}`) }))}
        />
      </div>
      <fieldset className="together-who">
        <legend>{t('together.who')}</legend>
        {candidates?.length === 0 && <p className="dim">{t('together.noneThatDay')}</p>}
        {present.some((one) => !chosen.includes(one.participantId)) && (
          <Button variant="default" onClick={() => present.forEach((one) => tick(one, true))}>
            {t('together.allPresent')}
          </Button>
        )}
        {groups
          .filter((group) => group.people.length > 0)
          .map((group) => (
            <div key={group.label} role="group" aria-label={group.label}>
              <p className="together-group">{group.label}</p>
              <div className="together-names">
                {group.people.map((person) => {
                  const problem = problemOf(save.failure, `people.${person.participantId}`)
                  return (
                    <Checkbox
                      key={person.participantId}
                      label={<bdi>{person.name}</bdi>}
                      checked={chosen.includes(person.participantId)}
                      onChange={(event) => tick(person, event.currentTarget.checked)}
                      {...(problem ? { error: <FieldMessage problem={problem} /> } : {})}
                    />
                  )
                })}
              </div>
            </div>
          ))}
      </fieldset>
      <AreaField label={t('together.remark')} optional rows={1} value={remark} onChange={setRemark} />
    </AskToSave>
  )
}
