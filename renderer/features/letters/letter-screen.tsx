/** One letter: the page as it will be, what is missing, where the figures come from, and the words of staff. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type {
  HoursDraft,
  HoursLetterView,
  IntakeDraft,
  IntakeLetterView,
  LetterDraft,
  LetterView,
  ProgressLetterView,
  ReadyDraft,
  ReadyLetterView,
  ResultsDraft,
  ResultsLetterView,
} from '#core/api/letters.ts'
import { formatLong } from '#core/calendar/dates.ts'
import type { HoursFacts, IntakeFacts, ReadyFacts } from '#core/letters/facts.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { AreaField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { LetterBlocks } from '../letter-look/letter-blocks.tsx'
import { CaseManagerChoice } from './case-manager-choice.tsx'
import { ChangesSheet } from './changes-sheet.tsx'
import { CopyGiven } from './copy-given.tsx'
import { FinaliseDialog } from './finalise-dialog.tsx'
import { Gaps } from './gaps.tsx'
import { HoursFactsSheet } from './hours-facts.tsx'
import { HoursPeriod } from './hours-period.tsx'
import { IntakeFactsSheet } from './intake-facts.tsx'
import { IntakeTextsSheet } from './intake-texts.tsx'
import { KindDraft } from './kind-draft.tsx'
import { KindFactsSheet } from './kind-facts.tsx'
import { Notes } from './notes.tsx'
import { Preview } from './preview.tsx'
import { ReadyFactsSheet, ReadyTextsSheet } from './ready-sheets.tsx'
import { ResultsFactsSheet, ResultsTextsSheet } from './results-sheets.tsx'
import { ReviewCard } from './review-card.tsx'
import { SentSheet } from './sent-sheet.tsx'
import { Sources } from './sources.tsx'
import { StandingCard, StandingMessages } from './standing-card.tsx'
import { TextHints } from './text-hints.tsx'
import { Texts } from './texts.tsx'
import './letters.css'

export function LetterScreen() {
  const { t } = useTranslation('letters')
  const id = Number(useParams({ from: '/brieven/$id' }).id)
  const letter = useQuery(orpc.letters.get.queryOptions({ input: { id } }))
  const found = letter.isSuccess
  useEffect(() => {
    if (found) void client.search.opened({ kind: 'letter', id }).catch(() => undefined) // only the list of recent ones
  }, [found, id])
  if (letter.isPending) return <PageWait />
  if (letter.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(letter.error)}
        screen={t('screen')}
        retry={() => void letter.refetch()}
      />
    )
  if (letter.data.number === null) return <DraftOfKind key={id} letter={letter.data} />
  return <FinalLetter key={id} letter={letter.data} />
}

function DraftOfKind({ letter }: { letter: LetterView }) {
  switch (letter.kind) {
    case 'progress':
      return <ProgressDraft letter={letter} />
    case 'intake':
      return <IntakeDraftLetter letter={letter} />
    case 'hours':
      return <HoursDraftLetter letter={letter} />
    case 'ready_for_work':
      return <ReadyDraftLetter letter={letter} />
    case 'results':
      return <ResultsDraftLetter letter={letter} />
    default:
      return <KindDraft letter={letter} frame={DraftLetter} />
  }
}

/** What core/letters made; the contract carries it as plain JSON. */
function FactsOf({ letter }: { letter: LetterView }) {
  if (letter.kind === 'results') return <ResultsFactsSheet letter={letter} />
  const { kind, facts, participantId } = letter
  switch (kind) {
    case 'progress':
      return null // each part of it says for itself where it comes from
    case 'intake':
      return <IntakeFactsSheet facts={facts as unknown as IntakeFacts} participantId={participantId} />
    case 'hours':
      return <HoursFactsSheet facts={facts as unknown as HoursFacts} />
    case 'ready_for_work':
      return <ReadyFactsSheet facts={facts as unknown as ReadyFacts} participantId={participantId} />
    default:
      return <KindFactsSheet letter={letter} />
  }
}

function ProgressDraft({ letter }: { letter: ProgressLetterView }) {
  const { id } = letter
  const draft = useAutosave<LetterDraft>('draft', letter.draft, (value) =>
    client.letters.saveDraft({ id, kind: 'progress', draft: value }),
  )
  return (
    <DraftLetter letter={letter}>
      <Notes
        notes={letter.notes}
        until={letter.period_to}
        leftOut={draft.value.leftOutNotes}
        onChange={(leftOutNotes) => draft.onChange({ ...draft.value, leftOutNotes })}
        shortened={draft.value.shortened ?? []}
        onShorten={(shortened) => draft.onChange({ ...draft.value, shortened })}
        onBlur={draft.onBlur}
      />
      <Texts
        texts={draft.value.texts}
        onChange={(texts) => draft.onChange({ ...draft.value, texts })}
        onBlur={draft.onBlur}
      />
    </DraftLetter>
  )
}

function IntakeDraftLetter({ letter }: { letter: IntakeLetterView }) {
  const { id } = letter
  const draft = useAutosave<IntakeDraft>('draft', letter.draft, (value) =>
    client.letters.saveDraft({ id, kind: 'intake', draft: value }),
  )
  return (
    <DraftLetter letter={letter}>
      <IntakeTextsSheet
        texts={draft.value.texts}
        onChange={(texts) => draft.onChange({ texts })}
        onBlur={draft.onBlur}
      />
    </DraftLetter>
  )
}

