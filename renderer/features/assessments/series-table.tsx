/** Every measurement there is, the newest on top, with who wrote it down; a wrong one can be put right. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import type { AssessmentKind, Measured } from '#core/api/assessments.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChangeDialog, type Changing } from './change-dialog.tsx'

type Row = { changing: Changing; on: string; what: string; value: string; source: string; who: string }

export function SeriesTable({ measured }: { measured: Measured }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const toast = useToast()
  const [changing, setChanging] = useState<Changing | null>(null)
  const remove = useCommand(client.assessments.remove)
  const groups: { kind: AssessmentKind; title: string; rows: Row[] }[] = [
    {
      kind: 'language',
      title: t('assessment.language'),
      rows: measured.language.map((one) => ({
        changing: { kind: 'language', one },
        on: one.assessed_on,
        what: t(`enums:languageSkill.${one.skill}`),
        value: one.level,
        source: t(`enums:languageSource.${one.source}`),
        who: one.who,
      })),
    },
    {
      kind: 'skills',
      title: t('assessment.skills'),
      rows: measured.skills.map((one) => ({
        changing: { kind: 'skills', one },
        on: one.assessed_on,
        what: one.skill,
        value: [
          one.score === null ? '' : t('assessment.coachShort', { score: one.score }),
          one.own_score === null ? '' : t('assessment.ownShort', { score: one.own_score }),
        ]
          .filter(Boolean)
          .join(', '),
        source: '',
        who: one.who,
      })),
    },
    {
      kind: 'ladder',
      title: t('assessment.ladder'),
      rows: measured.ladder.map((one) => ({
        changing: { kind: 'ladder', one },
        on: one.assessed_on,
        what: t('assessment.step', { step: one.step }),
        value: t(`enums:ladderStep.${one.step as 1 | 2 | 3 | 4 | 5 | 6}`),
        source: '',
        who: one.who,
      })),
    },
  ]
  const shown = groups.filter((group) => group.rows.length > 0)
  async function takeAway(row: Row): Promise<void> {
    const answer = await remove.run({ kind: row.changing.kind, id: row.changing.one.id })
    if (answer) toast({ text: t('assessment.removed'), changeSetId: answer.changeSetId })
  }
  if (shown.length === 0)
    return <EmptyState title={t('assessment.none')}>{t('assessment.noneText')}</EmptyState>
  return (
    <>
      {shown.map((group) => (
        <Sheet key={group.kind} title={group.title}>
          <div className="table-scroll">
            <table className="data-table assessments-series">
              <thead>
                <tr>
                  <th scope="col">{t('assessment.onDay')}</th>
                  <th scope="col">{t('assessment.what')}</th>
                  <th scope="col">{t('assessment.value')}</th>
                  <th scope="col">{t('assessment.who')}</th>
                  <th scope="col">
                    <ForReaders>{t('page.action')}</ForReaders>
                  </th>
                </tr>
              </thead>
              <tbody>
                {group.rows.toReversed().map((row) => (
                  <tr key={row.changing.one.id}>
                    <td className="assessments-day">{formatShort(row.on)}</td>
                    <th scope="row">{row.what}</th>
                    <td>
                      {row.value}
                      {row.source && <div className="dim">{row.source}</div>}
                    </td>
                    <td>{row.who || t('assessment.nobodyKnown')}</td>
                    <td className="assessments-change">
                      <UnstyledButton className="link" onClick={() => setChanging(row.changing)}>
                        {t('assessment.changeOne')}
                        <ForReaders>{` ${row.what}, ${formatShort(row.on)}`}</ForReaders>
                      </UnstyledButton>
                      <UnstyledButton className="link" onClick={() => void takeAway(row)}>
                        {t('assessment.removeOne')}
                        <ForReaders>{` ${row.what}, ${formatShort(row.on)}`}</ForReaders>
                      </UnstyledButton>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Sheet>
      ))}
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {changing && (
        <ChangeDialog
          key={`${changing.kind}-${changing.one.id}`}
          changing={changing}
          onClose={() => setChanging(null)}
        />
      )}
    </>
  )
}
