/** Settings: how each kind of letter is put together, for everybody or for one municipality, with an example beside it. */
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { TemplateOf } from '#core/api/letter-templates.ts'
import { letterKind, type LetterKind } from '#core/api/letters.ts'
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
import { useItemNames } from './names.ts'
import { useLayout } from './use-layout.ts'
import './letter-look.css'

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
            choices={letterKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
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
  const [chosen, setChosen] = useState<number | null>(null)
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
        <BlocksEditor {...field} marking={{ chosen, choose: setChosen }} />
        {own && (
          <div className="form-actions">
            <Button variant="default" loading={remove.busy} onClick={() => void reset()}>
              {t('templates.reset')}
            </Button>
          </div>
        )}
        {remove.failure && <FailureMessage failure={remove.failure} />}
      </div>
      <Example kind={of.kind} layout={field.layout} chosen={chosen} />
    </div>
  )
}

/** What it looks like, a moment after the last change, with a line around the block that was chosen. */
function Example({
  kind,
  layout,
  chosen,
}: {
  kind: LetterKind
  layout: Outputs['letterTemplates']['get']['layout']
  chosen: number | null
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
  const names = useItemNames(layout)
  const name = chosen === null ? undefined : names[chosen]
  // While a newer example is made, what is drawn may have its blocks elsewhere.
  const fresh = calm === layout && pdf.isSuccess && !pdf.isPlaceholderData
  const marked = fresh ? pdf.data.areas.filter(({ item }) => item === chosen) : []
  const page = marked[0] && marked[0].page + 1
  const said =
    name === undefined
      ? t('templates.markHint')
      : page === undefined
        ? t('templates.notThere', { name })
        : t('templates.marked', { name, page })
  return (
    <div className="look-example">
      <p className="dim look-said" role="status">
        {fresh && said}
      </p>
      <PdfPages pdf={pdf.data?.pdf} failed={pdf.isError} label={t('templates.preview')} marked={marked} />
    </div>
  )
}
