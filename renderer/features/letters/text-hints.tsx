/** Under a text of a letter: words for a second look, and what is hard to read. Quiet, and never in the way. */
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { plainHints } from '#core/letters/plain.ts'
import { SecondLook } from '../notes/second-look.tsx'
import './sources.css'

export function TextHints({ text }: { text: string }) {
  const { t } = useTranslation('sources')
  const typed = useDeferredValue(text)
  const { long, words } = useMemo(() => plainHints(typed), [typed])
  return (
    <>
      <SecondLook text={text} />
      {long.length + words.length > 0 && (
        <ul className="dim letter-plain">
          {long.map(({ begin, words: count }) => (
            <li key={begin}>{t('plain.long', { begin, words: count })}</li>
          ))}
          {words.map(({ word, better }) => (
            <li key={word}>{t('plain.word', { word, better })}</li>
          ))}
        </ul>
      )}
    </>
  )
}
