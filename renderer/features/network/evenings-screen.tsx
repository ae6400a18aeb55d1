/** Theme evenings: who came, what they asked, how it was. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ThemeEveningView } from '#core/api/network.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { EveningDialog } from './evening-dialog.tsx'
import { NetworkTabs } from './network-tabs.tsx'

export function EveningsScreen() {
  const { t } = useTranslation('network')
  const toast = useToast()
  const [open, setOpen] = useState<ThemeEveningView | 'new' | null>(null)
  const list = useQuery(orpc.themeEvenings.list.queryOptions())
  const remove = useCommand(client.themeEvenings.remove)
  const screen = t('part.evenings')
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return <PageFailure failure={failureOf(list.error)} screen={screen} retry={() => void list.refetch()} />
  const nothingYet = list.data.length === 0
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setOpen('new')}>
      {t(nothingYet ? 'evenings.emptyAction' : 'evenings.add')}
    </Button>
  )
  async function takeAway(evening: ThemeEveningView): Promise<void> {
    const done = await remove.run({ id: evening.id })
    if (done) toast({ text: t('evenings.removed', { theme: evening.theme }), changeSetId: done.changeSetId })
  }
  return (
    <Page title={t('title')} screen={screen} lead={t('evenings.lead')} actions={!nothingYet && add}>
      <NetworkTabs />
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {nothingYet ? (
        <EmptyState title={t('evenings.emptyTitle')} action={add}>
          {t('evenings.emptyText')}
        </EmptyState>
      ) : (
        <div className="network-stack">
          {list.data.map((evening) => (
            <Evening
              key={evening.id}
              evening={evening}
              onChange={() => setOpen(evening)}
              onRemove={() => void takeAway(evening)}
            />
          ))}
        </div>
      )}
      {open && <EveningDialog evening={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Evening({
  evening,
  onChange,
  onRemove,
}: {
  evening: ThemeEveningView
  onChange: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation(['network', 'enums'])
  const { language } = useOffice()
  const { theme, guests, questions, remark } = evening
  const people = guests.reduce((sum, guest) => sum + guest.people, 0)
  return (
    <Sheet
      title={theme}
      aside={
        <span className="network-list-actions">
          <button type="button" className="link network-plain" onClick={onChange}>
            {t('change')}
            <ForReaders>{` ${theme}`}</ForReaders>
          </button>
          <button type="button" className="link network-plain" onClick={onRemove}>
            {t('remove')}
            <ForReaders>{` ${theme}`}</ForReaders>
          </button>
        </span>
      }
    >
      <p className="dim">
        {[
          formatLong(evening.happens_on, language),
          guests.length === 0
            ? t('evenings.nobody')
            : `${t('evenings.countGuests', { count: guests.length })}, ${t('evenings.countPeople', { count: people })}`,
        ].join(' · ')}
      </p>
      <p>
        {guests.map((guest, n) => (
          <span key={guest.host_id}>
            {n > 0 && ', '}
            <Link to="/organisaties/$id" params={{ id: String(guest.host_id) }} className="link">
              {guest.hostName}
            </Link>
            {guest.satisfaction !== null &&
              ` (${t(`enums:satisfaction.${guest.satisfaction as 1 | 2 | 3 | 4 | 5}`).toLowerCase()})`}
          </span>
        ))}
      </p>
      {questions !== '' && <p className="network-question network-text">{questions}</p>}
      {remark !== '' && <p className="network-text dim">{remark}</p>}
    </Sheet>
  )
}
