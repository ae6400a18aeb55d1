/** The picture of a word: choose one, see it, take it away. Stored together with the word. */
import { Button } from '@mantine/core'
import { useId, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { FieldMessage } from '../../forms/problem.tsx'
import { pictureAddress } from './big-word.tsx'
import { shrinkPicture } from './shrink-picture.ts'

export function PictureField({
  word,
  value,
  problem,
  onChange,
  onProblem,
}: {
  word: string
  /** Base64; null without a picture. */
  value: string | null
  problem: FieldProblem | null
  onChange: (picture: string | null) => void
  onProblem: (problem: FieldProblem) => void
}) {
  const { t } = useTranslation(['words', 'common'])
  const file = useRef<HTMLInputElement>(null)
  const hint = useId()
  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    const read = await shrinkPicture(chosen)
    if ('problem' in read) onProblem(read.problem)
    else onChange(read.base64)
  }
  return (
    <div className="words-picture" role="group" aria-label={t('picture.label')} aria-describedby={hint}>
      <p className="words-picture-label" aria-hidden>
        {`${t('picture.label')} ${t('common:optional')}`}
      </p>
      <p className="dim" id={hint}>
        {t('picture.hint')}
      </p>
      {value !== null && (
        <img className="words-picture-shown" src={pictureAddress(value)} alt={t('picture.alt', { word })} />
      )}
      <div className="words-picture-buttons">
        <input
          ref={file}
          type="file"
          accept="image/png,image/jpeg"
          hidden
          onChange={(event) => {
            const input = event.currentTarget
            void choose(input.files?.[0]).finally(() => (input.value = ''))
          }}
        />
        <Button variant="default" onClick={() => file.current?.click()}>
          {t(value === null ? 'picture.choose' : 'picture.other')}
        </Button>
        {value !== null && (
          <button type="button" className="link word-link" onClick={() => onChange(null)}>
            {t('picture.remove')}
          </button>
        )}
      </div>
      <div role="alert">{problem && <FieldMessage problem={problem} />}</div>
    </div>
  )
}
