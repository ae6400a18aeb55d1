/** Where it began, where it is now, and what changed: compared only where it can be. */
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import { compareLevels, languageGrowth, ladderGrowth, skillGrowth } from '#core/progress/growth.ts'
import type { Measured } from '#core/api/assessments.ts'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'

type Row = { key: string; what: string; first: Outcome; now: Outcome; change: number | null; why?: string }
type Outcome = { value: string; on: string; by?: string } | null

export function FirstAndNow({ measured }: { measured: Measured }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const language = languageGrowth(measured.language).map(({ skill, start, now }): Row => {
    const one = start === now
    const comparable = start.source === now.source ? compareLevels(start.level, now.level) : null
    return {
      key: skill,
      what: t(`enums:languageSkill.${skill}`),
      first: { value: start.level, on: start.assessed_on, by: t(`enums:languageSource.${start.source}`) },
      now: one
        ? null
        : { value: now.level, on: now.assessed_on, by: t(`enums:languageSource.${now.source}`) },
      change: one ? null : comparable,
      ...(one || comparable !== null
        ? {}
        : {
            why: t(
              compareLevels(start.level, now.level) === null
                ? 'assessment.cannotCompare'
                : 'assessment.otherSource',
            ),
          }),
    }
  })
  const score = (value: number) => `${value} ${t(`enums:skillScore.${value as 1 | 2 | 3 | 4}`).toLowerCase()}`
  const name = new Map(measured.skills.map((one) => [one.skill_id, one.skill]))
  const skills = skillGrowth(measured.skills).map((one): Row => {
    const single = one.startOn === one.nowOn
    const own = one.own === null ? '' : t('assessment.ownShort', { score: one.own })
    return {
      key: String(one.skill_id),
      what: name.get(one.skill_id) ?? '',
      first:
        one.start === null
          ? null
          : { value: score(one.start), on: one.startOn, ...(single ? { by: own } : {}) },
      now:
        one.now === null
          ? { value: own, on: one.nowOn }
          : single
            ? null
            : { value: score(one.now), on: one.nowOn, by: own },
      change: one.start === null || one.now === null || single ? null : one.now - one.start,
    }
  })
  const steps = ladderGrowth(measured.ladder)
  const stepWords = (step: number) =>
    `${t('assessment.step', { step })}: ${t(`enums:ladderStep.${step as 1 | 2 | 3 | 4 | 5 | 6}`)}`
  const ladder: Row[] = steps
    ? [
        {
          key: 'ladder',
          what: t('assessment.ladder'),
          first: { value: stepWords(steps.start), on: steps.startOn },
          now: measured.ladder.length < 2 ? null : { value: stepWords(steps.now), on: steps.nowOn },
          change: measured.ladder.length < 2 ? null : steps.now - steps.start,
        },
      ]
    : []
  const groups = [
    { title: t('assessment.language'), rows: language },
    { title: t('assessment.skills'), rows: skills },
    { title: t('assessment.ladder'), rows: ladder },
  ].filter((group) => group.rows.length > 0)
  if (groups.length === 0)
    return <EmptyState title={t('assessment.none')}>{t('assessment.noneText')}</EmptyState>
  return groups.map((group) => (
    <Sheet key={group.title} title={group.title}>
      <div className="table-scroll">
        <table className="data-table assessments-growth">
          <thead>
            <tr>
              <th scope="col">{t('assessment.what')}</th>
              <th scope="col">{t('assessment.first')}</th>
              <th scope="col">{t('assessment.now')}</th>
              <th scope="col">{t('assessment.change')}</th>
            </tr>
          </thead>
          <tbody>
            {group.rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{row.what}</th>
                <td>
                  <Cell outcome={row.first} />
                </td>
                <td>
                  <Cell outcome={row.now} />
                </td>
                <td>
                  <Change row={row} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Sheet>
  ))
}

function Cell({ outcome }: { outcome: Outcome }) {
  if (outcome === null) return null
  return (
    <>
      {outcome.value}
      <div className="dim">{[formatShort(outcome.on), outcome.by].filter(Boolean).join(', ')}</div>
    </>
  )
}

function Change({ row }: { row: Row }) {
  const { t } = useTranslation('trajectory')
  if (row.why) return <StateWord kind="unknown">{row.why}</StateWord>
  if (row.change === null) return <span className="dim">{t('assessment.once')}</span>
  if (row.change > 0) return <StateWord kind="reached">{t('assessment.higher')}</StateWord>
  return <span>{t(row.change < 0 ? 'assessment.lower' : 'assessment.same')}</span>
}
