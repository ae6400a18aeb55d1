/** The people behind a figure. */
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'

/** `value` is what the figure says; `people` may be fewer, when somebody counts twice. */
export type Chosen = { title: string; value: string; count: number; people: readonly number[] }

export function PeopleDialog({ chosen, onClose }: { chosen: Chosen | null; onClose: () => void }) {
  const { t } = useTranslation(['results', 'common'])
  return (
    <Modal
      opened={chosen !== null}
      onClose={onClose}
      size="lg"
      title={chosen ? t('people.title', { figure: chosen.title, value: chosen.value }) : ''}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      {chosen && <People chosen={chosen} />}
    </Modal>
  )
}

function People({ chosen }: { chosen: Chosen }) {
  const { t } = useTranslation(['results', 'common'])
  const people = useQuery(orpc.results.people.queryOptions({ input: { ids: [...chosen.people] } }))
  if (people.isPending) return <p role="status">{t('common:loading')}</p>
  if (people.isLoadingError) return <FailureMessage failure={failureOf(people.error)} />
  if (people.data.length === 0) return <p>{t('people.none')}</p>
  return (
    <>
      {chosen.count > people.data.length && <p className="dim">{t('people.twice')}</p>}
      <ul className="results-people">
        {people.data.map((one) => (
          <li key={one.id}>
            <PersonLink id={one.id}>{one.listName}</PersonLink>
          </li>
        ))}
      </ul>
    </>
  )
}
