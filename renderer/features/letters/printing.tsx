/** "Afdrukken": one file of all letters, and then the question that only a person can answer. */
import { Button, Checkbox } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PrintRun } from '#core/api/letter-sending.ts'
import type { LetterRow } from '#core/api/letters.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { usePaper } from '../../ui/paper.ts'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AboutWhom } from './about-whom.tsx'

export function Printing({ runs, toPrint }: { runs: readonly PrintRun[]; toPrint: readonly LetterRow[] }) {
  const { t } = useTranslation('sending')
  const [twoSided, setTwoSided] = useState(true)
  if (runs.length === 0 && toPrint.length === 0)
    return <EmptyState title={t('print.emptyTitle')}>{t('print.emptyText')}</EmptyState>
  return (
    <div className="letters-stack">
      <Checkbox
        label={t('print.twoSided')}
        checked={twoSided}
        onChange={(event) => setTwoSided(event.currentTarget.checked)}
      />
      {runs.map((run) => (
        <RunQuestion key={run.id} run={run} twoSided={twoSided} />
      ))}
      {toPrint.length > 0 && <ToPrint letters={toPrint} twoSided={twoSided} />}
    </div>
  )
}

function RunQuestion({ run, twoSided }: { run: PrintRun; twoSided: boolean }) {
  const { t } = useTranslation(['sending', 'letters', 'enums'])
  const { today } = useOffice()
  const toast = useToast()
  const [on, setOn] = useState<string | null>(today)
  const [how, setHow] = useState<'post' | 'handed'>('post')
  const [from, setFrom] = useState('1')
  const finish = useCommand(client.letterSending.finishRun)
  const paper = usePaper(client.letterSending.printAgain)
  const count = run.letters.length
  const numbers =
    count === 1
      ? (run.letters[0]?.number ?? '')
      : t('ready.numbers', { first: run.letters[0]?.number, last: run.letters.at(-1)?.number })
  async function yes(): Promise<void> {
    const done = await finish.run({ runId: run.id, sent_on: on ?? today, sent_how: how })
    if (done) toast({ text: t('print.yesDone', { count }), changeSetId: done.changeSetId })
  }
  return (
    <Sheet title={t('print.question')} className="letters-run">
      <p>{t('print.questionText', { count, numbers, date: formatShort(run.madeAt.slice(0, 10)) })}</p>
      <div className="letters-answers">
        <div className="form">
          <DateField
            className="form-short"
            label={t('letters:sent.on')}
            today={today}
            required
            value={on}
            onChange={setOn}
            problem={problemOf(finish.failure, 'sent_on')}
          />
          <ChoiceField
            row
            label={t('letters:sent.how')}
            value={how}
            onChange={setHow}
            choices={(['post', 'handed'] as const).map((value) => ({
              value,
              label: t(`enums:sentHow.${value}`),
            }))}
          />
          <div className="letter-actions">
            <Button loading={finish.busy} onClick={() => void yes()}>
              {t('print.yes')}
            </Button>
          </div>
        </div>
        <div className="form">
          <SelectField
            label={t('print.from')}
            value={from}
            onChange={setFrom}
            choices={run.letters.map((one) => ({ value: String(one.position), label: one.number }))}
          />
          <div className="letter-actions">
            <Button
              variant="default"
              loading={paper.busy}
              onClick={() => void paper.run({ runId: run.id, from: Number(from), twoSided })}
            >
              {t('print.no')}
            </Button>
          </div>
          <p className="dim">{t('print.later')}</p>
        </div>
      </div>
      {finish.failure && finish.failure.code !== 'INVALID' && <FailureMessage failure={finish.failure} />}
      {paper.failure && <FailureMessage failure={paper.failure} />}
    </Sheet>
  )
}

function ToPrint({ letters, twoSided }: { letters: readonly LetterRow[]; twoSided: boolean }) {
  const { t } = useTranslation(['sending', 'letters'])
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set())
  const paper = usePaper(client.letterSending.startRun)
  const ids = letters.filter((one) => !left.has(one.id)).map((one) => one.id)
  const toggle = (id: number): void =>
    setLeft((now) => (now.has(id) ? new Set([...now].filter((one) => one !== id)) : new Set([...now, id])))
  return (
    <Sheet title={t('print.title')}>
      <p className="dim letters-before">{t('print.lead')}</p>
      <div className="table-scroll">
        <table className="data-table" aria-label={t('print.title')}>
          <thead>
            <tr>
              <th scope="col">{t('print.choose')}</th>
              <th scope="col">{t('letters:list.number')}</th>
              <th scope="col">{t('letters:list.person')}</th>
              <th scope="col">{t('letters:list.kind')}</th>
              <th scope="col">{t('letters:list.municipality')}</th>
            </tr>
          </thead>
          <tbody>
            {letters.map((letter) => (
              <tr key={letter.id}>
                <td>
                  <Checkbox
                    aria-label={t('print.chooseOne', { number: letter.number })}
                    checked={!left.has(letter.id)}
                    onChange={() => toggle(letter.id)}
                  />
                </td>
                <th scope="row">{letter.number}</th>
                <td>
                  <AboutWhom id={letter.participantId}>{letter.personName}</AboutWhom>
                </td>
                <td>{t(`letters:kind.${letter.kind}`)}</td>
                <td>{letter.municipalityName}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-actions letters-after">
        <Button
          disabled={ids.length === 0}
          loading={paper.busy}
          onClick={() => void paper.run({ ids, twoSided })}
        >
          {t('print.run', { count: ids.length })}
        </Button>
      </div>
      {paper.failure && <FailureMessage failure={paper.failure} />}
    </Sheet>
  )
}
