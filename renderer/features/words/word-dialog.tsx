/** A word with everything that belongs to it: adding one, or changing it. Stored when the answer is given. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DailyWord } from '#core/api/words.ts'
import type { FieldProblem } from '#core/api/errors.ts'
import { feastOf, feasts, type Feast } from '#core/words/fits.ts'
import { client } from '../../client.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PictureField } from './picture-field.tsx'
import { fitsName, shownDay, typedDay } from './word-words.ts'

const empty = { word: '', meaning: '', example: '', theme: '', fits: '', active: true }
const other = 'other'
const feastCodes = Object.keys(feasts) as Feast[]

export function WordDialog({ word, onClose }: { word: DailyWord | null; onClose: () => void }) {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const toast = useToast()
  const [form, setForm] = useState(() => (word ? textsOf(word) : empty))
  /** What is chosen under "when": a day with a name, any day, or `other` with what was typed. */
  const [when, setWhen] = useState(() =>
    shownDay(form.fits) !== '' && !feastOf(form.fits) ? other : form.fits,
  )
  const [day, setDay] = useState(() => (when === other ? shownDay(form.fits) : ''))
  /** undefined: as it was. */
  const [picture, setPicture] = useState<string | null | undefined>(undefined)
  const [unread, setUnread] = useState<FieldProblem | null>(null)
  /** A new word that is stored already while its picture is not. */
  const [made, setMade] = useState<number | null>(word?.id ?? null)
  const stored = useQuery({
    ...orpc.words.get.queryOptions({ input: { id: word?.id ?? 0 } }),
    enabled: word?.hasPicture === true,
  }).data
  const themes = useQuery(orpc.words.list.queryOptions()).data?.words.map((one) => one.theme) ?? []
  const set = (part: Partial<typeof empty>) => setForm((now) => ({ ...now, ...part }))
  const save = useCommand((fields: typeof empty): Promise<{ id?: number; changeSetId: number | null }> => {
    const { active: _active, ...texts } = fields
    return made === null ? client.words.create(texts) : client.words.save({ id: made, fields })
  })
  const keep = useCommand(client.words.setPicture)
  const draft = useDraft(`word:${word?.id ?? 'new'}`, { form, when, day }, (left) => {
    setForm(left.form)
    setWhen(left.when)
    setDay(left.day)
  })
  async function answer(): Promise<void> {
    const done = await save.run({ ...form, fits: when === other ? typedDay(day) : when })
    if (!done) return
    const id = done.id ?? made
    setMade(id)
    if (picture !== undefined && id !== null && !(await keep.run({ id, picture }))) return
    draft.clear()
    toast({
      text: t(word ? 'edit.saved' : 'edit.created', { word: form.word.trim() }),
      changeSetId: picture === undefined ? done.changeSetId : null,
    })
    onClose()
  }
  const known = when !== '' && when !== other && feastOf(when) === null
  const failure = [save.failure, keep.failure].find((one) => one && one.code !== 'INVALID')
  return (
    <Ask
      opened
      wide
      title={word ? t('edit.title', { word: word.word }) : t('edit.newTitle')}
      answer={t(word ? 'edit.save' : 'edit.create')}
      onAnswer={() => void answer()}
      onClose={onClose}
      busy={save.busy || keep.busy}
    >
      <DraftLine draft={draft} />
      <TextField
        label={t('edit.word')}
        hint={t('edit.wordHint')}
        lang="nl"
        value={form.word}
        onChange={(next) => set({ word: next })}
        problem={problemOf(save.failure, 'word')}
        autoFocus
      />
      <AreaField
        label={t('edit.meaning')}
        hint={t('edit.meaningHint')}
        rows={1}
        value={form.meaning}
        onChange={(meaning) => set({ meaning })}
        problem={problemOf(save.failure, 'meaning')}
      />
      <AreaField
        label={t('edit.example')}
        hint={t('edit.exampleHint')}
        optional
        rows={1}
        value={form.example}
        onChange={(example) => set({ example })}
        problem={problemOf(save.failure, 'example')}
      />
      <div className="form-row">
        <TextField
          label={t('edit.theme')}
          optional
          list={[...new Set(themes)].filter((one) => one !== '')}
          value={form.theme}
          onChange={(theme) => set({ theme })}
          problem={problemOf(save.failure, 'theme')}
        />
        <SelectField
          label={t('edit.fits')}
          value={when}
          onChange={setWhen}
          choices={[
            { value: '', label: t('edit.fitsAny') },
            ...feastCodes.map((code) => ({ value: feasts[code] as string, label: t(`feast.${code}`) })),
            ...(known ? [{ value: when, label: fitsName(t, when, lang) }] : []),
            { value: other, label: t('edit.fitsOther') },
          ]}
        />
      </div>
      {when === other && (
        <TextField
          className="form-short"
          label={t('edit.fitsDay')}
          hint={t('edit.fitsDayHint')}
          value={day}
          onChange={setDay}
          problem={problemOf(save.failure, 'fits')}
        />
      )}
      <PictureField
        word={form.word}
        value={picture === undefined ? (stored?.picture ?? null) : picture}
        problem={unread ?? problemOf(keep.failure, 'picture')}
        onChange={(next) => {
          setUnread(null)
          keep.clear()
          setPicture(next)
        }}
        onProblem={setUnread}
      />
      {word && (
        <ChoiceField
          label={t('edit.active')}
          row
          value={form.active ? 'yes' : 'no'}
          onChange={(value) => set({ active: value === 'yes' })}
          choices={[
            { value: 'yes', label: t('edit.activeYes') },
            { value: 'no', label: t('edit.activeNo') },
          ]}
        />
      )}
      {failure && <FailureMessage failure={failure} />}
    </Ask>
  )
}

function textsOf({ word, meaning, example, theme, fits, active }: DailyWord): typeof empty {
  return { word, meaning, example, theme, fits, active }
}
