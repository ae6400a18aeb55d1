/** What asks a second look before the letter stands, each with the way to where it is. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { LetterGap, LetterView } from '#core/api/letters.ts'
import { goToField } from './go-to-field.ts'
import { isLook, useSourceWords } from './source-words.ts'

export function LookLink({ gap, letter }: { gap: LetterGap; letter: LetterView }) {
  const { lookWords } = useSourceWords()
  const words = lookWords(gap, letter)
  const field = fieldOf(gap)
  if (field !== null)
    return (
      <UnstyledButton className="link letter-look" onClick={() => goToField(field)}>
        {words}
      </UnstyledButton>
    )
  return (
    <a className="link" href={`#${pageOf(gap, letter.participantId)}`}>
      {words}
    </a>
  )
}

/** In the dialog that finalises: named, because after it nothing can be changed. */
export function Looks({ letter, onGo }: { letter: LetterView; onGo: () => void }) {
  const { t } = useTranslation('sources')
  const looks = letter.gaps.filter(isLook)
  if (looks.length === 0) return null
  return (
    <div>
      <p>{t('look.title')}</p>
      <ul className="letter-blocked">
        {looks.map((gap) => (
          <li key={`${gap.code} ${gap.where ?? ''}`} onClick={onGo}>
            <LookLink gap={gap} letter={letter} />
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The field of this screen where the words are typed; null where they come from elsewhere. */
function fieldOf({ code, where = '' }: LetterGap): string | null {
  if (code === 'case_manager_left') return 'letter-case-manager'
  const [kind, name = ''] = where.split(':')
  if (kind === 'text' || kind === 'agreement' || kind === 'note')
    return kind === 'text' ? `letter-${name}` : `letter-${kind}-${name}`
  return null
}

function pageOf({ code, where = '' }: LetterGap, participantId: number | null): string {
  if (participantId === null) return '/resultaten'
  const person = `/deelnemers/${participantId}`
  if (code === 'unprintable') return `${person}/gegevens`
  if (where === 'intake') return `${person}/intake`
  if (where === 'places') return '/plekken'
  if (where === 'closed') return '/instellingen?deel=closures'
  return `${person}/traject`
}
