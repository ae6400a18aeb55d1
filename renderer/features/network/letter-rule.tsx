/** When this municipality wants its letters. Empty fields follow the office. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { useAutosave } from '../../forms/use-autosave.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { NumberOrNone } from '../../forms/number-field.tsx'

type Rule = Outputs['letterDues']['rule']

export function LetterRuleSheet({ id }: { id: number }) {
  const rule = useQuery(orpc.letterDues.rule.queryOptions({ input: { id } }))
  return rule.data ? <Fields id={id} one={rule.data} /> : null
}

function Fields({ id, one: { rule, office } }: { id: number; one: Rule }) {
  const { t } = useTranslation(['sending', 'settings'])
  const draft = useAutosave('rule', rule, (value) => client.letterDues.saveRule({ id, rule: value }))
  const field = (key: keyof typeof rule, least: number, most: number) => ({
    suffix: t('settings:letters.weeks'),
    least,
    most,
    value: draft.value[key],
    onChange: (value: number | null) => draft.onChange({ ...draft.value, [key]: value }),
    onBlur: draft.onBlur,
    hint: office[key] === null ? t('rule.asInterval') : t('rule.asOffice', { weeks: office[key] }),
  })
  return (
    <Sheet title={t('rule.title')} className="network-rule">
      <p className="dim letter-lead">{t('rule.text')}</p>
      <div className="form-row">
        <NumberOrNone label={t('rule.first')} {...field('first_weeks', 1, 52)} />
        <NumberOrNone label={t('rule.interval')} {...field('interval_weeks', 1, 52)} />
        <NumberOrNone label={t('rule.beforeEnd')} {...field('before_end_weeks', 0, 26)} />
      </div>
    </Sheet>
  )
}
