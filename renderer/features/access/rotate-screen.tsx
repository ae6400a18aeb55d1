/** A new recovery code: on paper twice, typed back, and only then the data go into a file with the new key. */
import { Button, Checkbox, UnstyledButton } from '@mantine/core'
import { Link, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '#core/i18n/index.ts'
import type { Outputs } from '#core/api/contract.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { onSubmit } from '../../forms/submit.ts'
import { PasswordField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { lock } from '../../office/lock.ts'
import { useOffice } from '../../office/office.ts'
import { clockTime } from '../../office/saved.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page } from '../../ui/page.tsx'
import { savePdf } from '../../ui/save-file.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { CodeTask } from '../setup/code-step.tsx'
import { PrintedSheets, SheetPicture, groupCount, groupsOf } from '../setup/code-sheet.tsx'
import { BackToSettings } from '../keeping/back-link.tsx'
import { CodeField } from './code-field.tsx'
import { PasswordDialog } from './people.tsx'
import '../keeping/keeping.css'
import '../setup/setup.css'
import './rotate.css'

type NewCode = Outputs['access']['beginRotate']
type Without = Outputs['access']['finishRotate']['withoutPassword']

export function RotateScreen() {
  const { t } = useTranslation('keeping')
  const { me } = useOffice()
  const [code, setCode] = useState<NewCode | null>(null)
  const [password, setPassword] = useState('')
  const [without, setWithout] = useState<Without | null>(null)
  if (without) return <Rotated without={without} />
  return (
    <Page title={t('access.rotate.title')} screen={t('access.rotate.title')} lead={t('access.rotate.lead')}>
      {!code && <BackToSettings />}
      {me.role !== 'manager' ? (
        <Message kind="info" title={t('access.onlyManager')} />
      ) : code ? (
        <OnPaper code={code} password={password} onDone={setWithout} />
      ) : (
        <Begin password={password} onPassword={setPassword} onCode={setCode} />
      )}
    </Page>
  )
}

function Begin({
  password,
  onPassword,
  onCode,
}: {
  password: string
  onPassword: (password: string) => void
  onCode: (code: NewCode) => void
}) {
  const { t } = useTranslation('keeping')
  const begin = useCommand(client.access.beginRotate, { saves: false })
  return (
    <Sheet title={t('access.rotate.begin')} className="rotate-begin">
      <form
        noValidate
        className="form"
        onSubmit={onSubmit(async () => {
          const made = await begin.run({ password })
          if (made) onCode(made)
        })}
      >
        <p>{t('access.rotate.beginText')}</p>
        <PasswordField
          label={t('password.own')}
          showLabel={t('password.show')}
          autoFocus
          value={password}
          onChange={onPassword}
          problem={problemOf(begin.failure, 'password')}
        />
        {begin.failure && begin.failure.code !== 'INVALID' && <FailureMessage failure={begin.failure} />}
        <div className="form-actions">
          <Button type="submit" loading={begin.busy} disabled={password === ''}>
            {t('access.rotate.beginAction')}
          </Button>
        </div>
      </form>
    </Sheet>
  )
}

function OnPaper({
  code,
  password,
  onDone,
}: {
  code: NewCode
  password: string
  onDone: (without: Without) => void
}) {
  const { t, i18n } = useTranslation(['keeping', 'setup', 'common'])
  const { officeName, today } = useOffice()
  const navigate = useNavigate()
  const [printedAt, setPrintedAt] = useState('')
  const [putAway, setPutAway] = useState(false)
  const [typed, setTyped] = useState('')
  const finish = useCommand(
    async (input: { typedCode: string; password: string }) => {
      await saveEverything()
      return lock.reopening(client.access.finishRotate(input))
    },
    { saves: false },
  )
  const groups = groupsOf(code.code)
  const given = groupsOf(typed)
  const right = groups.findIndex((group, index) => given[index] !== group)
  const groupsRight = right === -1 ? groups.length : right
  const complete = right === -1 && given.length === groups.length
  const wrong = (given[groupsRight] ?? '').length === 4 && !complete
  const subtitle = `${officeName}, ${formatLong(today, i18n.language as Language)}`
  const printed = () => setPrintedAt(clockTime(new Date()))
  const feedback =
    typed.trim() === ''
      ? ''
      : complete
        ? t('setup:code.complete')
        : wrong
          ? t('setup:code.wrong', { group: groupsRight + 1 })
          : t('setup:code.right', { count: groupsRight, total: groupCount })

  return (
    <div className="code-columns rotate-columns">
      <SheetPicture subtitle={subtitle} />
      <form
        noValidate
        onSubmit={onSubmit(async () => {
          const done = await finish.run({ typedCode: typed, password })
          if (done) onDone(done.withoutPassword)
        })}
      >
        <ol className="code-steps">
          <CodeTask number={1} done={printedAt !== ''} title={t('setup:code.print')}>
            <p className="dim">
              {printedAt === '' ? t('setup:code.printText') : t('setup:code.printed', { time: printedAt })}
            </p>
            <Button
              variant="default"
              onClick={() => {
                window.print()
                printed()
              }}
            >
              {printedAt === '' ? t('setup:code.printButton') : t('setup:code.printAgain')}
            </Button>
            <UnstyledButton
              className="link"
              onClick={() => {
                savePdf(code.sheet, t('setup:code.pdfName'))
                printed()
              }}
            >
              {t('setup:code.pdf')}
            </UnstyledButton>
          </CodeTask>
          <CodeTask number={2} done={putAway} title={t('setup:code.put')}>
            <p>{t('setup:code.putText')}</p>
            <Checkbox
              label={t('setup:code.putTick')}
              checked={putAway}
              onChange={(event) => setPutAway(event.currentTarget.checked)}
            />
          </CodeTask>
          <CodeTask number={3} done={complete} title={t('setup:code.type')}>
            <CodeField label={t('setup:code.typeLabel')} hint="" value={typed} onChange={setTyped} />
            <p className={complete ? 'code-right' : 'dim'} role="status">
              {feedback}
            </p>
          </CodeTask>
          <CodeTask number={4} done={false} title={t('access.rotate.last')}>
            <p className="dim">{finish.busy ? t('access.rotate.lastText') : t('access.rotate.nothingYet')}</p>
            {finish.failure && <FailureMessage failure={finish.failure} />}
            <div className="form-actions">
              <Button
                type="submit"
                loading={finish.busy}
                disabled={printedAt === '' || !putAway || !complete}
              >
                {t('access.rotate.finish')}
              </Button>
              <Button
                variant="default"
                disabled={finish.busy}
                onClick={() => void navigate({ to: '/instellingen/toegang' })}
              >
                {t('access.rotate.stop')}
              </Button>
            </div>
          </CodeTask>
        </ol>
      </form>
      <PrintedSheets groups={groups} keyId={code.keyId} subtitle={subtitle} />
    </div>
  )
}

function Rotated({ without }: { without: Without }) {
  const { t } = useTranslation('keeping')
  const [left, setLeft] = useState(without)
  const [person, setPerson] = useState<Without[number] | null>(null)
  return (
    <Page
      title={t('access.rotate.doneTitle')}
      screen={t('access.rotate.title')}
      lead={t('access.rotate.done')}
    >
      <div className="access-sheets">
        <Sheet>
          {left.length === 0 ? (
            <p>{t('access.rotate.noneWithout')}</p>
          ) : (
            <>
              <p>{t('access.rotate.without')}</p>
              <ul className="rotate-people">
                {left.map((one) => (
                  <li key={one.id}>
                    <bdi>{one.name}</bdi>
                    <Button variant="default" onClick={() => setPerson(one)}>
                      {t('access.people.newPassword')}
                    </Button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Sheet>
        <p>
          <Link to="/instellingen/toegang" className="link">
            {t('access.rotate.back')}
          </Link>
        </p>
      </div>
      {person && (
        <PasswordDialog
          person={person}
          onClose={() => setPerson(null)}
          onSaved={() => setLeft((now) => now.filter(({ id }) => id !== person.id))}
        />
      )}
    </Page>
  )
}
