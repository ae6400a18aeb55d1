/** Every letter with a number, the newest first: found back, how it left the house, and what took its place. */
import { Button } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { RegisterFilter, RegisterLine } from '#core/api/letter-sending.ts'
import type { LetterRow } from '#core/api/letters.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { PageWait } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EmptyState } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { AboutWhom } from './about-whom.tsx'
import { RegisterFilters } from './register-filters.tsx'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const everything = { kind: null, state: null, from: null, to: null }

export function Register({ query, onQuery }: { query: string; onQuery: (query: string) => void }) {
  const { t } = useTranslation(['letters', 'sending'])
  const [more, setMore] = useState<Omit<RegisterFilter, 'query'>>(everything)
  const [page, setPage] = useState(0)
  useEffect(() => setPage(0), [query, more])
  const filter = { ...more, query: query.trim() }
  const register = useQuery(
    orpc.letterRegister.list.queryOptions({ input: { ...filter, page }, placeholderData: keepPreviousData }),
  )
  const excel = useCommand(client.letterRegister.excel, { saves: false })
  if (register.isPending) return <PageWait />
  if (!register.data) return <FailureMessage failure={failureOf(register.error)} />
  const { rows, total, pageSize } = register.data
  if (total === 0 && query === '' && more === everything)
    return <EmptyState title={t('list.emptyRegisterTitle')}>{t('list.emptyRegisterText')}</EmptyState>
  async function toExcel(): Promise<void> {
    const file = await excel.run(filter)
    if (file) saveFile(file.xlsx, file.fileName, xlsx)
  }
  return (
    <>
      <RegisterFilters query={query} onQuery={onQuery} more={more} onMore={setMore} />
      <div className="letters-count">
        <span role="status">{t('sending:register.count', { count: total })}</span>
        <Button
          variant="default"
          leftSection={<IconDownload size={18} stroke={2} aria-hidden />}
          disabled={total === 0}
          loading={excel.busy}
          onClick={() => void toExcel()}
        >
          {t('sending:register.excel')}
        </Button>
      </div>
      {excel.failure && <FailureMessage failure={excel.failure} />}
      {total === 0 ? (
        <div className="empty">
          <p className="empty-title">
            {query === '' ? t('sending:register.nothingTitle') : t('list.nothing', { query })}
          </p>
          <p>{t('list.nothingText')}</p>
        </div>
      ) : (
        <RegisterTable lines={rows} />
      )}
      {total > pageSize && (
        <nav className="letters-pages" aria-label={t('sending:register.pages')}>
          <Button variant="default" disabled={page === 0} onClick={() => setPage(page - 1)}>
            {t('sending:register.previous')}
          </Button>
          <span>
            {t('sending:register.page', {
              from: page * pageSize + 1,
              to: Math.min(total, (page + 1) * pageSize),
              total,
            })}
          </span>
          <Button
            variant="default"
            disabled={(page + 1) * pageSize >= total}
            onClick={() => setPage(page + 1)}
          >
            {t('sending:register.next')}
          </Button>
        </nav>
      )}
    </>
  )
}

function RegisterTable({ lines }: { lines: readonly RegisterLine[] }) {
  const { t } = useTranslation(['letters', 'sending'])
  return (
    <div className="table-scroll">
      <table className="data-table letters-register" aria-label={t('list.register')}>
        <thead>
          <tr>
            <th scope="col">{t('list.number')}</th>
            <th scope="col">{t('list.date')}</th>
            <th scope="col">{t('list.person')}</th>
            <th scope="col">{t('list.kind')}</th>
            <th scope="col">{t('list.municipality')}</th>
            <th scope="col">{t('list.state')}</th>
            <th scope="col">{t('sending:register.prints')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <th scope="row" className="letters-nowrap">
                <Link to="/brieven/$id" params={{ id: String(line.id) }} className="name-link">
                  {line.number}
                </Link>
              </th>
              <td className="letters-nowrap">{formatShort(line.dated_on)}</td>
              <td>
                <AboutWhom id={line.participantId}>{line.listName}</AboutWhom>
              </td>
              <td>{t(`kind.${line.kind}`)}</td>
              <td>{[line.municipalityName, line.caseManagerName].filter(Boolean).join(', ')}</td>
              <td>
                <LetterState letter={line} />
                <Chain line={line} />
              </td>
              <td className="letters-nowrap">
                {line.prints === 0
                  ? t('sending:register.printed_zero')
                  : t('sending:register.printed', { count: line.prints })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** Which letter it took the place of, and which one took its place. */
function Chain({ line }: { line: RegisterLine }) {
  const { t } = useTranslation('sending')
  const { replaces, replacedBy } = line
  return (
    <>
      {replaces && (
        <Link to="/brieven/$id" params={{ id: String(replaces.id) }} className="link letters-chain">
          {t('register.replaces', { number: replaces.number })}
        </Link>
      )}
      {replacedBy && (
        <Link to="/brieven/$id" params={{ id: String(replacedBy.id) }} className="link letters-chain">
          {t('register.replacedBy', { number: replacedBy.number })}
        </Link>
      )}
    </>
  )
}

function LetterState({ letter }: { letter: LetterRow }) {
  const { t } = useTranslation(['letters', 'enums'])
  if (letter.state === 'sent' && letter.sent_on && letter.sent_how)
    return (
      <StateWord kind="reached">
        {t('list.sentOn', { how: t(`enums:sentHow.${letter.sent_how}`), date: formatShort(letter.sent_on) })}
      </StateWord>
    )
  const kind =
    letter.state === 'withdrawn' || letter.state === 'replaced'
      ? 'no'
      : letter.state === 'final'
        ? 'busy'
        : 'not_yet'
  return <StateWord kind={kind}>{t(`enums:letterState.${letter.state}`)}</StateWord>
}
