/** The office's details, once they are there; while waiting or failing, what the page shows instead. */
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Office } from '#core/api/app.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'

export function WithOffice({ children }: { children: (office: Office) => ReactNode }) {
  const { t } = useTranslation('common')
  const office = useQuery(orpc.settings.office.queryOptions())
  if (office.isPending) return <p role="status">{t('loading')}</p>
  if (office.isLoadingError)
    return (
      <FailureMessage
        failure={failureOf(office.error)}
        action={
          <Button variant="default" onClick={() => void office.refetch()}>
            {t('retry')}
          </Button>
        }
      />
    )
  return children(office.data)
}

export function saveOffice(fields: Partial<Office>): Promise<unknown> {
  return client.settings.saveOffice(fields)
}
