/** The letters that trajectories need next: those of now, and those that come later. */
import { Button, UnstyledButton } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DueLetter } from '#core/api/letters.ts'
import { formatNarrow } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { PutOffDialog } from './put-off-dialog.tsx'

export function DueList({ due, today }: { due: readonly DueLetter[]; today: string }) {
  const { t } = useTranslation('letters')
  const navigate = useNavigate()
  const open = useCommand(client.letters.open)
  if (due.length === 0)
    return (
      <EmptyState
        title={t('list.nothingDueTitle')}
        action={
          <Link to="/deelnemers" className="link">
            {t('list.nothingDueAction')}
          </Link>
        }
      >
        {t('list.nothingDueText')}
      </EmptyState>
    )
  async function make(letter: DueLetter): Promise<void> {
    const id = letter.draftId ?? (await open.run({ kind: 'progress', about: letter.trajectoryId }))?.id
    if (id) void navigate({ to: '/brieven/$id', params: { id: String(id) } })
  }
  const now = due.filter((one) => one.dueOn <= today)
  const later = due.filter((one) => one.dueOn > today)
  return (
    <>
      {open.failure && <FailureMessage failure={open.failure} />}
      {now.length > 0 && (
        <DueTable title={t('list.now')} due={now} today={today} onMake={make} busy={open.busy} first />
      )}
      {later.length > 0 && (
        <DueTable title={t('list.later')} due={later} today={today} onMake={make} busy={open.busy} />
      )}
    </>
  )
}

function DueTable({
  title,
  due,
  today,
  onMake,
  busy,
  first = false,
}: {
  title: string
  due: readonly DueLetter[]
  today: string
  onMake: (letter: DueLetter) => Promise<void>
  busy: boolean
  first?: boolean
}) {
  const { t, i18n } = useTranslation(['letters', 'common', 'sending'])
  const [puttingOff, setPuttingOff] = useState<DueLetter | null>(null)
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  return (
    <>
      <h2 className={first ? 'letters-group letters-group-first' : 'letters-group'}>{title}</h2>
      <div className="table-scroll">
        <table className="data-table letters-due" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('list.person')}</th>
              <th scope="col">{t('list.dueOn')}</th>
              <th scope="col">{t('list.why')}</th>
              <th scope="col">{t('list.municipality')}</th>
              <th scope="col">{t('list.action')}</th>
            </tr>
          </thead>
          <tbody>
            {due.map((letter) => (
              <tr key={letter.trajectoryId}>
                <th scope="row">
                  <PersonLink id={letter.participantId}>{letter.personName}</PersonLink>
                </th>
                <td className="letters-nowrap">
                  {letter.dueOn < today ? (
                    <StateWord kind="late">
                      {t('common:late', { date: formatNarrow(letter.dueOn, lang) })}
                    </StateWord>
                  ) : letter.dueOn === today ? (
                    t('common:today')
                  ) : (
                    formatNarrow(letter.dueOn, lang)
                  )}
                </td>
                <td>{t(`list.${letter.why}`)}</td>
                <td>{letter.municipalityName}</td>
                <td className="letters-nowrap">
                  <Button
                    variant="default"
                    size="compact-md"
                    disabled={busy}
                    onClick={() => void onMake(letter)}
                  >
                    {letter.draftId === null ? t('list.make') : t('list.open')}
                    <ForReaders>{`, ${letter.personName}`}</ForReaders>
                  </Button>
                  {letter.draftId === null ? (
                    <UnstyledButton className="link letters-ready" onClick={() => setPuttingOff(letter)}>
                      {t('sending:putOff.action')}
                      <ForReaders>{`, ${letter.personName}`}</ForReaders>
                    </UnstyledButton>
                  ) : (
                    <span className="dim letters-ready">{t('list.draftReady')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {puttingOff && <PutOffDialog letter={puttingOff} onClose={() => setPuttingOff(null)} />}
    </>
  )
}
