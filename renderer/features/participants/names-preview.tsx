/** How the name will be written, in every place where it is. */
import { useTranslation } from 'react-i18next'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import type { Person } from './person-head.tsx'

const places = [
  ['on_page', 'full'],
  ['in_list', 'list'],
  ['in_text', 'running'],
  ['salutation', 'salutation'],
  ['envelope', 'addressLine'],
] as const

export function NamesPreview({ person }: { person: Person }) {
  const { t } = useTranslation('people')
  return (
    <Sheet title={t('fields.names_preview')}>
      <Facts
        facts={places.map(([where, form]) => [
          t(`fields.${where}`),
          <bdi key={form}>{person.names[form]}</bdi>,
        ])}
      />
    </Sheet>
  )
}
