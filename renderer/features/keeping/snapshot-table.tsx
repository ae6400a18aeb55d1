/** The copies that the program keeps by itself. Looking at one changes nothing. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Snapshot } from '#core/api/keeping.ts'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { restoring } from '../restore/store.ts'
import { useMoments } from './moment.ts'

/** So many before "all". */
const shownFirst = 10

export function SnapshotTable({ snapshots, today }: { snapshots: Snapshot[]; today: string }) {
  const { t } = useTranslation('keeping')
  const { age, say, size } = useMoments()
  const [all, setAll] = useState(false)
  const keyId = useQuery(orpc.access.codeCheck.queryOptions()).data?.keyId
  if (snapshots.length === 0)
    return (
      <Sheet title={t('copies.list.title')}>
        <p className="dim">{t('copies.list.none')}</p>
      </Sheet>
    )
  return (
    <Sheet title={t('copies.list.title')}>
      <p className="dim keeping-lead">{t('copies.list.lead')}</p>
      <div className="table-scroll">
        <table className="data-table" aria-label={t('copies.list.title')}>
          <thead>
            <tr>
              <th scope="col">{t('copies.list.made')}</th>
              <th scope="col">{t('copies.list.why')}</th>
              <th scope="col" className="number">
                {t('copies.list.people')}
              </th>
              <th scope="col">{t('copies.list.change')}</th>
              <th scope="col" className="number">
                {t('copies.list.size')}
              </th>
              <th scope="col">{t('copies.list.action')}</th>
            </tr>
          </thead>
          <tbody>
            {snapshots.slice(0, all ? undefined : shownFirst).map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <span className="keeping-capital">{age(one.madeAt, today)}</span>
                </th>
                <td>
                  {one.why ? t(`copies.list.whyWords.${one.why}`) : t('copies.list.unknown')}
                  {keyId && keyId !== one.keyId && (
                    <span className="dim keeping-line">
                      {t('copies.list.otherCode', { keyId: one.keyId })}
                    </span>
                  )}
                </td>
                <td className="number">{one.participants ?? t('copies.list.unknown')}</td>
                <td>{one.lastChangeAt ? age(one.lastChangeAt, today) : t('copies.list.unknown')}</td>
                <td className="number keeping-nowrap">{size(one.bytes)}</td>
                <td>
                  <UnstyledButton
                    className="link"
                    onClick={() => restoring.ask({ kind: 'snapshot', id: one.id })}
                  >
                    {t('copies.list.look')}
                    <ForReaders>{` ${t('copies.list.lookReaders', { when: say(one.madeAt) })}`}</ForReaders>
                  </UnstyledButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {snapshots.length > shownFirst && !all && (
        <UnstyledButton className="link keeping-gap" onClick={() => setAll(true)}>
          {t('copies.list.all', { count: snapshots.length })}
        </UnstyledButton>
      )}
    </Sheet>
  )
}
