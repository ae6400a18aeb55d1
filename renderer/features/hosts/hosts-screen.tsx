/** The organisations where people can go. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { hostKind, type HostKind } from '#core/api/fields.ts'
import { sectorWord } from '#core/network/sectors.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { SelectField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { failureOf, problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { GoneFilter } from '../network/gone-filter.tsx'
import { NetworkTabs } from '../network/network-tabs.tsx'
import { OpenQuestions } from '../network/open-questions.tsx'
import './hosts.css'

export function HostsScreen() {
  const { t } = useTranslation(['places', 'enums', 'network', 'matching'])
  const { language } = useOffice()
  const { q = '', weg } = useSearch({ from: '/organisaties' })
  const gone = weg === '1'
  const navigate = useNavigate()
  const [query, setQuery] = useState(q)
  const [adding, setAdding] = useState(false)
  const hosts = useQuery(
    orpc.hosts.list.queryOptions({ input: { query: query.trim(), gone }, placeholderData: keepPreviousData }),
  )
  const screen = t('hosts.title')
  if (hosts.isPending) return <PageWait />
  if (hosts.isLoadingError)
    return <PageFailure failure={failureOf(hosts.error)} screen={screen} retry={() => void hosts.refetch()} />
  const rows = hosts.data
  const go = (words: string, away: boolean) =>
    void navigate({
      to: '/organisaties',
      search: { ...(words.trim() ? { q: words } : {}), ...(away ? { weg: '1' } : {}) },
      replace: true,
    })
  const nothingYet = rows.length === 0 && query.trim() === '' && !gone
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
      {nothingYet ? t('hosts.emptyAction') : t('hosts.new')}
    </Button>
  )
  return (
    <Page
      title={t('network:title')}
      screen={screen}
      {...(nothingYet || gone || query.trim() !== ''
        ? {}
        : { lead: t('hosts.lead', { count: rows.length }) })}
      actions={
        !nothingYet && (
          <>
            <Link to="/aanbod" className="link">
              {t('matching:opening.all')}
            </Link>
            <ListMenu list="hosts" name={t('network:title')} />
            {add}
          </>
        )
      }
      ownFocus={!nothingYet}
    >
      <NetworkTabs />
      {nothingYet ? (
        <EmptyState title={t('hosts.emptyTitle')} action={add}>
          {t('hosts.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="network-filter" role="search">
            <HostSearch
              value={query}
              onChange={(next) => {
                setQuery(next)
                go(next, gone)
              }}
            />
            <GoneFilter value={gone} onChange={(next) => go(query, next)} />
          </div>
          {rows.length === 0 ? (
            <div className="empty" role="status">
              {query.trim() === '' ? (
                <p>{t('network:nobodyGone')}</p>
              ) : (
                <>
                  <p className="empty-title">{t('hosts.nothing', { query: query.trim() })}</p>
                  <p>{t('hosts.nothingText')}</p>
                </>
              )}
            </div>
          ) : (
            <div className="table-scroll">
              <table className="data-table" aria-label={t('hosts.caption')}>
                <thead>
                  <tr>
                    <th scope="col">{t('hosts.name')}</th>
                    <th scope="col">{t('hosts.kind')}</th>
                    <th scope="col">{t('hosts.city')}</th>
                    <th scope="col">{t('hosts.contact')}</th>
                    <th scope="col" className="number">
                      {t('hosts.offers')}
                    </th>
                    <th scope="col" className="number">
                      {t('hosts.placed')}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((host) => (
                    <tr key={host.id}>
                      <th scope="row">
                        <Link to="/organisaties/$id" params={{ id: String(host.id) }} className="name-link">
                          {host.name}
                        </Link>
                      </th>
                      <td>
                        {t(`enums:hostKind.${host.kind}`)}
                        {host.sector && (
                          <span className="dim">{`, ${sectorWord(host.sector, language).toLowerCase()}`}</span>
                        )}
                      </td>
                      <td>{host.city}</td>
                      <td>
                        <bdi>{host.contactName}</bdi>
                        {host.contactPhone && <span className="hosts-phone">{host.contactPhone}</span>}
                      </td>
                      <td className="number">{host.openings}</td>
                      <td className="number">{host.placed}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </>
      )}
      <OpenQuestions of="hosts" />
      {adding && <NewHost onClose={() => setAdding(false)} />}
    </Page>
  )
}

/** The search box of this screen: Ctrl+F goes there. */
function HostSearch({ value, onChange }: { value: string; onChange: (value: string) => void }) {
  const { t } = useTranslation('places')
  return (
    <label className="hosts-search-label">
      <span className="network-field-label">{t('hosts.search')}</span>
      <input
        data-find
        type="search"
        className="plain-input"
        placeholder={t('hosts.searchHint')}
        autoComplete="off"
        spellCheck={false}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- the list is there to be searched
        autoFocus
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    </label>
  )
}

function NewHost({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['places', 'enums'])
  const navigate = useNavigate()
  const [name, setName] = useState('')
  const [kind, setKind] = useState<HostKind>('employer')
  const create = useCommand(client.hosts.create)
  const draft = useDraft('host:new', { name, kind }, (left) => {
    setName(left.name)
    setKind(left.kind)
  })
  async function answer(): Promise<void> {
    const made = await create.run({ name, kind })
    if (!made) return
    draft.clear()
    void navigate({ to: '/organisaties/$id', params: { id: String(made.id) } })
  }
  return (
    <AskToSave
      opened
      title={t('hosts.newTitle')}
      answer={t('hosts.new')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={create}
      draft={draft}
    >
      <TextField
        label={t('hosts.name')}
        value={name}
        onChange={setName}
        autoFocus
        autoComplete="off"
        problem={problemOf(create.failure, 'name')}
      />
      <SelectField
        label={t('hosts.kind')}
        value={kind}
        onChange={setKind}
        choices={hostKind.options.map((one) => ({ value: one, label: t(`enums:hostKind.${one}`) }))}
      />
    </AskToSave>
  )
}
