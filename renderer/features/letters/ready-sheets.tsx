/** Of the letter "klaar voor de arbeidsmarkt": what comes from the office, and the words of staff. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ReadyTexts } from '#core/api/letters.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatLong } from '#core/calendar/dates.ts'
import type { ReadyFacts } from '#core/letters/facts.ts'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import { CopyGiven } from './copy-given.tsx'
import { TextHints } from './text-hints.tsx'

export function ReadyFactsSheet({ facts, participantId }: { facts: ReadyFacts; participantId: number }) {
  const { t } = useTranslation(['letters', 'enums'])
  const { language } = useOffice()
  const { place } = facts
  const minutes = place?.minutes_per_week ?? null
  const rows: [string, string][] = [
    [t('ready.toldBy'), t(`enums:toldBy.${facts.told_by}`)],
    [t('ready.place'), place === null ? '' : `${place.host}, ${place.title}`],
    [
      t('ready.since'),
      place === null || place.starts_on === null ? '' : formatLong(place.starts_on, language),
    ],
    [
      t('ready.hours'),
      minutes === null ? '' : t('ready.hoursValue', { hours: formatHours(minutes, language) }),
    ],
    [
      t('ready.language'),
      facts.language.map((one) => `${t(`enums:languageSkill.${one.skill}`)} ${one.level}`).join(', '),
    ],
  ]
  return (
    <Sheet
      title={t('ready.facts')}
      aside={
        <Link className="link" to="/deelnemers/$id" params={{ id: String(participantId) }}>
          {t('ready.toPerson')}
        </Link>
      }
    >
      <Facts facts={rows.filter(([, value]) => value !== '')} />
    </Sheet>
  )
}

export function ReadyTextsSheet({
  texts,
  onChange,
  onBlur,
}: {
  texts: ReadyTexts
  onChange: (texts: ReadyTexts) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letters')
  const { today } = useOffice()
  const set = (part: Partial<ReadyTexts>) => onChange({ ...texts, ...part })
  const field = (key: 'seen' | 'question' | 'opinion') => ({
    id: `letter-${key}`,
    value: texts[key],
    onChange: (value: string) => set({ [key]: value }),
    onBlur,
  })
  return (
    <Sheet title={t('texts.title')}>
      <p className="dim letter-lead">{t('ready.lead')}</p>
      <div className="form">
        <AreaField {...field('seen')} label={t('ready.seen')} hint={t('ready.seenHint')} />
        <TextHints text={texts.seen} />
        <AreaField {...field('question')} label={t('texts.question')} hint={t('texts.questionHint')} />
        <TextHints text={texts.question} />
        <DateField
          label={t('texts.questionBefore')}
          today={today}
          value={texts.question_before}
          onChange={(question_before) => set({ question_before })}
          onBlur={onBlur}
        />
        <AreaField {...field('opinion')} label={t('texts.opinion')} hint={t('texts.opinionHint')} />
        <TextHints text={texts.opinion} />
        <DateField
          id="letter-discussed"
          label={t('texts.discussed')}
          today={today}
          value={texts.discussed_on}
          onChange={(discussed_on) => set({ discussed_on })}
          onBlur={onBlur}
        />
        <CopyGiven value={texts.copy_given} onChange={set} />
      </div>
    </Sheet>
  )
}
