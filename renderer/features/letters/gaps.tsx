/** "Nog 2 dingen": what this letter misses, each with the way to where it is filled in. */
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LetterGap, LetterView } from '#core/api/letters.ts'
import { mondayOf } from '#core/calendar/dates.ts'
import type { HoursFacts } from '#core/letters/facts.ts'
import { isChip } from '#core/letters/chips.ts'
import { useChipLabel } from '../letter-look/names.ts'
import { Message } from '../../ui/message.tsx'
import { goToField } from './go-to-field.ts'
import { kindAddress, kindFields } from './kind-gaps.ts'
import { LookLink } from './looks.tsx'
import { isLook } from './source-words.ts'

/** The fields of this screen, by the gap that they fill. */
const fields: Partial<Record<LetterGap['code'], string>> = {
  opinion: 'letter-opinion',
  discussed: 'letter-discussed',
  no_show_unexplained: 'letter-attendance',
  agreements: 'letter-agreement-0',
  no_wish: 'letter-wish',
  difference: 'letter-difference',
  no_hours: 'letter-hours-from',
  no_seen: 'letter-seen',
  no_question: 'letter-question',
  ...kindFields,
}
const elsewhere: Partial<Record<LetterGap['code'], string>> = {
  municipality_address: '#/gemeenten',
  case_manager: '#/gemeenten',
  office_address: '#/instellingen?deel=office',
}

/** The questions of the intake; '' is its last part as a whole. */
const inIntake: Partial<Record<LetterGap['code'], string>> = {
  intake_running: '',
  no_advice: 'advice',
  no_goals: 'goals',
}

export function Gaps({ letter }: { letter: LetterView }) {
  const { t } = useTranslation('letters')
  if (letter.gaps.length === 0)
    return (
      <Message kind="ok" title={t('gaps.complete')}>
        {t('gaps.completeText')}
      </Message>
    )
  return (
    <section className="letter-gaps" aria-labelledby="letter-gaps">
      <h2 id="letter-gaps">{t('gaps.title', { count: letter.gaps.length })}</h2>
      <ol>
        {letter.gaps.map((gap) => (
          <li key={`${gap.code} ${gap.field ?? gap.where ?? ''}`}>
            <GapLink gap={gap} letter={letter} />
            {gap.blocking && <span className="letter-needed">{t('gaps.blocking')}</span>}
          </li>
        ))}
      </ol>
    </section>
  )
}

export function GapLink({ gap, letter }: { gap: LetterGap; letter: LetterView }) {
  const { t } = useTranslation(['letters', 'letterLook'])
  const chip = useChipLabel()
  if (isLook(gap)) return <LookLink gap={gap} letter={letter} />
  const words =
    gap.field === undefined
      ? t(`gap.${gap.code}`)
      : t('letterLook:letter.chipGap', { field: chip(gap.field) })
  const field = gap.field === undefined ? fields[gap.code] : chipField(gap.field)
  const address =
    gap.field === undefined ? (elsewhere[gap.code] ?? kindAddress(gap.code, letter)) : chipAddress(gap.field)
  const person = { id: String(letter.participantId) }
  if (field)
    return (
      <UnstyledButton className="link" onClick={() => goToField(field)}>
        {words}
      </UnstyledButton>
    )
  if (address)
    return (
      <a className="link" href={address}>
        {words}
      </a>
    )
  const question = letter.kind === 'intake' ? inIntake[gap.code] : undefined
  if (letter.kind === 'intake' && question !== undefined)
    return (
      <Link
        className="link"
        to="/deelnemers/$id/intake"
        params={person}
        search={{
          versie: String(letter.intakeId),
          deel: 'conclusion',
          ...(question ? { vraag: question } : {}),
        }}
      >
        {words}
      </Link>
    )
  if (gap.code === 'attendance_unfilled')
    return (
      <Link className="link" to="/week" search={{ maandag: mondayOf(emptyDay(letter)) }}>
        {words}
      </Link>
    )
  return (
    <Link
      className="link"
      to={gap.code === 'no_language' ? '/deelnemers/$id/meting' : '/deelnemers/$id/traject'}
      params={person}
    >
      {words}
    </Link>
  )
}

/** Where the value of a chip is filled in; a chip that is gone is taken out of the paragraph itself. */
function chipAddress(field: string): string | undefined {
  if (field.startsWith('office')) return '#/instellingen?deel=office'
  if (field.startsWith('coach')) return '#/instellingen?deel=staff'
  return field === 'case_manager' || field === 'municipality' ? '#/gemeenten' : undefined
}
const chipField = (field: string): string | undefined => (isChip(field) ? undefined : 'letter-blocks')

/** Where the first empty box is, as far as the letter knows. */
function emptyDay(letter: LetterView): string {
  if (letter.kind !== 'hours') return letter.period_to
  return (letter.facts as unknown as HoursFacts).unfilled_on ?? letter.period_to
}
