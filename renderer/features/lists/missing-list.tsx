/** Of whom something is not known yet; each thing leads to where it is filled in. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { missingItem, type MissingItem } from '#core/api/lists.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useShownRows } from './use-rows.ts'

export function MissingList({ onlyMine }: { onlyMine: boolean }) {
  const { t } = useTranslation('notes')
  const navigate = useNavigate()
  const search = useSearch({ from: '/deelnemers/lijsten' })
  const wat = missingItem.options.find((one) => one === search.wat) ?? 'all'
  const list = useQuery(orpc.lists.missing.queryOptions())
  const everybody = list.data?.rows ?? []
  const counts = new Map(
    missingItem.options.map((item) => [
      item,
      everybody.reduce((sum, { missing }) => sum + (missing.includes(item) ? 1 : 0), 0),
    ]),
  )
  const shown = useShownRows(
    wat === 'all' ? everybody : everybody.filter((row) => row.missing.includes(wat)),
    onlyMine,
  )
  return (
    <>
      <SelectField<MissingItem | 'all'>
        className="list-filter no-print"
        label={t('lists.filter')}
        value={wat}
        onChange={(next) =>
          void navigate({
            to: '/deelnemers/lijsten',
            search: { lijst: 'gegevens', ...(next === 'all' ? {} : { wat: next }) },
            replace: true,
          })
        }
        choices={[
          { value: 'all', label: `${t('lists.everything')} (${everybody.length})` },
          ...missingItem.options
            .filter((item) => (counts.get(item) ?? 0) > 0 || item === wat)
            .map((item) => ({
              value: item,
              label: `${t(`lists.item.${item}`)} (${counts.get(item) ?? 0})`,
            })),
        ]}
      />
      {list.isLoadingError && <FailureMessage failure={failureOf(list.error)} />}
      {list.data && (
        <p className="list-count" role="status">
          {t('lists.incomplete', { count: shown.total, active: list.data.active })}
        </p>
      )}
      {list.data?.active === 0 && <EmptyState title={t('lists.nobody')}>{t('lists.nobodyText')}</EmptyState>}
      {shown.rows.length > 0 && (
        <div className="table-scroll">
          <table className="data-table">
            <thead>
              <tr>
                <th scope="col">{t('lists.name')}</th>
                <th scope="col">{t('lists.whatIsMissing')}</th>
                <th scope="col">{t('lists.coach')}</th>
              </tr>
            </thead>
            <tbody>
              {shown.rows.map((row) => (
                <tr key={row.participantId}>
                  <th scope="row">
                    <PersonLink id={row.participantId} strong>
                      {row.listName}
                    </PersonLink>
                  </th>
                  <td>
                    <ul className="list-missing">
                      {(wat === 'all' ? row.missing : [wat]).map((item) => (
                        <li key={item}>
                          <ToField item={item} id={String(row.participantId)} name={row.listName} />
                        </li>
                      ))}
                    </ul>
                  </td>
                  <td>
                    <bdi>{row.coachName}</bdi>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {shown.showAll && (
        <Button data-list-rest variant="default" className="list-all" onClick={shown.showAll}>
          {t('lists.showAll', { count: shown.total })}
        </Button>
      )}
    </>
  )
}

/** On the details form: the field where each begins. */
const fields: Partial<Record<MissingItem, string>> = {
  form_of_address: 'form_of_address',
  birth_date: 'birth_date',
  address: 'street',
  phone: 'phone',
  emergency: 'emergency_phone',
}

function ToField({ item, id, name }: { item: MissingItem; id: string; name: string }) {
  const { t } = useTranslation('notes')
  const word = t(`lists.item.${item}`)
  const rest = {
    className: 'link',
    params: { id },
    'aria-label': t('lists.itemOf', { item: word, name }),
  }
  switch (item) {
    case 'case_manager':
      return (
        <Link className="link" to="/gemeenten">
          {word}
        </Link>
      )
    case 'client_number':
      return (
        <Link {...rest} to="/deelnemers/$id/aanmelding">
          {word}
        </Link>
      )
    case 'privacy':
      return (
        <Link {...rest} to="/deelnemers/$id/intake" search={{ vraag: 'privacy_explained' }}>
          {word}
        </Link>
      )
    case 'schedule':
      return (
        <Link {...rest} to="/deelnemers/$id/dagen">
          {word}
        </Link>
      )
    case 'goals':
      return (
        <Link {...rest} to="/deelnemers/$id">
          {word}
        </Link>
      )
    case 'language':
      return (
        <Link {...rest} to="/deelnemers/$id/meting">
          {word}
        </Link>
      )
    default:
      return (
        <Link {...rest} to="/deelnemers/$id/gegevens" search={{ veld: fields[item] ?? '' }}>
          {word}
        </Link>
      )
  }
}
