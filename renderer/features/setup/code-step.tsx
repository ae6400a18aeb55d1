/** The recovery code: on paper twice, in two places, and typed back from the paper. Never on the screen. */
import { Button, Checkbox, UnstyledButton } from '@mantine/core'
import { useEffect, useState, type ReactNode } from 'react'
import { Trans, useTranslation } from 'react-i18next'
import type { Language } from '#core/i18n/index.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { failureOf, type Failure } from '../../office/failure.ts'
import { clockTime } from '../../office/saved.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { ForReaders } from '../../ui/hidden.tsx'
import { savePdf } from '../../ui/save-file.ts'
import { PrintedSheets, SheetPicture, groupCount, groupsOf } from './code-sheet.tsx'
import { Step, StepSign } from './step-rail.tsx'
import type { CodeSheet, StepProps } from './setup-screen.tsx'

type Props = StepProps & {
  sheet: CodeSheet | null
  onSheet: (sheet: CodeSheet) => void
  failure: Failure | null
  retry: () => void
  today: string
}

export function CodeStep({ form, change, next, back, sheet, onSheet, failure, retry, today }: Props) {
  const { t, i18n } = useTranslation(['setup', 'common'])
  const typed = useTypedCode(form.typedCode)
  const [asPdf, setAsPdf] = useState(false)
  const subtitle = `${form.office.name}, ${formatLong(today, i18n.language as Language)}`
  const ready = sheet !== null && sheet.printedAt !== '' && sheet.putAway && typed.complete
  const feedback =
    form.typedCode.trim() === ''
      ? ''
      : typed.complete
        ? t('code.complete')
        : typed.wrongGroup > 0
          ? t('code.wrong', { group: typed.wrongGroup })
          : t('code.right', { count: typed.groupsRight, total: groupCount })

  function print(): void {
    window.print()
    if (sheet) onSheet({ ...sheet, printedAt: clockTime(new Date()) })
  }
  return (
    <Step
      title={t('code.title')}
      lead={<Trans t={t} i18nKey="code.lead" />}
      onNext={next}
      onBack={back}
      disabled={!ready}
    >
      {failure && (
        <FailureMessage failure={failure} action={<Button onClick={retry}>{t('common:retry')}</Button>} />
      )}
      {!sheet && !failure && <p role="status">{t('code.making')}</p>}
      {sheet && (
        <div className="code-columns">
          <SheetPicture subtitle={subtitle} />
          <ol className="code-steps">
            <CodeTask number={1} done={sheet.printedAt !== ''} title={t('code.print')}>
              {sheet.printedAt === '' ? (
                <>
                  <p className="dim">{t('code.printText')}</p>
                  <Button variant="default" onClick={print}>
                    {t('code.printButton')}
                  </Button>
                </>
              ) : (
                <>
                  <p>{t('code.printed', { time: sheet.printedAt })}</p>
                  <UnstyledButton className="link" onClick={print}>
                    {t('code.printAgain')}
                  </UnstyledButton>
                </>
              )}{' '}
              <UnstyledButton
                className="link"
                onClick={() => {
                  savePdf(sheet.sheet, t('code.pdfName'))
                  setAsPdf(true)
                  onSheet({ ...sheet, printedAt: clockTime(new Date()) })
                }}
              >
                {t('code.pdf')}
              </UnstyledButton>
              {asPdf && <p className="dim">{t('code.pdfSaved')}</p>}
            </CodeTask>
            <CodeTask number={2} done={sheet.putAway} title={t('code.put')}>
              <p>{t('code.putText')}</p>
              <Checkbox
                label={t('code.putTick')}
                checked={sheet.putAway}
                onChange={(event) => onSheet({ ...sheet, putAway: event.currentTarget.checked })}
              />
            </CodeTask>
            <CodeTask number={3} done={typed.complete} title={t('code.type')}>
              <p className="dim">{t('code.typeText')}</p>
              <TextField
                label={t('code.typeLabel')}
                className="code-typed"
                noSpelling
                value={form.typedCode}
                onChange={(typedCode) => change({ typedCode: inGroups(typedCode) })}
              />
              <p className={typed.complete ? 'code-right' : 'dim'} role="status">
                {feedback}
              </p>
              {typed.failure && <FailureMessage failure={typed.failure} />}
            </CodeTask>
          </ol>
          <PrintedSheets groups={groupsOf(sheet.code)} keyId={sheet.keyId} subtitle={subtitle} />
        </div>
      )}
    </Step>
  )
}

export function CodeTask({
  number,
  done,
  title,
  children,
}: {
  number: number
  done: boolean
  title: string
  children: ReactNode
}) {
  const { t } = useTranslation('setup')
  return (
    <li className="code-task">
      <StepSign done={done} number={number} />
      <div>
        <h2 className="code-task-title">
          {title}
          {done && <ForReaders> {t('code.done')}</ForReaders>}
        </h2>
        {children}
      </div>
    </li>
  )
}

/** As it stands on the paper, so that the eye can follow. What was typed wrong stays. */
function inGroups(typed: string): string {
  const bare = typed.toUpperCase().replace(/[\s-]/g, '')
  return (bare.match(/.{1,4}/g) ?? []).join(' ')
}

/** What the service says of what was typed. `wrongGroup`: the first full group that differs, 0 for none. */
function useTypedCode(typedCode: string) {
  const [answer, setAnswer] = useState({ groupsRight: 0, complete: false })
  const [failure, setFailure] = useState<Failure | null>(null)
  useEffect(() => {
    let latest = true
    if (typedCode.trim() === '') setAnswer({ groupsRight: 0, complete: false })
    else
      client.setup.checkCode({ typed: typedCode }).then(
        (found) => {
          if (!latest) return
          setAnswer(found)
          setFailure(null)
        },
        (error: unknown) => {
          if (latest) setFailure(failureOf(error))
        },
      )
    return () => {
      latest = false
    }
  }, [typedCode])
  const fullGroups = Math.floor(typedCode.replace(/\s/g, '').length / 4)
  const wrongGroup = fullGroups > answer.groupsRight ? answer.groupsRight + 1 : 0
  return { ...answer, wrongGroup, failure }
}
