/** A term: adding it, or changing how long it is. A kind and municipality that are there already get this term. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { placementKind, type PlacementKind } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { NumberField } from '../../forms/number-field.tsx'

export type Term = Outputs['placing']['terms'][number]

export function TermDialog({ term, onClose }: { term: Term | null; onClose: () => void }) {
  const { t } = useTranslation(['placing', 'enums'])
  const toast = useToast()
  const municipalities = useQuery(orpc.municipalities.list.queryOptions()).data ?? []
  const [kind, setKind] = useState<PlacementKind>(term?.kind ?? 'trial')
  const [where, setWhere] = useState(String(term?.municipality_id ?? ''))
  const [months, setMonths] = useState(term?.months ?? 3)
  const [weeks, setWeeks] = useState(term?.warn_weeks ?? 2)
  const save = useCommand(client.placing.setTerm)
  const names = {
    kind: t(`enums:placementKind.${kind}`),
    where: municipalities.find((one) => String(one.id) === where)?.name ?? t('terms.everywhere'),
  }
  async function answer(): Promise<void> {
    const done = await save.run({
      kind,
      municipality_id: where === '' ? null : Number(where),
      months,
      warn_weeks: weeks,
    })
    if (!done) return
    toast({
      text: t('terms.saved', { ...names, months: t('terms.count', { count: months }) }),
      changeSetId: done.changeSetId,
    })
    onClose()
  }
  return (
    <Ask
      opened
      title={term ? t('terms.changeTitle', names) : t('terms.addTitle')}
      answer={t('terms.save')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy}
    >
      {term === null && (
        <div className="form-row">
          <SelectField
            label={t('terms.kind')}
            value={kind}
            onChange={setKind}
            choices={placementKind.options.map((value) => ({
              value,
              label: t(`enums:placementKind.${value}`),
            }))}
          />
          <SelectField
            label={t('terms.where')}
            value={where}
            onChange={setWhere}
            choices={[
              { value: '', label: t('terms.everywhere') },
              ...municipalities
                .filter((one) => one.active)
                .map((one) => ({ value: String(one.id), label: one.name })),
            ]}
          />
        </div>
      )}
      <NumberField
        label={t('terms.months')}
        hint=""
        suffix={t('terms.monthsSuffix')}
        least={1}
        most={48}
        value={months}
        onChange={setMonths}
        onBlur={() => undefined}
        problem={problemOf(save.failure, 'months')}
      />
      <NumberField
        label={t('terms.warnLabel')}
        hint={t('terms.warnHint')}
        suffix={t('terms.weeksSuffix')}
        least={0}
        most={26}
        value={weeks}
        onChange={setWeeks}
        onBlur={() => undefined}
        problem={problemOf(save.failure, 'warn_weeks')}
      />
      {save.failure && save.failure.code !== 'INVALID' && <FailureMessage failure={save.failure} />}
    </Ask>
  )
}
