/** One day with its word: what it means, who heard it, its papers, and putting another word in its place. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatWeekdayLong, weekday } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { usePaper } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { BigWord } from './big-word.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { SwapDialog } from './swap-dialog.tsx'
import { WordDialog } from './word-dialog.tsx'
import { fitsName } from './word-words.ts'

export function DayPanel({ day }: { day: string }) {
  const { t, i18n } = useTranslation('words')
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { today } = useOffice()
  const [open, setOpen] = useState<'change' | 'swap' | 'edit' | null>(null)
  const { data } = useQuery(
    orpc.words.ofDay.queryOptions({ input: { day }, placeholderData: keepPreviousData }),
  )
  const poster = usePaper(client.words.poster)
  const sheet = usePaper(client.words.sheet)
  const failure = poster.failure ?? sheet.failure
  const close = () => setOpen(null)
  if (!data) return <div className="sheet words-panel" />
  const { word } = data
  const feast = word ? fitsName(t, word.fits, lang) : ''
  const title = formatWeekdayLong(data.day, lang)
  return (
    <Sheet
      className="words-panel"
      title={<span className="word-capital">{title}</span>}
      {...(feast ? { aside: feast } : {})}
    >
      {data.closedReason !== null ? (
        <p>{t('day.closed')}</p>
      ) : word === null ? (
        <p>{t(weekday(data.day) > 5 ? 'day.weekend' : 'day.none')}</p>
      ) : (
        <>
          <BigWord word={word} picture={data.picture} alt={t('picture.alt', { word: word.word })} />
          <p className="dim words-panel-note">
            {data.day <= today &&
              (data.heard > 0 ? t('day.heard', { count: data.heard }) : t('day.heardNobody'))}{' '}
            {data.chosen && t('day.chosen')}
          </p>
          <div className="words-panel-papers">
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
              onClick={() => poster.run({ day: data.day })}
            >
              {t('day.poster')}
            </Button>
            <Button
              variant="default"
              leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
              onClick={() => sheet.run({ day: data.day })}
            >
              {t('day.sheet')}
            </Button>
          </div>
          {failure && <FailureMessage failure={failure} />}
        </>
      )}
      {data.closedReason === null && (
        <ul className="words-panel-links">
          <li>
            <button type="button" className="link word-link" onClick={() => setOpen('change')}>
              {t('day.change')}
            </button>
          </li>
          {word && (
            <>
              <li>
                <button type="button" className="link word-link" onClick={() => setOpen('swap')}>
                  {t('day.swap')}
                </button>
              </li>
              <li>
                <button type="button" className="link word-link" onClick={() => setOpen('edit')}>
                  {t('day.edit')}
                </button>
              </li>
            </>
          )}
        </ul>
      )}
      {open === 'change' && <ChangeDialog day={data.day} current={word?.id ?? null} onClose={close} />}
      {open === 'swap' && word && <SwapDialog day={data.day} word={word.word} onClose={close} />}
      {open === 'edit' && word && <WordDialog word={word} onClose={close} />}
    </Sheet>
  )
}
