/** Ctrl+K: one box for people, organisations, letters, notes, attachments, screens and actions. */
import { Modal } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useId, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { HitKind, SearchHit } from '#core/api/finding.ts'
import type { MenuCommand } from '#core/api/shell.ts'
import { letterName } from '#core/dossier/words.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { places } from '../../shell/rail.tsx'
import { announce } from '../../ui/announcer.tsx'
import { Highlight } from '../../ui/highlight.tsx'
import { networkParts } from '../network/network-tabs.tsx'
import './palette.css'

type Option = { key: string; title: string; detail: string; more: string; choose: () => void }
type Group = { title: string; options: Option[] }

const plainText = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

export function Palette(props: {
  opened: boolean
  onClose: () => void
  onCommand: (command: MenuCommand) => void
}) {
  const { t } = useTranslation(['app', 'common'])
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      title={t('shell.palette.title')}
      size="lg"
      yOffset="8vh"
      centered={false}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <PaletteBox {...props} />
    </Modal>
  )
}

function PaletteBox({
  onClose,
  onCommand,
}: {
  onClose: () => void
  onCommand: (command: MenuCommand) => void
}) {
  const { t } = useTranslation(['app', 'people', 'finding'])
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const groups = useGroups(query.trim(), onClose, onCommand)
  const options = groups.flatMap((group) => group.options)
  const chosen = options[Math.min(at, options.length - 1)]
  const list = useRef<HTMLDivElement>(null)

  useEffect(() => setAt(0), [query])
  useEffect(() => announce(t('shell.palette.count', { count: options.length })), [options.length, t])
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [at])

  function onKey(event: React.KeyboardEvent): void {
    const steps: Record<string, number> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: options.length - 1,
      PageDown: at + 8,
      PageUp: at - 8,
    }
    const next = steps[event.key]
    if (next !== undefined && !((event.key === 'Home' || event.key === 'End') && query !== '')) {
      event.preventDefault()
      setAt(Math.max(0, Math.min(options.length - 1, next)))
    } else if (event.key === 'Enter' && chosen) {
      event.preventDefault()
      chosen.choose()
    }
  }

  const optionId = (option: Option) => `${listId}-${option.key}`
  return (
    <div className="palette">
      <label className="for-readers" htmlFor={`${listId}-input`}>
        {t('finding:palette.label')}
      </label>
      <input
        id={`${listId}-input`}
        className="palette-input"
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-autocomplete="list"
        {...(chosen ? { 'aria-activedescendant': optionId(chosen) } : {})}
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={onKey}
        placeholder={t('finding:palette.placeholder')}
      />
      <div
        id={listId}
        role="listbox"
        aria-label={t('shell.palette.title')}
        className="palette-list"
        ref={list}
      >
        {groups.map((group) => (
          <div key={group.title} role="group" aria-label={group.title}>
            <p className="palette-group" aria-hidden>
              {group.title}
            </p>
            {group.options.map((option) => (
              <div
                key={option.key}
                id={optionId(option)}
                role="option"
                aria-selected={option === chosen}
                className="palette-option"
                onMouseMove={() => setAt(options.indexOf(option))}
                onClick={option.choose}
              >
                <Highlight text={option.title} query={query} />
                <span className="dim">{option.detail}</span>
                {option.more && (
                  <span className="palette-more">
                    <Highlight text={option.more} query={query} />
                  </span>
                )}
              </div>
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && <p className="dim">{t('shell.palette.nothing', { query })}</p>}
      <p className="palette-hint">{t('shell.palette.hint')}</p>
    </div>
  )
}

function useGroups(query: string, onClose: () => void, onCommand: (command: MenuCommand) => void): Group[] {
  const { t } = useTranslation(['app', 'people', 'finding', 'network'])
  const { language } = useOffice()
  const navigate = useNavigate()
  const found = useQuery(
    orpc.search.find.queryOptions({
      input: { query },
      enabled: query !== '',
      placeholderData: keepPreviousData,
    }),
  )
  const recent = useQuery(orpc.search.recent.queryOptions({ enabled: query === '' }))
  return useMemo(() => {
    const open = (hit: SearchHit) => () => {
      onClose()
      const params = { id: String(hit.id) }
      if (hit.kind === 'host') void navigate({ to: '/organisaties/$id', params })
      else if (hit.kind === 'ambassador') void navigate({ to: '/sleutelpersonen/$id', params })
      else if (hit.kind === 'case_manager') void navigate({ to: '/klantmanagers/$id', params })
      else if (hit.kind === 'municipality') void navigate({ to: '/gemeenten/$id', params })
      else if (hit.kind === 'letter') void navigate({ to: '/brieven/$id', params })
      else void navigate({ to: '/deelnemers/$id', params: { id: String(hit.participantId ?? hit.id) } })
    }
    const hits = (query === '' ? recent.data : found.data) ?? []
    const hitOption = (hit: SearchHit): Option => ({
      key: `${hit.kind}-${hit.id}`,
      title: hit.title,
      detail:
        hit.kind === 'note'
          ? t('finding:palette.note', { date: hit.detail })
          : hit.kind === 'participant' || hit.kind === 'attachment'
            ? hit.detail
            : [
                hit.kind === 'letter'
                  ? letterName(hit.letterKind ?? '', language).toLowerCase()
                  : t(`shell.palette.kind.${hit.kind}`),
                hit.detail,
                hit.gone ? t('network:gone') : '',
              ]
                .filter(Boolean)
                .join(', '),
      more: hit.more,
      choose: open(hit),
    })
    const groupOf = (title: string, kinds: readonly HitKind[]): Group => ({
      title,
      options: hits.filter((hit) => kinds.includes(hit.kind)).map(hitOption),
    })
    const command = (key: MenuCommand, title: string): Option => ({
      key,
      title,
      detail: '',
      more: '',
      choose: () => {
        onClose()
        onCommand(key)
      },
    })
    const screens: Option[] = [
      ...places.map(({ to, key }) => ({ to, title: t(`shell.nav.${key}`) })),
      ...networkParts.map(({ to, key }) => ({ to, title: t(`network:part.${key}`) })),
      { to: '/instellingen' as const, title: t('shell.settings') },
    ].map(({ to, title }, n) => ({
      key: `${to.slice(1)}-${n}`,
      title,
      detail: '',
      more: '',
      choose: () => {
        onClose()
        void navigate({ to })
      },
    }))
    const actions = [
      command('newParticipant', t('people:new.title')),
      command('help', t('shell.helpPanel.title')),
      command('lock', t('shell.lock')),
    ]
    const fits = (option: Option) => plainText(option.title).includes(plainText(query))
    return [
      ...(query === ''
        ? [groupOf(t('shell.palette.recent'), ['participant', 'host', 'letter'])]
        : [
            groupOf(t('finding:palette.people'), ['participant']),
            groupOf(t('finding:palette.others'), [
              'host',
              'ambassador',
              'case_manager',
              'municipality',
              'letter',
            ]),
            groupOf(t('finding:palette.attachments'), ['attachment']),
            groupOf(t('finding:palette.notes'), ['note']),
          ]),
      { title: t('shell.palette.actions'), options: actions.filter(fits) },
      { title: t('shell.palette.go'), options: screens.filter(fits) },
    ].filter((group) => group.options.length > 0)
  }, [query, recent.data, found.data, t, language, navigate, onClose, onCommand])
}
