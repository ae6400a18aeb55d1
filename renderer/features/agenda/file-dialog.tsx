/** Before appointments leave the office in a calendar file: which, and how much it may say. */
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { fileDetail, type FileDetail, type FileScope } from '#core/api/agenda.ts'
import { addDays, formatNarrow, isoWeek } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { useToast } from '../../ui/toast.tsx'

/** `of` one appointment, or the Monday of a week: then there is a choice. */
export function FileDialog({
  of,
  onClose,
}: {
  of: { id: number } | { monday: string }
  onClose: () => void
}) {
  const { t } = useTranslation('agenda')
  const { today, language } = useOffice()
  const toast = useToast()
  const [which, setWhich] = useState<'week' | 'from'>('week')
  const [detail, setDetail] = useState<FileDetail>('time')
  const scope: FileScope =
    'id' in of
      ? of
      : which === 'week'
        ? { from: of.monday, to: addDays(of.monday, 6) }
        : { from: today, to: null }
  const preview = useQuery(
    orpc.agenda.filePreview.queryOptions({ input: { scope, detail }, placeholderData: keepPreviousData }),
  ).data
  const make = useCommand(client.agenda.file, { saves: false })
  async function answer(): Promise<void> {
    const made = await make.run({ scope, detail })
    if (!made) return
    saveFile(made.file, made.name, 'text/calendar')
    toast({ text: t('file.made', { name: made.name }) })
    onClose()
  }
  const more = preview ? preview.total - preview.lines.length : 0
  return (
    <Ask
      opened
      title={t('file.title')}
      answer={t('file.answer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={make.busy}
      disabled={preview?.total === 0}
    >
      <p>{t('file.lead')}</p>
      {'monday' in of && (
        <ChoiceField<'week' | 'from'>
          label={t('file.which')}
          value={which}
          onChange={setWhich}
          row
          choices={[
            { value: 'week', label: t('file.week', { week: isoWeek(of.monday).week }) },
            { value: 'from', label: t('file.from') },
          ]}
        />
      )}
      <ChoiceField<FileDetail>
        label={t('file.detail')}
        value={detail}
        onChange={setDetail}
        choices={fileDetail.options.map((value) => ({
          value,
          label: t(`file.${value}`),
          hint: t(`file.${value}Hint`),
        }))}
      />
      <section className="agenda-preview" aria-labelledby="agenda-preview">
        <h3 id="agenda-preview">{t('file.preview')}</h3>
        <div role="status">
          {preview?.total === 0 && <p>{t('file.nothing')}</p>}
          <ul>
            {preview?.lines.map(({ day, text }, n) => (
              <li key={n}>
                <span className="dim">{formatNarrow(day, language)}</span> {text}
              </li>
            ))}
          </ul>
          {more > 0 && <p className="dim">{t('file.more', { count: more })}</p>}
        </div>
      </section>
      <p className="dim">{t('file.again')}</p>
      {make.failure && <FailureMessage failure={make.failure} />}
    </Ask>
  )
}
