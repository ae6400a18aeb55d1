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

export function FinaliseDialog({ letter, onClose }: { letter: LetterView; onClose: () => void }) {
  const { t } = useTranslation(['letters', 'sending'])
  const toast = useToast()
  const finalise = useCommand(client.letters.finalise)
  const blocking = letter.gaps.filter((gap) => gap.blocking)
  const clock = finalise.failure?.code === 'LETTER_CLOCK' ? finalise.failure : null
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
              <li key={`${gap.code} ${gap.field ?? ''}`} onClickCapture={onClose}>
                <GapLink gap={gap} letter={letter} />
              </li>
            ))}
          </ul>
        </div>
      ) : (
        letter.gaps.length > 0 && <p>{t('finalise.missing', { count: letter.gaps.length })}</p>
      )}
      {clock && <ClockMessage failure={clock} />}
      {finalise.failure && !clock && <FailureMessage failure={finalise.failure} />}
    </Ask>
  )
}
