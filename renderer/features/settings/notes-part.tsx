/** What the office finds worth a second look in notes, and when somebody has been silent for too long. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NumberField } from '../../forms/number-field.tsx'
import { WithOffice, saveOffice } from './with-office.tsx'

export function NotesPart() {
  return (
    <WithOffice>
      {(office) => (
        <div className="settings-stack">
          <Days office={office} />
          <Words />
        </div>
      )}
    </WithOffice>
  )
}

function Words() {
  const { data } = useQuery(orpc.notes.sensitiveWords.queryOptions())
  return data ? <WordsForm words={data.words} ofProgram={data.ofProgram} /> : null
}

function WordsForm({ words, ofProgram }: { words: string; ofProgram: boolean }) {
  const { t } = useTranslation('notes')
  const toast = useToast()
  const back = useCommand(saveOffice)
  const field = useAutosave('sensitive_words', words, (sensitive_words) => saveOffice({ sensitive_words }))
  return (
    <Sheet title={t('settings.words')} className="settings-sheet">
      <div className="form">
        <p>{t('settings.wordsLead')}</p>
        <AreaField
          label={t('settings.wordsLabel')}
          hint={t('settings.wordsHint')}
          rows={8}
          maxRows={16}
          {...field}
        />
        <p className="dim">{ofProgram ? t('settings.ofProgram') : t('settings.ofOffice')}</p>
        {!ofProgram && (
          <div>
            <Button
              variant="default"
              loading={back.busy}
              onClick={() =>
                void back.run({ sensitive_words: null }).then((answer) => {
                  if (answer) toast({ text: t('settings.backDone') })
                })
              }
            >
              {t('settings.backToProgram')}
            </Button>
          </div>
        )}
        {back.failure && <FailureMessage failure={back.failure} />}
      </div>
    </Sheet>
  )
}

function Days({ office }: { office: Office }) {
  const { t } = useTranslation('notes')
  const days = useAutosave('no_contact_days', office.no_contact_days, (no_contact_days) =>
    saveOffice({ no_contact_days }),
  )
  return (
    <Sheet title={t('settings.contact')} className="settings-sheet">
      <div className="form">
        <NumberField
          label={t('settings.days')}
          hint={t('settings.daysHint')}
          suffix={t('settings.daysSuffix')}
          least={1}
          most={180}
          {...days}
        />
      </div>
    </Sheet>
  )
}