function HoursDraftLetter({ letter }: { letter: HoursLetterView }) {
  const { t } = useTranslation('letters')
  const { id } = letter
  const draft = useAutosave<HoursDraft>('draft', letter.draft, (value) =>
    client.letters.saveDraft({ id, kind: 'hours', draft: value }),
  )
  const set = (part: Partial<HoursDraft['texts']>) =>
    draft.onChange({ texts: { ...draft.value.texts, ...part } })
  return (
    <DraftLetter letter={letter} first={<HoursPeriod letter={letter} />}>
      <Sheet title={t('texts.title')}>
        <p className="dim letter-lead">{t('hours.lead')}</p>
        <AreaField
          id="letter-remark"
          label={t('hours.remark')}
          hint={t('hours.remarkHint')}
          value={draft.value.texts.remark}
          onChange={(remark) => set({ remark })}
          onBlur={draft.onBlur}
        />
        <TextHints text={draft.value.texts.remark} />
        <CopyGiven value={draft.value.texts.copy_given} onChange={set} />
      </Sheet>
    </DraftLetter>
  )
}

function ReadyDraftLetter({ letter }: { letter: ReadyLetterView }) {
  const { id } = letter
  const draft = useAutosave<ReadyDraft>('draft', letter.draft, (value) =>
    client.letters.saveDraft({ id, kind: 'ready_for_work', draft: value }),
  )
  return (
    <DraftLetter letter={letter}>
      <ReadyTextsSheet
        texts={draft.value.texts}
        onChange={(texts) => draft.onChange({ texts })}
        onBlur={draft.onBlur}
      />
    </DraftLetter>
  )
}

function ResultsDraftLetter({ letter }: { letter: ResultsLetterView }) {
  const { id } = letter
  const draft = useAutosave<ResultsDraft>('draft', letter.draft, (value) =>
    client.letters.saveDraft({ id, kind: 'results', draft: value }),
  )
  return (
    <DraftLetter letter={letter}>
      <ResultsTextsSheet
        texts={draft.value.texts}
        onChange={(texts) => draft.onChange({ texts })}
        onBlur={draft.onBlur}
      />
    </DraftLetter>
  )
}

/** `first`: what the letter is about. `children`: the words of staff, which go with the kind of letter. */
function DraftLetter({
  letter,
  first,
  children,
}: {
  letter: LetterView
  first?: ReactNode
  children: ReactNode
}) {
  const { t } = useTranslation(['letters', 'sending'])
  const { id } = letter
  const navigate = useNavigate()
  const toast = useToast()
  const [asking, setAsking] = useState(false)
  const remove = useCommand(client.letters.removeDraft)
  usePrintKey(() => toast({ text: t('letter.firstFinalise') }))

  async function throwAway(): Promise<void> {
    await saveEverything()
    const done = await remove.run({ id })
    if (!done) return
    toast({ text: t('letter.removed'), changeSetId: done.changeSetId })
    void navigate({ to: '/brieven', search: {} })
  }
  return (
    <Page
      title={t(`letter.title.${letter.kind}`, { name: letter.personName })}
      screen={t('screen')}
      lead={letter.state === 'review' ? t('sending:review.lead') : t('letter.draftLead')}
      actions={
        <>
          <Button variant="outline" color="red" loading={remove.busy} onClick={() => void throwAway()}>
            {t('letter.removeDraft')}
          </Button>
          <Button onClick={() => void saveEverything().then(() => setAsking(true))}>
            {t('letter.finalise')}
          </Button>
        </>
      }
    >
      {remove.failure && <FailureMessage failure={remove.failure} />}
      <div className="letter-columns">
        <Preview id={id} final={false} />
        <div className="letter-side">
          {first}
          <ReviewCard id={id} />
          <Gaps letter={letter} />
          <ChangesSheet letterId={id} />
          <CaseManagerChoice letterId={id} />
          {letter.kind !== 'results' && <Sources letter={letter} />}
          <FactsOf letter={letter} />
          {children}
          <LetterBlocks letter={letter} />
        </div>
      </div>
      {asking && <FinaliseDialog letter={letter} onClose={() => setAsking(false)} />}
    </Page>
  )
}

function FinalLetter({ letter }: { letter: LetterView }) {
  const { t, i18n } = useTranslation(['letters', 'enums', 'sending'])
  const lang = i18n.language === 'en' ? 'en' : 'nl'
  const { id, state } = letter
  const number = letter.number ?? ''
  const paper = usePaper(client.letters.openForPrint)
  const print = () => paper.run({ id })
  usePrintKey(print)

  const lead =
    state === 'sent' && letter.sent_on && letter.sent_how
      ? t('letter.sentLead', {
          number,
          how: t(`enums:sentHow.${letter.sent_how}`),
          date: formatLong(letter.sent_on, lang),
        })
      : state === 'withdrawn'
        ? t('letter.withdrawnLead', { number })
        : state === 'replaced'
          ? t('sending:standing.replacedLead', { number })
          : t('letter.finalLead', { number, date: formatLong(letter.dated_on, lang) })
  return (
    <Page
      title={t(`letter.title.${letter.kind}`, { name: letter.personName })}
      screen={t('screen')}
      lead={lead}
      actions={
        <Button
          leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
          loading={paper.busy}
          onClick={print}
        >
          {t('letter.print')}
        </Button>
      }
    >
      {paper.failure && <FailureMessage failure={paper.failure} />}
      <div className="letter-columns">
        <Preview id={id} final />
        <div className="letter-side">
          <StandingMessages id={id} />
          {(state === 'final' || state === 'sent') && <SentSheet letter={letter} />}
          {(state === 'final' || state === 'sent') && <StandingCard letter={letter} />}
          {letter.kind !== 'results' && <Sources letter={letter} />}
          <FactsOf letter={letter} />
        </div>
      </div>
    </Page>
  )
}
