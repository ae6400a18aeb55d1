/** The first scores, with which somebody starts: what was measured, and the forms to do so, one at a time. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Measured } from '#core/api/assessments.ts'
import { languageSkill } from '#core/api/fields.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { orpc } from '../../../office/query.ts'
import { ForReaders } from '../../../ui/hidden.tsx'
import { LadderForm } from '../../assessments/ladder-form.tsx'
import { LanguageForm } from '../../assessments/language-form.tsx'
import { SkillsForm } from '../../assessments/skills-form.tsx'
import '../../assessments/assessments.css'
import '../../participants/forms.css'

const kinds = ['language', 'ladder', 'skills'] as const
type Kind = (typeof kinds)[number]

/** `on`: the day of the talk in which they were given. */
export function FirstScores({ participantId, on }: { participantId: number; on: string }) {
  const { t } = useTranslation('conclusion')
  const [open, setOpen] = useState<Kind | null>(null)
  const measured = useQuery(orpc.assessments.get.queryOptions({ input: { participantId } })).data
  const words = useScoreWords(measured)
  if (!measured) return null
  return (
    <section className="conclusion-part" aria-labelledby="conclusion-scores">
      <h3 id="conclusion-scores">{t('scores.title')}</h3>
      <p className="dim">{t('scores.hint')}</p>
      <ul className="conclusion-scores">
        {kinds.map((kind) => (
          <li key={kind}>
            <div className="conclusion-score">
              <div>
                <p className="task-title">{t(`scores.${kind}`)}</p>
                <p className="dim">{words[kind] || t('scores.none')}</p>
              </div>
              <Button
                variant="default"
                aria-expanded={open === kind}
                onClick={() => setOpen(open === kind ? null : kind)}
              >
                {open === kind ? t('scores.close') : words[kind] ? t('scores.again') : t('scores.measure')}
                <ForReaders>{`, ${t(`scores.${kind}`)}`}</ForReaders>
              </Button>
            </div>
            {open === kind && (
              <div className="conclusion-form">
                {kind === 'language' && (
                  <LanguageForm id={participantId} on={on} earlier={measured.language} />
                )}
                {kind === 'ladder' && <LadderForm id={participantId} on={on} earlier={measured.ladder} />}
                {kind === 'skills' && <SkillsForm id={participantId} on={on} earlier={measured.skills} />}
              </div>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The newest of each in a few words; '' where nothing was measured. */
function useScoreWords(measured: Measured | undefined): Record<Kind, string> {
  const { t } = useTranslation(['conclusion', 'enums'])
  if (!measured) return { language: '', ladder: '', skills: '' }
  const newest = <T extends { assessed_on: string }>(list: readonly T[]): T | undefined =>
    list.toSorted((a, b) => b.assessed_on.localeCompare(a.assessed_on))[0]
  const levels = languageSkill.options.flatMap((skill) => {
    const one = newest(measured.language.filter((row) => row.skill === skill))
    return one ? [`${t(`enums:languageSkill.${skill}`)} ${one.level}`] : []
  })
  const step = newest(measured.ladder)
  const score = newest(measured.skills)
  const count = new Set(measured.skills.map((row) => row.skill_id)).size
  return {
    language: levels.join(', '),
    ladder: step ? `${t('scores.step', { step: step.step })}, ${formatShort(step.assessed_on)}` : '',
    skills: score ? t('scores.skillsDone', { count, date: formatShort(score.assessed_on) }) : '',
  }
}
