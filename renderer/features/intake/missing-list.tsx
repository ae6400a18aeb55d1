/** What still has no answer, each a link to its question. */
import { UnstyledButton } from '@mantine/core'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Message } from '../../ui/message.tsx'
import { useIntakeWords } from './intake-words.ts'

type Missing = { section: string; question: string }

export function MissingList({
  missing,
  onGo,
}: {
  missing: readonly Missing[]
  onGo: (section: string, question: string) => void
}) {
  const { t } = useTranslation('conversation')
  const words = useIntakeWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div className="intake-missing" ref={box} tabIndex={-1}>
      <Message title={t('missing.title', { count: missing.length })}>
        <p>{t('missing.text')}</p>
        <ul>
          {missing.map(({ section, question }) => (
            <li key={question}>
              <UnstyledButton className="link" onClick={() => onGo(section, question)}>
                {words.question(question)}
              </UnstyledButton>{' '}
              <span className="dim">({words.section(section)})</span>
            </li>
          ))}
        </ul>
      </Message>
    </div>
  )
}
