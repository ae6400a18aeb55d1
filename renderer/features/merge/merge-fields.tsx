/** The two dossiers beside each other: only where they differ, with the more complete one chosen. */
import { Radio } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { MergeField, MergeSide, MergeView } from '#core/api/finding.ts'
import { shownDate } from '../../forms/date-field.tsx'
import { Sheet } from '../../ui/sheet.tsx'

type Choices = Partial<Record<MergeField, MergeSide>>
type Row = MergeView['fields'][number]

export function MergeFields({
  view,
  choices,
  onChoose,
}: {
  view: MergeView
  choices: Choices
  onChoose: (field: MergeField, side: MergeSide) => void
}) {
  const { t } = useTranslation('finding')
  return (
    <Sheet title={t('merge.differences')} className="merge-sheet">
      <div className="merge-row merge-heads">
        <span aria-hidden />
        <Head side={t('merge.stays')} person={view.kept} />
        <Head side={t('merge.goes')} person={view.other} />
      </div>
      {view.fields.length === 0 && <p className="dim">{t('merge.noDifferences')}</p>}
      {view.fields.map((row) => (
        <FieldRow
          key={row.field}
          row={row}
          value={choices[row.field] ?? row.proposed}
          onChoose={(side) => onChoose(row.field, side)}
        />
      ))}
    </Sheet>
  )
}

function Head({ side, person }: { side: string; person: MergeView['kept'] }) {
  const { t } = useTranslation('finding')
  const facts = [
    person.birthDate ? t('merge.born', { date: shownDate(person.birthDate) }) : '',
    person.city,
    person.clientNumbers.length > 0 ? t('merge.numbers', { numbers: person.clientNumbers.join(', ') }) : '',
    t('merge.since', { date: shownDate(person.createdOn) }),
  ]
  return (
    <div>
      <p className="merge-side">{side}</p>
      <h3>
        <bdi>{person.fullName}</bdi>
      </h3>
      <p className="dim">{facts.filter(Boolean).join(', ')}</p>
    </div>
  )
}

function FieldRow({
  row,
  value,
  onChoose,
}: {
  row: Row
  value: MergeSide
  onChoose: (side: MergeSide) => void
}) {
  const { t } = useTranslation('finding')
  const id = useId()
  const words = useWords(row.field)
  const option = (side: MergeSide, text: string, className = '') => (
    <Radio
      name={id}
      value={side}
      checked={value === side}
      onChange={() => onChoose(side)}
      className={`merge-option ${className}`}
      label={
        text === '' ? <span className="dim">{t('merge.nothing')}</span> : <bdi className="lines">{text}</bdi>
      }
    />
  )
  return (
    <div className="merge-row" role="radiogroup" aria-labelledby={id}>
      <span id={id} className="merge-label">
        {t(`merge.fields.${row.field}`)}
      </span>
      {option('kept', words(row.kept))}
      {option('other', words(row.other))}
      {row.canBoth && option('both', t('merge.both'), 'merge-both')}
    </div>
  )
}

/** Codes as words, dates as they are shown; everything else as it was typed. */
function useWords(field: MergeField): (value: string) => string {
  const { t, i18n } = useTranslation(['finding', 'enums'])
  return (value) => {
    if (value === '') return ''
    if (field === 'birth_date') return shownDate(value)
    if (field === 'talent_card') return t('merge.yes')
    if (field === 'civic') {
      const [law = '', route = '', plan = '', ...rest] = value.split(';')
      return [
        i18n.t(`finding:merge.law.${law}` as 'finding:merge.law.unknown'),
        i18n.t(`finding:merge.route.${route}` as 'finding:merge.route.unknown'),
        plan && t('merge.plan', { date: shownDate(plan) }),
        ...rest,
      ]
        .filter(Boolean)
        .join(', ')
    }
    if (field === 'name_use') return t(`enums:nameUse.${value as 'own'}`)
    if (field === 'form_of_address') return t(`enums:formOfAddress.${value as 'none'}`)
    if (field === 'preferred_contact') return t(`enums:preferredContact.${value as 'phone'}`)
    if (field === 'interpreter') return t(`enums:interpreter.${value as 'phone'}`)
    return value
  }
}
