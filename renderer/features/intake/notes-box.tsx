/** The notes of the talk, always open; what is selected in them can be put in a field of the form. */
import { Button, Menu } from '@mantine/core'
import { IconArrowRight } from '@tabler/icons-react'
import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Section } from '#core/intake/definition.ts'
import { client } from '../../client.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { useIntakeWords } from './intake-words.ts'
import type { OpenIntake } from './section-sheet.tsx'
import { useKept } from './use-kept.ts'

/** So much of what is selected is shown on the button. */
const shownLength = 18

/** `onPut` takes the question and the words. */
export function NotesBox({
  intake,
  section,
  onPut,
}: {
  intake: OpenIntake
  section: Section | undefined
  onPut: (question: string, text: string) => void
}) {
  const { t } = useTranslation('conversation')
  const words = useIntakeWords()
  const notes = useKept('notes', intake.notes, (value) =>
    client.intakes.saveNotes({ id: intake.id, notes: value }),
  )
  const [selected, setSelected] = useState('')
  const isText = (one: Section) => one.questions.filter(({ type }) => type === 'text' || type === 'longText')
  const here = section ? isText(section) : []
  const elsewhere = intake.form.sections
    .filter((one) => one.key !== section?.key && isText(one).length > 0)
    .map((one) => ({ section: one.key, questions: isText(one) }))

  function look(event: SyntheticEvent): void {
    const box = event.target
    if (!(box instanceof HTMLTextAreaElement)) return
    setSelected(box.value.slice(box.selectionStart, box.selectionEnd).trim())
  }
  const short = selected.length > shownLength ? `${selected.slice(0, shownLength).trimEnd()}…` : selected
  const item = (key: string) => (
    <Menu.Item key={key} onClick={() => onPut(key, selected)}>
      {words.question(key)}
    </Menu.Item>
  )
  return (
    <section className="intake-notes" aria-labelledby="intake-notes-title">
      <h2 id="intake-notes-title">{t('notes.title')}</h2>
      <p className="dim">{t('notes.hint')}</p>
      <div role="presentation" onSelect={look} onKeyUp={look}>
        <AreaField
          label={t('notes.title')}
          id="intake-notes"
          className="intake-notes-area"
          rows={13}
          maxRows={16}
          {...notes}
        />
      </div>
      {selected === '' ? (
        <p className="dim intake-notes-how">{t('notes.how')}</p>
      ) : (
        <Menu position="top-start" transitionProps={{ duration: 0 }} width={320} withinPortal={false}>
          <Menu.Target>
            <Button
              variant="default"
              fullWidth
              justify="space-between"
              rightSection={<IconArrowRight size={18} stroke={2} aria-hidden />}
            >
              {t('notes.put', { text: short })}
            </Button>
          </Menu.Target>
          <Menu.Dropdown className="intake-put">
            {here.length > 0 && <Menu.Label>{words.section(section?.key ?? '')}</Menu.Label>}
            {here.map(({ key }) => item(key))}
            {elsewhere.map((group) => [
              <Menu.Label key={`label-${group.section}`}>{words.section(group.section)}</Menu.Label>,
              ...group.questions.map(({ key }) => item(key)),
            ])}
          </Menu.Dropdown>
        </Menu>
      )}
    </section>
  )
}
