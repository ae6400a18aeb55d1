/** The person that a form page is about. */
import { useQuery } from '@tanstack/react-query'
import type { ReactElement } from 'react'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { PageFailure, PageWait } from '../../ui/page.tsx'
import type { Person } from './person-head.tsx'

/** Draws the page once the person is known; until then that it waits, or what went wrong. */
export function WithPerson({
  id,
  screen,
  children,
}: {
  id: number
  screen: string
  children: (person: Person) => ReactElement
}) {
  const person = useQuery(orpc.participants.get.queryOptions({ input: { id } }))
  if (person.isPending) return <PageWait />
  if (person.isLoadingError)
    return (
      <PageFailure failure={failureOf(person.error)} screen={screen} retry={() => void person.refetch()} />
    )
  return children(person.data)
}
