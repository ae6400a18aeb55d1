/** What belongs to the office as a whole, one part at a time. `?deel=` opens a part, for links from elsewhere. */
import { useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useOffice } from '../../office/office.ts'
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
import { SettingsNav } from './settings-nav.tsx'
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
export type Part = keyof typeof parts
const order = Object.keys(parts) as Part[]
/** The rest is a manager's: service/keeping/roles.ts. */
const forEverybody: readonly Part[] = ['staff', 'signature', 'storage']

export function SettingsScreen() {
  const { t } = useTranslation('settings')
  const isManager = useOffice().me.role === 'manager'
  const mine = isManager ? order : forEverybody
  const { deel: asked } = useSearch({ from: '/instellingen' })
  const part = mine.find((one) => one === asked) ?? mine[0] ?? 'storage'
  const Shown = parts[part]
  return (
    <Page title={t('title')} screen={t('title')}>
      <div className="settings-around">
        <SettingsNav mine={mine} part={part} />
        <div>
          <Shown />
        </div>
      </div>
    </Page>
  )
}
