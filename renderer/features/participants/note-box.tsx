/** Writing down what happened. What is typed stays in the box until the service has it. */
import { Button, Checkbox, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { containsBsn } from '#core/fields/bsn.ts'
import { noteKind as noteKinds, type NoteKind } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { onSubmit } from '../../forms/submit.ts'
import { useToast } from '../../ui/toast.tsx'

export const noteBoxId = 'note-box'

export function NoteBox({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'enums'])
  const { today } = useOffice()
  const toast = useToast()
  const create = useCommand(client.notes.create)
  const [body, setBody] = useState('')
  const [kind, setKind] = useState<NoteKind>('note')
  const [on, setOn] = useState(today)
  const [inReport, setInReport] = useState(false)
  const draft = useDraft(`note:${id}`, { body, kind, on, inReport }, (left) => {
    setBody(left.body)
    setKind(left.kind)
    setOn(left.on)
    setInReport(left.inReport)
  })
  const open = body !== ''

  async function save(): Promise<void> {
    if (body.trim() === '') return
    const answer = await create.run({
      participant_id: id,
      happened_on: on,
      kind,
      body: body.trim(),
      in_report: inReport,
    })
    if (!answer) return
    draft.clear()
    setBody('')
    setKind('note')
    setOn(today)
    setInReport(false)
    toast({ text: t('person.noteSaved'), changeSetId: answer.changeSetId })
  }
  return (
    <form noValidate className="note-box" onSubmit={onSubmit(save)}>
      <DraftLine draft={draft} />
      <Textarea
        id={noteBoxId}
        aria-label={t('person.noteLabel')}
        placeholder={t('person.noteLabel')}
        autosize
        minRows={2}
        maxRows={12}
        value={body}
        onChange={(event) => setBody(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && event.ctrlKey) void save()
        }}
      />
      {open && (
        <>
          {containsBsn(body) && (
            <p role="status">
              <StateWord kind="care">{t('person.bsnWarning')}</StateWord>
            </p>
          )}
          <div className="form-row">
            <SelectField
              label={t('person.noteKind')}
              value={kind}
              onChange={setKind}
              choices={noteKinds.options.map((value) => ({ value, label: t(`enums:noteKind.${value}`) }))}
            />
            <DateField
              label={t('person.noteOn')}
              hint=""
              today={today}
              value={on}
              onChange={(value) => setOn(value ?? today)}
              problem={problemOf(create.failure, 'happened_on')}
            />
          </div>
          <Checkbox
            label={t('person.inReport')}
            description={t('person.inReportHint')}
            checked={inReport}
            onChange={(event) => setInReport(event.currentTarget.checked)}
          />
          {create.failure && create.failure.code !== 'INVALID' && <FailureMessage failure={create.failure} />}
          <Button type="submit" loading={create.busy}>
            {t('person.saveNote')}
          </Button>
        </>
      )}
    </form>
  )
}
