/** Settings: how each kind of letter is put together, for everybody or for one municipality, with an example beside it. */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { TemplateOf } from '#core/api/letter-templates.ts'
import { letterKind, type LetterKind } from '#core/api/letters.ts'
import { kindParts } from '#core/letters/kind-parts.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PdfPages } from '../letters/pdf-pages.tsx'
import { BlocksEditor } from './blocks-editor.tsx'
import { useLayout } from './use-layout.ts'
import './letter-look.css'

/** Sheets with a form of their own have no blocks to arrange. */
const kinds = letterKind.options.filter((kind) => kindParts[kind].length > 0)

export function TemplatesPart() {
  const { t } = useTranslation('letterLook')
  const [kind, setKind] = useState<LetterKind>('progress')
  const [where, setWhere] = useState('')
  const municipalities = useQuery(orpc.municipalities.list.queryOptions()).data ?? []
  const made = useQuery(orpc.letterTemplates.list.queryOptions()).data ?? []
  const of: TemplateOf = { kind, municipality_id: where === '' ? null : Number(where) }
  const template = useQuery(orpc.letterTemplates.get.queryOptions({ input: of }))
  const named = (id: number | null, name: string) =>
    made.some((one) => one.kind === kind && one.municipality_id === id)
      ? t('templates.ownSign', { name })
      : name
  return (
    <div className="look-wide">
      <Sheet title={t('templates.title')}>
        <p className="dim settings-lead">{t('templates.lead')}</p>
        <div className="form form-row">
          <SelectField
            label={t('templates.kind')}
            value={kind}
            onChange={setKind}
            choices={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
          <SelectField
            label={t('templates.municipality')}
            value={where}
            onChange={setWhere}
            choices={[
              { value: '', label: named(null, t('templates.everywhere')) },
              ...municipalities.map((one) => ({ value: String(one.id), label: named(one.id, one.name) })),
            ]}
          />
        </div>
        {template.isSuccess && <Template key={`${kind} ${where}`} of={of} template={template.data} />}
      </Sheet>
    </div>
  )
}

function Template({ of, template }: { of: TemplateOf; template: Outputs['letterTemplates']['get'] }) {
  const { t } = useTranslation('letterLook')
  const toast = useToast()
  const field = useLayout(template.layout, (layout) => client.letterTemplates.save({ ...of, layout }))
  const remove = useCommand(client.letterTemplates.remove)
  const own = template.from === (of.municipality_id === null ? 'office' : 'municipality')
  async function reset(): Promise<void> {
    await saveEverything()
    const done = await remove.run(of)
    if (done) toast({ text: t('templates.resetDone'), changeSetId: done.changeSetId })
  }
  const from = template.from === 'office' && of.municipality_id !== null ? 'officeFor' : template.from
  return (
    <div className="look-columns">
      <div>
        <p className="look-from">{t(`templates.from.${from}`)}</p>
        <BlocksEditor {...field} />
        {own && (
          <div className="form-actions">
            <Button variant="default" loading={remove.busy} onClick={() => void reset()}>
              {t('templates.reset')}
            </Button>
          </div>
        )}
        {remove.failure && <FailureMessage failure={remove.failure} />}
      </div>
      <Example kind={of.kind} layout={field.layout} />
    </div>
  )
}

/** What it looks like, a moment after the last change. */
function Example({
  kind,
  layout,
}: {
  kind: LetterKind
  layout: Outputs['letterTemplates']['get']['layout']
}) {
  const { t } = useTranslation('letterLook')
  const [calm] = useDebouncedValue(layout, 500)
  const pdf = useQuery(
    orpc.letterTemplates.preview.queryOptions({
      input: { kind, layout: calm },
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  )
  return <PdfPages pdf={pdf.data?.pdf} failed={pdf.isError} label={t('templates.preview')} />
}
