/** Who looked, printed and changed what; and whether anything was taken out of that. For a manager. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { BackToSettings } from '../keeping/back-link.tsx'
import { useMoments } from '../keeping/moment.ts'
import { PersonPicker, type Picked } from '../places/person-picker.tsx'
import '../places/places.css'
import '../keeping/keeping.css'
import { AuditMenu } from './audit-menu.tsx'
import { useAuditList, useDid } from './audit-rows.ts'
import './audit.css'

export function AuditScreen() {
  const { t } = useTranslation('keeping')
  const { me } = useOffice()
  const [person, setPerson] = useState<Picked | null>(null)
  return (
    <Page
      title={t('audit.title')}
      screen={t('audit.title')}
      lead={t('audit.lead')}
      actions={me.role === 'manager' && <AuditMenu participantId={person?.id ?? null} />}
    >
      <BackToSettings />
      {me.role === 'manager' ? (
        <div className="keeping-stack">
          <Verify />
          <Sheet title={t('audit.filter')}>
            <div className="audit-filter">
              <PersonPicker value={person} onChange={setPerson} problem={null} />
            </div>
          </Sheet>
          <Rows participantId={person?.id ?? null} />
        </div>
      ) : (
        <Message kind="info" title={t('audit.forbidden')} />
      )}
    </Page>
  )
}

function Verify() {
  const { t } = useTranslation('keeping')
  const { say } = useMoments()
  const [found, setFound] = useState<Outputs['audit']['verify'] | null>(null)
  const verify = useCommand(() => client.audit.verify(), { saves: false })
  async function check(): Promise<void> {
    setFound(null)
    setFound(await verify.run(undefined))
  }
  const broken = found?.broken
  return (
    <div className="audit-check">
      <Button variant="default" loading={verify.busy} onClick={() => void check()}>
        {t('audit.check')}
      </Button>
      {verify.failure && <FailureMessage failure={verify.failure} />}
      {found && !broken && (
        <Message kind="ok" live title={t('audit.fine')}>
          <p>{t('audit.fineText', { count: found.rows })}</p>
        </Message>
      )}
      {broken && (
        <Message kind="stop" live title={t('audit.broken')}>
          <p>{t('audit.brokenText', { id: broken.id, when: say(broken.at) })}</p>
          <p>{t(`audit.chain.${broken.chain}`)}</p>
        </Message>
      )}
    </div>
  )
}

function Rows({ participantId }: { participantId: number | null }) {
  const { t } = useTranslation(['keeping', 'common'])
  const { today } = useOffice()
  const { age } = useMoments()
  const list = useAuditList(participantId)
  const did = useDid()
  if (list.isPending) return <p role="status">{t('common:loading')}</p>
  if (list.isError) return <FailureMessage failure={failureOf(list.error)} />
  const rows = list.data.pages.flatMap((page) => page.rows)
  if (rows.length === 0) return <p>{t('audit.none')}</p>
  return (
    <div>
      <div className="table-scroll">
        <table className="data-table" aria-label={t('audit.caption')}>
          <thead>
            <tr>
              <th scope="col">{t('audit.when')}</th>
              <th scope="col">{t('audit.who')}</th>
              <th scope="col">{t('audit.did')}</th>
              <th scope="col">{t('audit.about')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <tr key={index}>
                <td>
                  <span className="keeping-capital">{age(row.at, today)}</span>
                </td>
                <th scope="row">
                  <bdi>{row.staffName || t('audit.nobody')}</bdi>
                </th>
                <td>
                  {t(`audit.action.${row.action}`)}
                  {did(row.what) && <span className="dim">{`: ${did(row.what)}`}</span>}
                </td>
                <td>
                  <bdi>{row.personName}</bdi>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {list.hasNextPage && (
        <div className="form-actions">
          <Button
            variant="default"
            loading={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            {t('audit.more')}
          </Button>
        </div>
      )}
    </div>
  )
}
