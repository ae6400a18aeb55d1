/** What the group did together, and who was there. Kept light: a list and one form. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MomentView } from '#core/api/moments.ts'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { MomentDialog } from './moment-dialog.tsx'
import './together.css'

export function TogetherScreen() {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const thisYear = Number(today.slice(0, 4))
  const toast = useToast()
  const [year, setYear] = useState(thisYear)
  const [open, setOpen] = useState<MomentView | 'new' | null>(null)
  const query = useQuery(
    orpc.moments.list.queryOptions({ input: { year }, placeholderData: keepPreviousData }),
  )
  const remove = useCommand(client.moments.remove)
  const screen = t('together.title')
  if (query.isPending) return <PageWait />
  if (query.isLoadingError)
    return <PageFailure failure={failureOf(query.error)} screen={screen} retry={() => void query.refetch()} />
  const { moments } = query.data
  const years = [...new Set([thisYear, ...query.data.years])].sort((a, b) => b - a)
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setOpen('new')}>
      {t('together.add')}
    </Button>
  )
  async function takeAway(moment: MomentView): Promise<void> {
    const done = await remove.run({ id: moment.id })
    if (done) toast({ text: t('together.removed', { title: moment.title }), changeSetId: done.changeSetId })
  }
  return (
    <Page title={screen} screen={screen} lead={t('together.lead')} actions={moments.length > 0 && add}>
      {years.length > 1 && (
        <div className="together-years">
          <FilterChips
            label={t('together.years')}
            value={String(year)}
            onChange={(next) => setYear(Number(next))}
            chips={years.map((one) => ({ value: String(one), label: String(one) }))}
          />
        </div>
      )}
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {moments.length === 0 ? (
        <EmptyState title={t('together.empty.title', { year })} action={add}>
          {t('together.empty.text')}
        </EmptyState>
      ) : (
        <ul className="sheet together-list">
          {moments.map((moment) => (
            <li key={moment.id} className="together-moment">
              <div>
                <h2 className="together-title">{moment.title}</h2>
                <p className="dim">
                  <span className="together-day">{formatWeekdayLong(moment.happened_on, lang)}</span>
                  {` · ${t(`together.kind.${moment.kind}`)} · ${
                    moment.people.length === 0
                      ? t('together.nobody')
                      : t('together.people', { count: moment.people.length })
                  }`}
                </p>
                {moment.remark !== '' && <p className="together-remark">{moment.remark}</p>}
                <p className="together-people">
                  {moment.people.map((one, n) => (
                    <span key={one.participantId}>
                      {n > 0 && ', '}
                      <bdi>{one.name}</bdi>
                    </span>
                  ))}
                </p>
              </div>
              <div className="together-actions">
                <Button variant="default" onClick={() => setOpen(moment)}>
                  {t('together.edit')}
                  <ForReaders>{` ${moment.title}`}</ForReaders>
                </Button>
                <button type="button" className="link together-link" onClick={() => void takeAway(moment)}>
                  {t('together.remove')}
                  <ForReaders>{` ${moment.title}`}</ForReaders>
                </button>
              </div>
            </li>
          ))}
        </ul>
      )}
      {open !== null && (
        <MomentDialog
          moment={open === 'new' ? null : open}
          onSaved={(day) => setYear(Number(day.slice(0, 4)))}
          onClose={() => setOpen(null)}
        />
      )}
    </Page>
  )
}
