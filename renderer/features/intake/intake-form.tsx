/** The talk: parts at the left, questions in the middle, notes always open at the right. */
import { Button } from '@mantine/core'
import { IconPrinter, IconScreenShare } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findQuestion, intakeProgress, missingForFinish, sectionState } from '#core/intake/definition.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'
import { useToast } from '../../ui/toast.tsx'
import type { Person } from '../participants/person-head.tsx'
import { asText } from './answer.ts'
import { IntakeLead } from './intake-lead.tsx'
import { useFormWords, WordsProvider } from './intake-words.ts'
import { MissingList } from './missing-list.tsx'
import { NotesBox } from './notes-box.tsx'
import { ParticipantView } from './participant/participant-view.tsx'
import { focusQuestion, questionAt, usePlace } from './place.ts'
import { SectionRail } from './section-rail.tsx'
import { SectionSheet, type OpenIntake } from './section-sheet.tsx'
import { KeeperProvider, useKeeper } from './use-kept.ts'

export function IntakeForm({ intake, person }: { intake: OpenIntake; person: Person }) {
  const { t } = useTranslation('conversation')
  const navigate = useNavigate()
  const toast = useToast()
  const words = useFormWords(intake.form)
  const { keeper, returned } = useKeeper(intake.id)
  const { deel, vraag, versie } = useSearch({ from: '/deelnemers/$id/intake' })
  const finish = useCommand(client.intakes.finish)
  const paper = usePaper(client.intakeForms.printFilled)
  const print = () => paper.run({ intakeId: intake.id })
  usePrintKey(print)
  const [asking, setAsking] = useState(false)
  const [showMissing, setShowMissing] = useState(false)
  const [viewed, setViewed] = useState<string | null>(null)

  const { form, answers } = intake
  const sections = withTalks(form.sections)
  const states = sections.map((section) => sectionState(section, answers))
  const sectionOf = (question: string) =>
    sections.findIndex((section) => section.questions.some((one) => one.key === question))
  const [start] = useState(() => intake.stopped_at)
  const place = usePlace(intake.id, start)
  const firstOpen = sections.findIndex((section, index) => !section.ownPage && states[index] !== 'done')
  const asked = vraag && !deel ? sectionOf(vraag) : sections.findIndex((section) => section.key === deel)
  const [startAt] = useState(() => Math.max(sectionOf(start) >= 0 ? sectionOf(start) : firstOpen, 0))
  const at = asked >= 0 ? asked : startAt
  const section = sections[at]
  const missing = missingForFinish(form, answers)
  const progress = intakeProgress(form, answers)

  const go = (key: string, question?: string): void =>
    void navigate({
      to: '/deelnemers/$id/intake',
      params: { id: String(person.id) },
      search: { deel: key, ...(question ? { vraag: question } : {}), ...(versie ? { versie } : {}) },
    })
  useEffect(() => {
    if (vraag) focusQuestion(vraag)
    else if (deel) document.getElementById('intake-section')?.focus()
    else if (start) focusQuestion(start)
  }, [deel, vraag, start])

  /** F9: the question with the focus, or the last one that had it, in this section. */
  const showParticipant = (): void => {
    const here = questionAt(document.activeElement) ?? place.now()
    const inSection = section?.questions.some((one) => one.key === here)
    setViewed((inSection ? here : section?.questions[0]?.key) ?? here)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'F9' || event.defaultPrevented || document.querySelector('[role="dialog"]')) return
      event.preventDefault()
      showParticipant()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  })
  function back(question: string): void {
    setViewed(null)
    place.put(question)
    const to = sections[sectionOf(question)]
    if (to && to.key !== section?.key) go(to.key, question)
    // The page is still hidden while the view goes away.
    else requestAnimationFrame(() => focusQuestion(question))
  }

  async function askToFinish(): Promise<void> {
    await saveEverything()
    setShowMissing(missing.length > 0)
    setAsking(missing.length === 0)
  }
  async function finishNow(): Promise<void> {
    const answer = await finish.run({ id: intake.id })
    if (!answer) return
    setAsking(false)
    toast({ text: t('finish.done'), changeSetId: answer.changeSetId })
    void navigate({ to: '/deelnemers/$id', params: { id: String(person.id) } })
  }

  /** From the notes into a field: behind what stands there. */
  function put(question: string, text: string): void {
    const asked = findQuestion(form, question)
    const server = answers.find((one) => one.question === question)
    const field = keeper.field(`q.${question}`, server ?? { question, value: null, noAnswer: null }, {
      name: question,
      save: (answer) => client.intakes.saveAnswer({ id: intake.id, answer }),
    })
    const before = asText(field.now().value.value)
    const between = before === '' ? '' : asked?.type === 'longText' ? '\n' : ', '
    field.change({ question, value: `${before}${between}${text}`, noAnswer: null })
    toast({ text: t('notes.done', { question: words.question(question) }) })
    const to = sections[sectionOf(question)]
    if (to && to.key !== section?.key) go(to.key, question)
    else focusQuestion(question)
  }
  return (
    <KeeperProvider value={keeper}>
      <WordsProvider value={words}>
        <Page
          className="intake"
          screen={t('screen')}
          title={<bdi>{t('title', { name: person.names.full })}</bdi>}
          lead={<IntakeLead intake={intake} progress={progress} returned={returned} />}
          actions={
            <>
              <Button
                variant="default"
                leftSection={<IconScreenShare size={18} stroke={2} aria-hidden />}
                rightSection={<kbd>F9</kbd>}
                onClick={showParticipant}
              >
                {t('view.open')}
              </Button>
              <Button
                variant="default"
                loading={paper.busy}
                leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
                onClick={print}
              >
                {t('print')}
              </Button>
              <Button variant="default" onClick={() => void askToFinish()}>
                {t('finish.button')}
              </Button>
            </>
          }
        >
          {paper.failure && <FailureMessage failure={paper.failure} />}
          {showMissing && missing.length > 0 && <MissingList missing={missing} onGo={go} />}
          <div className="intake-columns">
            <SectionRail sections={sections} states={states} at={at} onGo={(key) => go(key)} />
            {section && (
              <SectionSheet
                key={section.key}
                intake={intake}
                person={person}
                section={section}
                before={sections[at - 1]}
                after={sections[at + 1]}
                onGo={go}
                onLast={() => void askToFinish()}
              />
            )}
            <NotesBox intake={intake} section={section} onPut={put} />
          </div>
          <Ask
            opened={asking}
            title={t('finish.title')}
            answer={t('finish.button')}
            onAnswer={() => void finishNow()}
            onClose={() => setAsking(false)}
            busy={finish.busy}
          >
            <p>{t('finish.text')}</p>
            {finish.failure && <FailureMessage failure={finish.failure} />}
          </Ask>
        </Page>
        {viewed !== null && (
          <ParticipantView intake={intake} person={person} start={viewed} onClose={back} onMove={place.put} />
        )}
      </WordsProvider>
    </KeeperProvider>
  )
}

/** The talks have a place of their own, also where the office asks nothing about the talk. */
function withTalks(sections: OpenIntake['form']['sections']): OpenIntake['form']['sections'] {
  if (sections.some(({ key }) => key === 'conversation')) return sections
  return [{ key: 'conversation', ownPage: false, questions: [] }, ...sections]
}
