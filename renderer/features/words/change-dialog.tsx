/** Another word on a day: search, choose one. */
import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong } from '#core/calendar/dates.ts'
import { fold } from '#core/names/fold.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { FieldMessage } from '../../forms/problem.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

/** More do not fit in the dialog; typing finds the others. */
const shownWords = 8

export function ChangeDialog({
  day,
  current,
  onClose,
}: {
  day: string
  current: number | null
  onClose: () => void
}) {
  const { t, i18n } = useTranslation('words')
  const title = formatWeekdayLong(day, i18n.language === 'en' ? 'en' : 'nl')
  const toast = useToast()
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState<string>('')
  const all = useQuery(orpc.words.list.queryOptions()).data?.words ?? []
  const set = useCommand(client.words.setDay)
  const typed = fold(query)
  const found = all.filter(
    (word) => word.active && word.id !== current && fold(`${word.word} ${word.theme}`).includes(typed),
  )
  const problem = problemOf(set.failure, 'day')
  async function answer(): Promise<void> {
    const word = all.find((one) => String(one.id) === chosen)
    const done = word && (await set.run({ day, wordId: word.id }))
    if (!done) return
    toast({ text: t('change.done', { word: word.word, day: title }), changeSetId: done.changeSetId })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('change.title', { day: title })}
      answer={t('change.answer')}
      disabled={chosen === ''}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={set}
    >
      <TextField label={t('change.search')} value={query} onChange={setQuery} autoFocus />
      {found.length === 0 ? (
        <p role="status">{t('change.nothing')}</p>
      ) : (
        <Radio.Group
          label={t('change.results')}
          value={chosen}
          onChange={setChosen}
          {...(problem ? { error: <FieldMessage problem={problem} /> } : {})}
        >
          <div className="words-choices">
            {found.slice(0, shownWords).map((word) => (
              <Radio
                key={word.id}
                value={String(word.id)}
                label={<span lang="nl">{word.word}</span>}
                description={<span lang="nl">{word.meaning}</span>}
              />
            ))}
          </div>
        </Radio.Group>
      )}
      {found.length > shownWords && (
        <p className="dim">{t('change.more', { count: found.length - shownWords })}</p>
      )}
    </AskToSave>
  )
}
