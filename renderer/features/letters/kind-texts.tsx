/** The words of staff in the further kinds of letter: which fields there are, and in which order. */
import { Checkbox } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LetterTexts } from '#core/api/letters.ts'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { TimeField } from '../../forms/time-field.tsx'
import { useOffice } from '../../office/office.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { Agreements } from './agreements.tsx'
import { CopyGiven } from './copy-given.tsx'
import { TextHints } from './text-hints.tsx'

type Area =
  | 'opening'
  | 'question'
  | 'attendance'
  | 'skills'
  | 'helps'
  | 'opinion'
  | 'explanation'
  | 'activities'
  | 'evidence'
  | 'advice'
  | 'advice_opinion'
  | 'tried'
  | 'bring'
  | 'more'
  | 'reached'
  | 'why'
  | 'plan'
  | 'told'
  | 'learnt'
  | 'wish'
type Field =
  | { as: 'area'; key: Area }
  | { as: 'line'; key: 'subject' | 'place' }
  | { as: 'date'; key: 'question_before' | 'discussed_on' | 'on' | 'asked_end_on' }
  | { as: 'times' | 'agreements' | 'story' | 'copy' }

const area = (...keys: Area[]): Field[] => keys.map((key) => ({ as: 'area', key }))
const date = (key: 'question_before' | 'discussed_on' | 'on' | 'asked_end_on'): Field => ({ as: 'date', key })

/** In the order in which somebody thinks of them; the letter has its own. */
const fields = {
  end: [
    ...area('explanation', 'activities', 'evidence', 'advice', 'advice_opinion', 'opinion'),
    date('discussed_on'),
    { as: 'copy' },
    ...area('question'),
    date('question_before'),
    ...area('attendance', 'skills', 'helps'),
    { as: 'agreements' },
    ...area('opening'),
  ],
  extension: [
    date('asked_end_on'),
    ...area('why', 'plan', 'reached', 'question'),
    date('question_before'),
    ...area('opinion'),
    date('discussed_on'),
    { as: 'copy' },
    ...area('attendance', 'skills'),
    { as: 'agreements' },
    ...area('opening'),
  ],
  no_show: [...area('tried', 'question'), date('question_before'), { as: 'copy' }],
  invitation: [
    { as: 'line', key: 'subject' },
    date('on'),
    { as: 'times' },
    { as: 'line', key: 'place' },
    ...area('bring', 'more'),
  ],
  aftercare: [...area('told'), { as: 'story' }, ...area('question'), date('question_before'), { as: 'copy' }],
  certificate: area('learnt', 'wish'),
} satisfies Record<string, Field[]>
export type KindWithTexts = keyof typeof fields

/** `T`: the texts of the kind, of which each field is one. */
export function KindTextsSheet<T extends object>({
  kind,
  texts,
  story = true,
  onChange,
  onBlur,
}: {
  kind: KindWithTexts
  texts: T
  /** Whether there is a story of the participant to choose. */
  story?: boolean
  onChange: (texts: T) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letters')
  return (
    <Sheet title={t('texts.title')}>
      <p className="dim letter-lead">{t(`kinds.lead.${kind}`)}</p>
      <div className="form">
        {fields[kind]
          .filter((field) => story || field.as !== 'story')
          .map((field) => (
            <OneField
              key={'key' in field ? field.key : field.as}
              field={field}
              texts={texts as Texts}
              set={(part) => onChange({ ...texts, ...part })}
              onBlur={onBlur}
            />
          ))}
      </div>
    </Sheet>
  )
}

/** All fields that there are; a kind has those of its list above. */
type Texts = Record<Area | 'subject' | 'place', string> &
  Record<'question_before' | 'discussed_on' | 'on' | 'asked_end_on', string | null> & {
    from: number
    until: number
    withStory: boolean
    agreements: LetterTexts['agreements']
  } & Pick<LetterTexts, 'copy_given'>

function OneField({
  field,
  texts,
  set,
  onBlur,
}: {
  field: Field
  texts: Texts
  set: (part: Partial<Texts>) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letters')
  const { today } = useOffice()
  switch (field.as) {
    case 'area':
      return (
        <>
          <AreaField
            id={`letter-${field.key}`}
            label={t(`kinds.field.${field.key}`)}
            hint={t(`kinds.hint.${field.key}`)}
            value={texts[field.key]}
            onChange={(value) => set({ [field.key]: value })}
            onBlur={onBlur}
          />
          <TextHints text={texts[field.key]} />
        </>
      )
    case 'line':
      return (
        <TextField
          id={`letter-${field.key}`}
          label={t(`kinds.field.${field.key}`)}
          value={texts[field.key]}
          onChange={(value) => set({ [field.key]: value })}
          onBlur={onBlur}
        />
      )
    case 'date':
      return (
        <DateField
          id={field.key === 'discussed_on' ? 'letter-discussed' : `letter-${field.key}`}
          className="form-short"
          label={t(`kinds.field.${field.key}`)}
          today={today}
          value={texts[field.key]}
          onChange={(value) => set({ [field.key]: value })}
          onBlur={onBlur}
        />
      )
    case 'times':
      return (
        <div className="form-row">
          <TimeField
            label={t('kinds.field.from')}
            value={texts.from}
            onChange={(from) => {
              // The end goes along, so that the talk keeps its length.
              const length = texts.until - texts.from
              set({ from, until: length > 0 ? Math.min(1440, from + length) : texts.until })
              onBlur()
            }}
          />
          <TimeField
            label={t('kinds.field.until')}
            value={texts.until}
            onChange={(until) => {
              set({ until })
              onBlur()
            }}
          />
        </div>
      )
    case 'agreements':
      return (
        <Agreements rows={texts.agreements} onChange={(agreements) => set({ agreements })} onBlur={onBlur} />
      )
    case 'copy':
      return <CopyGiven value={texts.copy_given} onChange={set} />
    case 'story':
      return (
        <Checkbox
          label={t('kinds.field.withStory')}
          checked={texts.withStory}
          onChange={(event) => {
            set({ withStory: event.currentTarget.checked })
            onBlur()
          }}
        />
      )
  }
}
