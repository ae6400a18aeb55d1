/** On the page of a letter: its own blocks. The template changes only when somebody asks for that. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { LetterView } from '#core/api/letters.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { BlocksEditor } from './blocks-editor.tsx'
import { useLayout } from './use-layout.ts'
import './letter-look.css'

type Blocks = Outputs['letterTemplates']['ofLetter']

export function LetterBlocks({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('letterLook')
  const { id } = letter
  const [open, setOpen] = useState(false)
  const panel = useId()
  const blocks = useQuery(orpc.letterTemplates.ofLetter.queryOptions({ input: { id } }))
  if (!blocks.isSuccess) return null
  return (
    <Sheet title={t('letter.title')}>
      <p className="dim letter-lead">{t('letter.lead')}</p>
      <p>{t(blocks.data.own ? 'letter.own' : 'letter.asTemplate')}</p>
      <div className="form-actions">
        <Button
          id="letter-blocks"
          variant="default"
          aria-expanded={open}
          {...(open ? { 'aria-controls': panel } : {})}
          onClick={() => setOpen(!open)}
        >
          {t(open ? 'letter.close' : 'letter.open')}
        </Button>
      </div>
      {open && (
        <div id={panel} className="blocks-narrow">
          <Editor id={id} blocks={blocks.data} />
        </div>
      )}
    </Sheet>
  )
}

function Editor({ id, blocks }: { id: number; blocks: Blocks }) {
  const { t } = useTranslation('letterLook')
  const toast = useToast()
  const isManager = useOffice().me.role === 'manager'
  const [asking, setAsking] = useState(false)
  const field = useLayout(blocks.layout, (layout) => client.letterTemplates.saveOfLetter({ id, layout }))
  const back = useCommand(client.letterTemplates.saveOfLetter)
  async function follow(): Promise<void> {
    await saveEverything()
    const done = await back.run({ id, layout: null })
    if (done) toast({ text: t('letter.backDone'), changeSetId: done.changeSetId })
  }
  return (
    <>
      <BlocksEditor {...field} />
      {blocks.own && (
        <div className="look-after">
          <Button variant="default" loading={back.busy} onClick={() => void follow()}>
            {t('letter.back')}
          </Button>
          {isManager && (
            <Button variant="default" onClick={() => void saveEverything().then(() => setAsking(true))}>
              {t('letter.toTemplate')}
            </Button>
          )}
        </div>
      )}
      {back.failure && <FailureMessage failure={back.failure} />}
      {asking && <ToTemplate id={id} municipality={blocks.municipality} onClose={() => setAsking(false)} />}
    </>
  )
}

function ToTemplate({
  id,
  municipality,
  onClose,
}: {
  id: number
  municipality: Blocks['municipality']
  onClose: () => void
}) {
  const { t } = useTranslation('letterLook')
  const toast = useToast()
  const [where, setWhere] = useState(String(municipality?.id ?? ''))
  const change = useCommand(client.letterTemplates.letterToTemplate)
  async function answer(): Promise<void> {
    const done = await change.run({ id, municipality_id: where === '' ? null : Number(where) })
    if (!done) return
    toast({ text: t('letter.toTemplateDone'), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <Ask
      opened
      title={t('letter.toTemplateTitle')}
      answer={t('letter.toTemplateAnswer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={change.busy}
    >
      <p>{t('letter.toTemplateText')}</p>
      <ChoiceField
        label={t('letter.toTemplateFor')}
        value={where}
        onChange={setWhere}
        choices={[
          ...(municipality ? [{ value: String(municipality.id), label: municipality.name }] : []),
          { value: '', label: t('templates.everywhere') },
        ]}
      />
      {change.failure && <FailureMessage failure={change.failure} />}
    </Ask>
  )
}
