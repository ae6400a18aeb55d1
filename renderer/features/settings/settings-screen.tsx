/** What belongs to the office as a whole, one part at a time. `?deel=` opens a part, for links from elsewhere. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../../office/office.ts'
import { FilterChips } from '../../ui/filter-chips.tsx'
import { Page } from '../../ui/page.tsx'
import { LetterheadPart } from '../letter-look/letterhead-part.tsx'
import { SignaturePart } from '../letter-look/signature-part.tsx'
import { TemplatesPart } from '../letter-look/templates-part.tsx'
import { CapacityPart } from './capacity-part.tsx'
import { ClosuresPart } from './closures-part.tsx'
import { DistancesPart } from './distances-part.tsx'
import { LanguagePart } from './language-part.tsx'
import { LettersPart } from './letters-part.tsx'
import { NotesPart } from './notes-part.tsx'
import { OfficePart } from './office-part.tsx'
import { SkillsPart } from './skills-part.tsx'
import { StaffPart } from './staff-part.tsx'
import { StoragePart } from './storage-part.tsx'
import { TermsPart } from './terms-part.tsx'
import './settings.css'

const parts = {
  office: OfficePart,
  letters: LettersPart,
  letterhead: LetterheadPart,
  templates: TemplatesPart,
  signature: SignaturePart,
  staff: StaffPart,
  closures: ClosuresPart,
  capacity: CapacityPart,
  terms: TermsPart,
  skills: SkillsPart,
  distances: DistancesPart,
  notes: NotesPart,
  storage: StoragePart,
  language: LanguagePart,
}
type Part = keyof typeof parts
const order = Object.keys(parts) as Part[]
/** The rest is a manager's: service/keeping/roles.ts. */
const forEverybody: readonly Part[] = ['staff', 'signature', 'storage']

export function SettingsScreen() {
  const { t } = useTranslation(['settings', 'keeping', 'questions', 'projects'])
  const isManager = useOffice().me.role === 'manager'
  const mine = isManager ? order : forEverybody
  const navigate = useNavigate()
  const { deel: asked } = useSearch({ from: '/instellingen' })
  const part = mine.find((one) => one === asked) ?? mine[0] ?? 'storage'
  const Shown = parts[part]
  return (
    <Page title={t('title')} screen={t('title')}>
      <div className="settings-parts">
        <FilterChips
          label={t('sections')}
          value={part}
          onChange={(deel) => void navigate({ to: '/instellingen', search: { deel }, replace: true })}
          chips={mine.map((one) => ({ value: one, label: t(`section.${one}`) }))}
        />
      </div>
      <nav className="settings-places" aria-label={t('keeping:places.label')}>
        <Link to="/instellingen/kopieen" className="link">
          {t('keeping:places.copies')}
        </Link>
        <Link to="/instellingen/toegang" className="link">
          {t('keeping:places.access')}
        </Link>
        <Link to="/gemeenten" className="link">
          {t('municipalities.title')}
        </Link>
        <Link to="/instellingen/projecten" className="link">
          {t('projects:title')}
        </Link>
        {isManager && (
          <Link to="/instellingen/intakeformulier" className="link">
            {t('questions:edit.title')}
          </Link>
        )}
        {isManager && (
          <Link to="/instellingen/logboek" className="link">
            {t('keeping:places.audit')}
          </Link>
        )}
        {!isManager && <span className="dim">{t('keeping:places.onlyManager')}</span>}
      </nav>
      <Shown />
    </Page>
  )
}
