/** One theme evening: the theme, who came, what they asked. */
import { NumberInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EveningGuest, ThemeEveningView } from '#core/api/network.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { SatisfactionSelect } from './satisfaction-select.tsx'

type Guest = EveningGuest & { hostName: string }
type Form = { theme: string; happens_on: string; questions: string; remark: string; guests: Guest[] }

export function EveningDialog({
  evening,
  onClose,
}: {
  evening: ThemeEveningView | null
  onClose: () => void
}) {
  const { t } = useTranslation('network')
  const { today } = useOffice()
  const toast = useToast()
  const [form, setForm] = useState<Form>(() => ({
    theme: evening?.theme ?? '',
    happens_on: evening?.happens_on ?? today,
    questions: evening?.questions ?? '',
    remark: evening?.remark ?? '',
    guests: evening?.guests ?? [],
  }))
  const set = (part: Partial<Form>) => setForm((now) => ({ ...now, ...part }))
  const draft = useDraft(`theme-evening:${evening?.id ?? 'new'}`, form, setForm)
  const save = useCommand(({ guests, ...rest }: Form): Promise<{ changeSetId: number | null }> => {
    const fields = { ...rest, guests: guests.map(({ hostName: _name, ...guest }) => guest) }
    return evening
      ? client.themeEvenings.save({ id: evening.id, fields })
      : client.themeEvenings.create(fields)
  })
  async function answer(): Promise<void> {
    const done = await save.run(form)
    if (!done) return
    draft.clear()
    const { theme } = form
    toast({
      text: t(evening ? 'evenings.saved' : 'evenings.added', { theme }),
      changeSetId: done.changeSetId,
    })
    onClose()
  }
  return (
    <Ask
      opened
      title={evening ? t('evenings.editTitle', { theme: evening.theme }) : t('evenings.newTitle')}
      answer={t('save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      <DraftLine draft={draft} />
      <div className="form-row">
        <TextField
          label={t('evenings.theme')}
          hint={t('evenings.themeHint')}
          autoFocus
          value={form.theme}
          onChange={(theme) => set({ theme })}
          problem={problemOf(save.failure, 'theme')}
        />
        <DateField
          label={t('evenings.when')}
          today={today}
          required
          value={form.happens_on}
          onChange={(day) => day && set({ happens_on: day })}
        />
      </div>
      <Guests guests={form.guests} onChange={(guests) => set({ guests })} />
      <AreaField
        label={t('evenings.questions')}
        optional
        value={form.questions}
        onChange={(questions) => set({ questions })}
      />
      <AreaField
        label={t('evenings.remark')}
        optional
        rows={1}
        value={form.remark}
        onChange={(remark) => set({ remark })}
      />
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}

function Guests({ guests, onChange }: { guests: Guest[]; onChange: (guests: Guest[]) => void }) {
  const { t } = useTranslation('network')
  const hosts = useQuery(orpc.hosts.list.queryOptions({ input: { query: '' } })).data ?? []
  const put = (hostId: number, part: Partial<Guest>) =>
    onChange(guests.map((one) => (one.host_id === hostId ? { ...one, ...part } : one)))
  const left = hosts.filter((host) => !guests.some((guest) => guest.host_id === host.id))
  return (
    <div className="network-who" role="group" aria-label={t('evenings.guests')}>
      <p className="network-field-label">{t('evenings.guests')}</p>
      {guests.length > 0 && (
        <div className="table-scroll">
          <table className="data-table network-guests" aria-label={t('evenings.guests')}>
            <thead>
              <tr>
                <th scope="col">{t('evenings.guest')}</th>
                <th scope="col">{t('evenings.guestPeople')}</th>
                <th scope="col">{t('evenings.guestSatisfied')}</th>
                <th scope="col">
                  <ForReaders>{t('remove')}</ForReaders>
                </th>
              </tr>
            </thead>
            <tbody>
              {guests.map((guest) => (
                <tr key={guest.host_id}>
                  <th scope="row">{guest.hostName}</th>
                  <td>
                    <NumberInput
                      aria-label={t('evenings.peopleOf', { name: guest.hostName })}
                      min={0}
                      max={200}
                      clampBehavior="strict"
                      allowDecimal={false}
                      hideControls
                      value={guest.people}
                      onChange={(people) => put(guest.host_id, { people: Number(people) || 0 })}
                    />
                  </td>
                  <td>
                    <SatisfactionSelect
                      label={t('evenings.satisfiedOf', { name: guest.hostName })}
                      value={guest.satisfaction}
                      onChange={(satisfaction) => put(guest.host_id, { satisfaction })}
                    />
                  </td>
                  <td>
                    <button
                      type="button"
                      className="network-x"
                      aria-label={t('evenings.takeGuest', { name: guest.hostName })}
                      onClick={() => onChange(guests.filter((one) => one !== guest))}
                    >
                      <IconX size={18} stroke={2} aria-hidden />
                    </button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <SelectField
        label={t('evenings.addGuest')}
        value=""
        onChange={(id) => {
          const host = left.find((one) => String(one.id) === id)
          if (host)
            onChange([...guests, { host_id: host.id, hostName: host.name, people: 1, satisfaction: null }])
        }}
        choices={[
          { value: '', label: t('evenings.chooseGuest') },
          ...left.map((host) => ({ value: String(host.id), label: host.name })),
        ]}
      />
    </div>
  )
}
