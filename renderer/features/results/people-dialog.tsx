/** The people behind a figure, or the organisations. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import type { About, Chosen } from './report.ts'

type Props = { about: About; chosen: Chosen | null; onClose: () => void }

export function PeopleDialog({ about, chosen, onClose }: Props) {
  const { t } = useTranslation(['results', 'common'])
  return (
    <Modal
      opened={chosen !== null}
      onClose={onClose}
      size="lg"
      title={chosen ? t('people.title', { figure: chosen.title, value: chosen.value }) : ''}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {chosen && <Behind about={about} chosen={chosen} />}
    </Modal>
  )
}

function Behind({ about, chosen }: { about: About; chosen: Chosen }) {
  const { t } = useTranslation(['results', 'common'])
  const behind = useQuery(orpc.results.behind.queryOptions({ input: { ...about, of: chosen.of } }))
  if (behind.isPending) return <p role="status">{t('common:loading')}</p>
  if (behind.isLoadingError) return <FailureMessage failure={failureOf(behind.error)} />
  const { people, hosts } = behind.data
  if (people.length + hosts.length === 0) return <p>{t('people.none')}</p>
  return (
    <>
      {chosen.count > people.length && hosts.length === 0 && <p className="dim">{t('people.twice')}</p>}
      <ul className="results-people">
        {people.map((one) => (
          <li key={one.id}>
            <PersonLink id={one.id}>{one.listName}</PersonLink>
          </li>
        ))}
        {hosts.map((one) => (
          <li key={one.id}>
            <Link className="link" to="/organisaties/$id" params={{ id: String(one.id) }}>
              <bdi>{one.name}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </>
  )
}
