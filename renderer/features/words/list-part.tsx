/** Every word, with a search and a theme; a word opens to be changed. */
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { WordRow } from '#core/api/words.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { fold } from '#core/names/fold.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { WordDialog } from './word-dialog.tsx'
import { fitsName } from './word-words.ts'

export function ListPart({ words }: { words: readonly WordRow[] }) {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const [query, setQuery] = useState('')
  const [theme, setTheme] = useState('all')
  const [editing, setEditing] = useState<number | null>(null)
  const themes = [...new Set(words.map((word) => word.theme))].sort((a, b) => a.localeCompare(b, 'nl'))
  const typed = fold(query)
  const found = words.filter(
    (word) =>
      (theme === 'all' || `theme:${word.theme}` === theme) &&
      fold(`${word.word} ${word.meaning}`).includes(typed),
  )
  const edited = words.find((word) => word.id === editing)
  return (
    <>
      <div className="words-find" role="search">
        <label className="words-search">
          <span className="words-search-label">{t('list.search')}</span>
          <input
            data-find
            type="search"
            className="plain-input"
            placeholder={t('list.searchHint')}
            autoComplete="off"
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        </label>
        <SelectField
          label={t('list.theme')}
          value={theme}
          onChange={setTheme}
          choices={[
            { value: 'all', label: t('list.allThemes') },
            ...themes.map((one) => ({ value: `theme:${one}`, label: one === '' ? t('list.noTheme') : one })),
          ]}
        />
        <p className="dim words-count" role="status">
          {t('list.count', { count: found.length })}
        </p>
      </div>
      {found.length === 0 ? (
        <div className="empty">
          <p className="empty-title">{t('list.nothing')}</p>
          <p>{t('list.nothingText')}</p>
        </div>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can have the focus
        <div className="table-scroll" tabIndex={0} role="region" aria-label={t('list.caption')}>
          <table className="data-table words-list" aria-label={t('list.caption')}>
            <thead>
              <tr>
                <th scope="col">{t('list.word')}</th>
                <th scope="col">{t('list.meaning')}</th>
                <th scope="col">{t('list.theme')}</th>
                <th scope="col">{t('list.last')}</th>
                <th scope="col">{t('list.next')}</th>
              </tr>
            </thead>
            <tbody>
              {found.map((word) => (
                <tr key={word.id}>
                  <th scope="row" lang="nl">
                    <button
                      type="button"
                      className="name-link words-name"
                      onClick={() => setEditing(word.id)}
                    >
                      {word.word}
                    </button>
                    {word.hasPicture && <ForReaders>{`, ${t('list.picture')}`}</ForReaders>}
                  </th>
                  <td lang="nl">{word.meaning}</td>
                  <td>
                    {word.theme}
                    {word.fits !== '' && (
                      <span className="words-list-feast">{fitsName(t, word.fits, lang)}</span>
                    )}
                  </td>
                  <td>{word.lastOn === null ? t('list.never') : formatShort(word.lastOn)}</td>
                  <td>
                    {word.active
                      ? word.nextOn === null
                        ? t('list.later')
                        : formatShort(word.nextOn)
                      : t('list.notUsed')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {edited && <WordDialog word={edited} onClose={() => setEditing(null)} />}
    </>
  )
}
