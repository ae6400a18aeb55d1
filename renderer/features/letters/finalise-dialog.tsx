/** The step that cannot be undone: the letter gets its number and its text stands. */
import { useTranslation } from 'react-i18next'
import type { LetterView } from '#core/api/letters.ts'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { announce } from '../../ui/announcer.tsx'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ClockMessage } from './clock-message.tsx'
import { GapLink } from './gaps.tsx'
import { Looks } from './looks.tsx'
import { isLook } from './source-words.ts'

export function FinaliseDialog({ letter, onClose }: { letter: LetterView; onClose: () => void }) {
  const { t } = useTranslation(['letters', 'sending'])
  const toast = useToast()
  const finalise = useCommand(client.letters.finalise)
  const blocking = letter.gaps.filter((gap) => gap.blocking)
  const clock = finalise.failure?.code === 'LETTER_CLOCK' ? finalise.failure : null
  const missing = letter.gaps.filter((gap) => !isLook(gap)).length
  async function answer(): Promise<void> {
    const done = await finalise.run({ id: letter.id, clockIsRight: clock !== null })
    if (!done) return
    const text = t('finalise.done', { number: done.number })
    toast({ text })
    announce(text)
    onClose()
  }
  return (
    <Ask
      opened
      title={t('finalise.title')}
      answer={clock ? t('sending:clock.right') : t('finalise.answer')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={finalise.busy}
      disabled={blocking.length > 0}
    >
      <p>{t('finalise.text')}</p>
      {blocking.length > 0 ? (
        <div>
          <p>{t('finalise.blocked')}</p>
          <ul className="letter-blocked">
            {blocking.map((gap) => (
              <li key={`${gap.code} ${gap.field ?? ''}`} onClick={onClose}>
                <GapLink gap={gap} letter={letter} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        missing > 0 && <p>{t('finalise.missing', { count: missing })}</p>
      )}
      <Looks letter={letter} onGo={onClose} />
      {clock && <ClockMessage failure={clock} />}
      {finalise.failure && !clock && <FailureMessage failure={finalise.failure} />}
    </Ask>
  )
}
