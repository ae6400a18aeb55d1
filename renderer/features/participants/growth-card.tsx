/** Growth of this one person against the own start: a ring at the start, a disc now, and the words beside it. */
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { languageGrowth, levelScales } from '#core/progress/growth.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { GrowthLine, type Point } from './growth-line.tsx'

type Line = { key: string; title: string; words: string; points: Point[] }

export function GrowthCard({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'enums'])
  const data = useQuery(orpc.assessments.get.queryOptions({ input: { participantId: id } })).data
  if (!data) return null
  const language: Line[] = languageGrowth(data.language).map(({ skill, start, now }) => {
    const scale = levelScales.find((levels) => levels.includes(now.level)) ?? []
    const points = data.language
      .filter((one) => one.skill === skill && scale.includes(one.level))
      .map((one) => ({ on: one.assessed_on, height: scale.indexOf(one.level) }))
    const words =
      start.level === now.level
        ? t('person.once', { level: now.level })
        : t('person.fromTo', { from: start.level, to: now.level })
    return {
      key: skill,
      title: t(`enums:languageSkill.${skill}`),
      words: points.length > 1 && start.level === now.level ? now.level : words,
      points,
    }
  })
  const steps = [...data.ladder].sort((a, b) => a.assessed_on.localeCompare(b.assessed_on))
  const [first, last] = [steps[0], steps.at(-1)]
  const ladder: Line[] =
    first && last
      ? [
          {
            key: 'ladder',
            title: t('person.ladder'),
            words:
              first.step === last.step
                ? t('person.step', { step: last.step })
                : t('person.stepFromTo', { from: first.step, to: last.step }),
            points: steps.map((one) => ({ on: one.assessed_on, height: one.step })),
          },
        ]
      : []
  const lines = [...language, ...ladder]
  return (
    <Sheet
      title={t('person.growth')}
      aside={
        <Link className="link" to="/deelnemers/$id/meting" params={{ id: String(id) }}>
          {t('person.measure')}
        </Link>
      }
    >
      {lines.length === 0 && <p className="dim">{t('person.noGrowth')}</p>}
      <ul className="growth">
        {lines.map((line) => (
          <li key={line.key}>
            <div>
              <p className="task-title">{line.title}</p>
              <p className="dim">{line.words}</p>
            </div>
            <GrowthLine points={line.points} />
          </li>
        ))}
      </ul>
    </Sheet>
  )
}
