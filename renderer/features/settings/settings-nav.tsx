/** Where everything of the office can be set, under five heads: beside the part, or folded above it in a narrow window. */
import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../../office/office.ts'
import type { Part } from './settings-screen.tsx'

const places = {
  municipalities: '/gemeenten',
  projects: '/instellingen/projecten',
  form: '/instellingen/intakeformulier',
  copies: '/instellingen/kopieen',
  access: '/instellingen/toegang',
  audit: '/instellingen/logboek',
} as const
type Place = keyof typeof places
const isPlace = (one: Part | Place): one is Place => one in places
/** A screen of its own that only a manager sees something on. */
const managersPlaces: readonly Place[] = ['form', 'audit']

const groups: readonly (readonly [
  head: 'workshop' | 'letters' | 'people' | 'network' | 'data',
  lines: readonly (Part | Place)[],
])[] = [
  ['workshop', ['office', 'staff', 'closures', 'capacity', 'language']],
  ['data', ['copies', 'storage', 'access', 'audit']],
  ['letters', ['letters', 'letterhead', 'templates', 'signature']],
  ['people', ['form', 'skills', 'notes']],
  ['network', ['municipalities', 'projects', 'terms', 'distances']],
]

/** `mine`: the parts that this person may change. */
export function SettingsNav({ mine, part }: { mine: readonly Part[]; part: Part }) {
  const { t } = useTranslation(['settings', 'keeping', 'questions', 'projects'])
  const isManager = useOffice().me.role === 'manager'
  const [open, setOpen] = useState(false)
  const id = useId()
  const words: Readonly<Record<Place, string>> = {
    municipalities: t('municipalities.title'),
    projects: t('projects:title'),
    form: t('questions:edit.title'),
    copies: t('keeping:places.copies'),
    access: t('keeping:places.access'),
    audit: t('keeping:places.audit'),
  }
  const allowed = (one: Part | Place) =>
    isPlace(one) ? isManager || !managersPlaces.includes(one) : mine.includes(one)
  const Chevron = open ? IconChevronUp : IconChevronDown
  return (
    <nav className="settings-nav" aria-label={t('sections')}>
      <UnstyledButton
        className="settings-now"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {t('now', { part: t(`section.${part}`) })}
        <Chevron size={18} stroke={2} aria-hidden />
      </UnstyledButton>
      <div id={id} className="settings-groups" data-open={open || undefined}>
        {groups.map(([head, lines]) => {
          const shown = lines.filter(allowed)
          return (
            shown.length > 0 && (
              <div key={head}>
                <p id={`${id}-${head}`} className="settings-head">
                  {t(`group.${head}`)}
                </p>
                <ul aria-labelledby={`${id}-${head}`}>
                  {shown.map((one) => (
                    <li key={one}>
                      {isPlace(one) ? (
                        <Link className="settings-line" to={places[one]}>
                          {words[one]}
                        </Link>
                      ) : (
                        <Link
                          className="settings-line"
                          to="/instellingen"
                          search={{ deel: one }}
                          replace
                          aria-current={one === part ? 'page' : undefined}
                          onClick={() => setOpen(false)}
                        >
                          {t(`section.${one}`)}
                        </Link>
                      )}
                    </li>
                  ))}
                </ul>
              </div>
            )
          )
        })}
        {!isManager && <p className="dim">{t('keeping:places.onlyManager')}</p>}
      </div>
    </nav>
  )
}
