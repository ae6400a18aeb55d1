/** The parts of the form and how much of each is asked. In a narrow window a list to choose from. */
import { NativeSelect, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ResolvedForm } from '#core/intake/form.ts'
import { useIntakeWords } from '../intake/intake-words.ts'

export function FormSections({
  whole,
  form,
  at,
  isOff,
  onGo,
}: {
  whole: ResolvedForm
  form: ResolvedForm
  at: string
  isOff: (key: string) => boolean
  onGo: (key: string) => void
}) {
  const { t } = useTranslation('questions')
  const words = useIntakeWords()
  const state = (key: string): string => {
    const all = whole.sections.find((one) => one.key === key)
    if (isOff(key)) return t('edit.off')
    if (all?.ownPage) return t('edit.ownPage')
    const asked = form.sections.find((one) => one.key === key)?.questions.length ?? 0
    return t('edit.countOf', { count: asked, total: all?.questions.length ?? 0 })
  }
  return (
    <nav className="iform-sections" aria-label={t('edit.sections')}>
      <ul>
        {whole.sections.map(({ key }) => (
          <li key={key}>
            <UnstyledButton
              className="iform-section"
              {...(key === at ? { 'aria-current': 'true' as const } : {})}
              onClick={() => onGo(key)}
            >
              <span>{words.section(key)}</span> <span className="dim">{state(key)}</span>
            </UnstyledButton>
          </li>
        ))}
      </ul>
      <NativeSelect
        className="iform-choose"
        label={t('edit.sections')}
        value={at}
        onChange={(event) => onGo(event.currentTarget.value)}
        data={whole.sections.map(({ key }) => ({
          value: key,
          label: `${words.section(key)} (${state(key)})`,
        }))}
      />
    </nav>
  )
}
