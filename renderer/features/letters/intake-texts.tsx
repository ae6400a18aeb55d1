/** The words of a letter about an intake. They begin as what was answered; changed here, only the letter changes. */
import { useTranslation } from 'react-i18next'
import type { IntakeTexts } from '#core/api/letters.ts'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Agreements } from './agreements.tsx'
import { CopyGiven } from './copy-given.tsx'
import { TextHints } from './text-hints.tsx'

export function IntakeTextsSheet({
  texts,
  onChange,
  onBlur,
}: {
  texts: IntakeTexts
  onChange: (texts: IntakeTexts) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letters')
  const { today } = useOffice()
  const set = (part: Partial<IntakeTexts>) => onChange({ ...texts, ...part })
  const field = (key: 'opening' | 'question' | 'wish' | 'difference' | 'needed' | 'opinion') => ({
    id: `letter-${key}`,
    value: texts[key],
    onChange: (value: string) => set({ [key]: value }),
    onBlur,
  })
  return (
    <Sheet title={t('texts.title')}>
      <p className="dim letter-lead">{t('intake.lead')}</p>
      <div className="form">
        <AreaField {...field('wish')} label={t('intake.wish')} hint={t('intake.wishHint')} />
        <TextHints text={texts.wish} />
        <AreaField
          {...field('difference')}
          label={t('intake.difference')}
          hint={t('intake.differenceHint')}
        />
        <TextHints text={texts.difference} />
        <AreaField {...field('needed')} label={t('intake.needed')} hint={t('intake.neededHint')} />
        <TextHints text={texts.needed} />
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
        <AreaField {...field('question')} label={t('texts.question')} hint={t('texts.questionHint')} />
        <TextHints text={texts.question} />
        <DateField
          label={t('texts.questionBefore')}
          today={today}
          value={texts.question_before}
          onChange={(question_before) => set({ question_before })}
          onBlur={onBlur}
        />
        <TextField
          id="letter-next_step"
          label={t('texts.next')}
          value={texts.next_step}
          onChange={(next_step) => set({ next_step })}
          onBlur={onBlur}
        />
        <Agreements rows={texts.agreements} onChange={(agreements) => set({ agreements })} onBlur={onBlur} />
        <AreaField {...field('opening')} label={t('texts.opening')} hint={t('intake.openingHint')} />
        <TextHints text={texts.opening} />
      </div>
    </Sheet>
  )
}
