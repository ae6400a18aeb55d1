/** A note that the letter says shorter: the note beside it, and the way back. The note itself is never changed. */
import { UnstyledButton } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ShortenedNote } from '#core/api/letters.ts'
import { changedSince, noteInLetter, shortenedTo } from '#core/letters/shortened.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { TextHints } from './text-hints.tsx'
import './sources.css'

/** From here on a note asks to be shortened: more than a page of a letter, in characters. */
const long = 3_000

export function ShortenNote({
  note,
  shortened,
  onChange,
  onBlur,
}: {
  note: { id: number; body: string }
  shortened: readonly ShortenedNote[]
  onChange: (shortened: ShortenedNote[]) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('sources')
  const id = useId()
  const own = shortened.find((one) => one.note === note.id)
  const field = `letter-note-${note.id}`
  const focus = (element: string) =>
    requestAnimationFrame(() => document.getElementById(element)?.focus({ preventScroll: true }))
  if (!own)
    return (
      <div className="letter-shorten">
        {note.body.length > long && <StateWord kind="care">{t('shorten.long')}</StateWord>}
        <UnstyledButton
          id={field}
          className="link"
          onClick={() => {
            onChange(shortenedTo(note, note.body, shortened))
            focus(field)
          }}
        >
          {t('shorten.start')}
        </UnstyledButton>
      </div>
    )
  const text = noteInLetter(note, shortened)
  return (
    <div className="letter-shorten" role="group" aria-labelledby={id}>
      <span id={id} className="for-readers">
        {t('shorten.start')}
      </span>
      {changedSince(note, shortened) && (
        <p>
          <StateWord kind="care">{t('shorten.changed')}</StateWord>{' '}
          <UnstyledButton
            className="link"
            onClick={() => {
              onChange(shortenedTo(note, text, shortened))
              onBlur()
            }}
          >
            {t('shorten.read')}
          </UnstyledButton>
        </p>
      )}
      <AreaField
        id={field}
        label={t('shorten.label')}
        hint={t('shorten.hint')}
        value={text}
        onChange={(typed) => onChange(keepOf(own, typed, shortened))}
        onBlur={onBlur}
      />
      <TextHints text={text} />
      <UnstyledButton
        className="link"
        onClick={() => {
          onChange(shortenedTo(note, null, shortened))
          onBlur()
          focus(field)
        }}
      >
        {t('shorten.back')}
      </UnstyledButton>
    </div>
  )
}

/** Typing on does not say that the changed note was read. */
const keepOf = (own: ShortenedNote, text: string, shortened: readonly ShortenedNote[]): ShortenedNote[] =>
  shortenedTo({ id: own.note, body: own.of }, text, shortened)
