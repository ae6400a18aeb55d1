/** The blocks of a letter in order: up, down, off, and paragraphs of the office's own between them. */
import { Button, Checkbox } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPencil, IconPlus } from '@tabler/icons-react'
import { lazy, Suspense, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { isFixed, pinOf } from '#core/letters/arrange.ts'
import { isBlank, type Layout, type LayoutItem } from '#core/letters/layout.ts'
import { announce } from '../../ui/announcer.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { useItemNames } from './names.ts'
import { OwnText } from './own-text.tsx'
import './letter-look.css'

const OwnEditor = lazy(() => import('./own-editor.tsx').then((file) => ({ default: file.OwnEditor })))

/** Which block is shown in an example beside the list. */
export type Marking = { chosen: number | null; choose: (at: number | null) => void }

export function BlocksEditor({
  layout,
  onChange,
  onRemove,
  onBlur,
  marking,
}: {
  layout: Layout
  onChange: (layout: Layout) => void
  /** The same, where words are lost: the caller offers to take it back. */
  onRemove: (layout: Layout) => void
  onBlur: () => void
  marking?: Marking
}) {
  const { t } = useTranslation('letterLook')
  const names = useItemNames(layout)
  /** Which own paragraph is open; `session` makes each time it is opened a new editor. */
  const [open, setOpen] = useState<{ at: number; session: number } | null>(null)
  const list = useRef<HTMLOListElement>(null)

  function put(at: number, item: LayoutItem): void {
    onChange(layout.with(at, item))
    marking?.choose(at)
  }
  /** Nothing comes above the head of a sheet, or under who signs it. */
  const stands = (at: number): boolean => {
    const item = layout[at]
    return item === undefined || pinOf(item) !== null
  }
  function move(at: number, by: -1 | 1): void {
    const item = layout[at]
    if (!item) return
    onChange(layout.toSpliced(at, 1).toSpliced(at + by, 0, item))
    onBlur()
    marking?.choose(at + by)
    if (open?.at === at) setOpen({ ...open, at: at + by })
    else if (open?.at === at + by) setOpen({ ...open, at })
    announce(t('blocks.moved', { name: names[at], place: at + by + 1, count: layout.length }))
    // The buttons move along with the block, and the focus with them.
    requestAnimationFrame(() => {
      const row = list.current?.children[at + by]
      const buttons = row?.querySelectorAll<HTMLButtonElement>('.blocks-move button')
      const wanted = buttons?.[by === -1 ? 0 : 1]
      if (wanted?.disabled === true) buttons?.[by === -1 ? 1 : 0]?.focus()
      else wanted?.focus()
    })
  }
  function add(): void {
    const at = layout.findLastIndex((item) => pinOf(item) !== 'last') + 1
    onChange(layout.toSpliced(at, 0, { type: 'own', paragraphs: [] }))
    onBlur()
    marking?.choose(at)
    setOpen({ at, session: Date.now() })
  }
  return (
    <div className="blocks">
      <ol className="blocks-list" aria-label={t('blocks.list')} ref={list}>
        {layout.map((item, at) => {
          const name = names[at] ?? ''
          const isOpen = open?.at === at
          return (
            <li key={item.type === 'block' ? item.code : `own ${name}`}>
              <div className="blocks-row">
                <span className="blocks-move">
                  <Move up name={name} disabled={stands(at) || stands(at - 1)} onClick={() => move(at, -1)} />
                  <Move name={name} disabled={stands(at) || stands(at + 1)} onClick={() => move(at, 1)} />
                </span>
                {marking ? (
                  <button
                    type="button"
                    className="blocks-name"
                    aria-pressed={marking.chosen === at}
                    onClick={() => marking.choose(marking.chosen === at ? null : at)}
                  >
                    {name}
                  </button>
                ) : (
                  <span className="blocks-name">{name}</span>
                )}
                {item.type === 'block' && isFixed(item.code) && (
                  <span className="dim">{t('blocks.fixed')}</span>
                )}
                {item.type === 'block' && !isFixed(item.code) && (
                  <Checkbox
                    label={t('blocks.on')}
                    aria-label={t('blocks.onLabel', { name })}
                    checked={item.on}
                    onChange={(event) => {
                      put(at, { ...item, on: event.currentTarget.checked })
                      onBlur()
                    }}
                  />
                )}
                {item.type === 'own' && (
                  <span className="blocks-own">
                    <Button
                      variant="default"
                      size="compact-md"
                      leftSection={<IconPencil size={18} stroke={2} aria-hidden />}
                      aria-expanded={isOpen}
                      onClick={() => {
                        onBlur()
                        marking?.choose(at)
                        setOpen(isOpen ? null : { at, session: Date.now() })
                      }}
                    >
                      {isOpen ? t('blocks.close') : t('blocks.edit')}
                      <ForReaders>{` ${name}`}</ForReaders>
                    </Button>
                    <button
                      type="button"
                      className="link blocks-remove"
                      onClick={() => {
                        setOpen(null)
                        marking?.choose(null)
                        onRemove(layout.toSpliced(at, 1))
                      }}
                    >
                      {t('blocks.remove')}
                      <ForReaders>{` ${name}`}</ForReaders>
                    </button>
                  </span>
                )}
              </div>
              {item.type === 'own' &&
                (isOpen ? (
                  <Suspense>
                    <OwnEditor
                      key={open.session}
                      name={name}
                      paragraphs={item.paragraphs}
                      onChange={(paragraphs) => put(at, { type: 'own', paragraphs })}
                      onBlur={onBlur}
                    />
                  </Suspense>
                ) : isBlank(item.paragraphs) ? (
                  <p className="dim blocks-text">{t('blocks.empty')}</p>
                ) : (
                  <OwnText paragraphs={item.paragraphs} />
                ))}
            </li>
          )
        })}
      </ol>
      <Button variant="default" leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={add}>
        {t('blocks.addOwn')}
      </Button>
    </div>
  )
}

function Move({
  up = false,
  name,
  disabled,
  onClick,
}: {
  up?: boolean
  name: string
  disabled: boolean
  onClick: () => void
}) {
  const { t } = useTranslation('letterLook')
  const Icon = up ? IconArrowUp : IconArrowDown
  return (
    <Button
      variant="default"
      size="compact-md"
      disabled={disabled}
      aria-label={t(up ? 'blocks.up' : 'blocks.down', { name })}
      onClick={onClick}
    >
      <Icon size={18} stroke={2} aria-hidden />
    </Button>
  )
}
