/** The parts of the talk and how far each is; any order is fine. In a narrow window a list to choose from. */
import { NativeSelect, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Section, SectionState } from '#core/intake/definition.ts'
import { StateWord, type StateKind } from '../../ui/state-word.tsx'
import { useIntakeWords } from './intake-words.ts'

const kinds: Record<SectionState, StateKind> = { todo: 'not_yet', busy: 'busy', done: 'done' }

export function SectionRail({
  sections,
  states,
  at,
  onGo,
}: {
  sections: readonly Section[]
  states: readonly SectionState[]
  at: number
  onGo: (key: string) => void
}) {
  const { t } = useTranslation(['conversation', 'intake'])
  const words = useIntakeWords()
  const state = (index: number) => states[index] ?? 'todo'
  return (
    <nav className="intake-rail" aria-label={t('sections')}>
      <p className="dim intake-done">
        {t('sectionsDone', {
          done: states.filter((one) => one === 'done').length,
          total: sections.length,
        })}
      </p>
      <ul className="intake-sections">
        {sections.map((section, index) => (
          <li key={section.key}>
            <UnstyledButton
              className="intake-section"
              {...(index === at ? { 'aria-current': 'step' as const } : {})}
              onClick={() => onGo(section.key)}
            >
              <span>{words.section(section.key)}</span>
              <StateWord kind={kinds[state(index)]}>{t(`intake:sectionState.${state(index)}`)}</StateWord>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <NativeSelect
        className="intake-choose"
        aria-label={t('sections')}
        value={sections[at]?.key ?? ''}
        onChange={(event) => onGo(event.currentTarget.value)}
        data={sections.map((section, index) => ({
          value: section.key,
          label: `${words.section(section.key)} (${t(`intake:sectionState.${state(index)}`).toLowerCase()})`,
        }))}
      />
    </nav>
  )
}
