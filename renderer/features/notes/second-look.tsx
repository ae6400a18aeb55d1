/** Under a field: words that deserve a second look, why, and what to write instead. Never in the way of saving. */
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { containsBsn } from '#core/fields/bsn.ts'
import { readWordList, sensitiveWords } from '#core/notes/sensitive-words.ts'
import { orpc } from '../../office/query.ts'
import { StateWord } from '../../ui/state-word.tsx'
import './notes.css'

export function SecondLook({ text }: { text: string }) {
  const { t } = useTranslation('notes')
  const lines = useQuery(orpc.notes.sensitiveWords.queryOptions()).data?.words ?? ''
  const list = useMemo(() => readWordList(lines), [lines])
  const typed = useDeferredValue(text)
  const found = useMemo(() => sensitiveWords(typed, list), [typed, list])
  const bsn = useMemo(() => containsBsn(typed), [typed])
  const kinds = (['health', 'belief', 'own'] as const).filter((kind) =>
    found.some((one) => one.kind === kind),
  )
  return (
    // Always there, so that what appears in it is read aloud, once.
    <div role="status" className="second-look">
      {bsn && (
        <p>
          <StateWord kind="care">{t('look.bsn')}</StateWord>{' '}
          <span className="dim">{t('look.bsnInstead')}</span>
        </p>
      )}
      {kinds.map((kind) => {
        const word = found
          .filter((one) => one.kind === kind)
          .map((one) => one.word)
          .join('”, “')
        return (
          <p key={kind}>
            <StateWord kind="care">{t(`look.${kind}`, { word })}</StateWord>{' '}
            <span className="dim">{t(`look.${kind}Instead`)}</span>
          </p>
        )
      })}
    </div>
  )
}
