/** The parts of a letter that staff write themselves. Empty leaves the part out. */
import { useTranslation } from 'react-i18next'
import type { LetterTexts } from '#core/api/letters.ts'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Agreements } from './agreements.tsx'
import { CopyGiven } from './copy-given.tsx'
import { TextHints } from './text-hints.tsx'

type Props = { texts: LetterTexts; onChange: (texts: LetterTexts) => void; onBlur: () => void }

export function Texts({ texts, onChange, onBlur }: Props) {
  const { t } = useTranslation('letters')
  const { today } = useOffice()
  const set = (part: Partial<LetterTexts>) => onChange({ ...texts, ...part })
  const area = (key: 'opening' | 'question' | 'attendance' | 'skills' | 'helps' | 'opinion') => ({
    id: `letter-${key}`,
    label: t(`texts.${key}`),
    hint: t(`texts.${key}Hint`),
    value: texts[key],
    onChange: (value: string) => set({ [key]: value }),
    onBlur,
  })
  return (
    <Sheet title={t('texts.title')}>
      <p className="dim letter-lead">{t('texts.lead')}</p>
      <div className="form">
        <AreaField {...area('opening')} />
        <TextHints text={texts.opening} />
        <AreaField {...area('question')} />
        <TextHints text={texts.question} />
        <DateField
          label={t('texts.questionBefore')}
          today={today}
          value={texts.question_before}
          onChange={(question_before) => set({ question_before })}
          onBlur={onBlur}
        />
        <AreaField {...area('attendance')} />
        <TextHints text={texts.attendance} />
        <AreaField {...area('skills')} />
        <TextHints text={texts.skills} />
        <AreaField {...area('helps')} />
        <TextHints text={texts.helps} />
        <AreaField {...area('opinion')} />
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
        <TextField
          id="letter-next_step"
          label={t('texts.next')}
          value={texts.next_step}
          onChange={(next_step) => set({ next_step })}
          onBlur={onBlur}
        />
        <Agreements rows={texts.agreements} onChange={(agreements) => set({ agreements })} onBlur={onBlur} />
      </div>
    </Sheet>
  )
}
