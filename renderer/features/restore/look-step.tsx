/** What the file is, by cause and in plain words; of a good one, what is in it beside what is here now. */
import { Button } from '@mantine/core'
import { IconFolder, IconShieldCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import { problemOf, type Failure } from '../../office/failure.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { CodeField } from '../access/code-field.tsx'
import { useMoments } from '../keeping/moment.ts'
import { Compare } from './compare.tsx'
import { rowsOf, useLackWords, useMissingWords } from './missing.ts'
import type { Seen } from './restore-wizard.tsx'
import { WizardPage } from './wizard-frame.tsx'

export function LookStep({
  office,
  seen,
  failure,
  busy,
  typedCode,
  onCode,
  onOpen,
  onBack,
  onNext,
}: {
  office: AppState
  seen: Seen | null
  failure: Failure | null
  busy: boolean
  typedCode: string
  onCode: (typed: string) => void
  onOpen: () => void
  onBack: () => void
  onNext?: () => void
}) {
  const { t } = useTranslation('keeping')
  const title = office.state === 'setup' ? t('restore.look.titleNewPc') : t('restore.look.title')
  const codeProblem = problemOf(failure, 'typedCode')
  if (busy)
    return (
      <WizardPage title={title}>
        <p role="status">{t('restore.look.busy')}</p>
      </WizardPage>
    )
  if (codeProblem || seen?.cause === 'needs_code')
    return (
      <WizardPage
        title={t('restore.look.titleCode')}
        lead={t('restore.code.lead')}
        onBack={onBack}
        onNext={onOpen}
        nextLabel={t('restore.code.open')}
        disabled={typedCode.trim() === ''}
      >
        <div className="form">
          {seen && <CopyPath path={seen.path} />}
          <p>
            {seen?.keyId ? t('restore.code.keyId', { keyId: seen.keyId }) : t('restore.code.keyIdUnknown')}
          </p>
          {seen && typedCode.trim() !== '' && (
            <Message kind="care" live title={t('restore.code.wrongTitle')}>
              <p>
                {seen.keyId
                  ? t('restore.code.wrongText', { keyId: seen.keyId })
                  : t('restore.code.wrongTextNoId')}
              </p>
            </Message>
          )}
          <CodeField id="restore-code" autoFocus value={typedCode} onChange={onCode} problem={codeProblem} />
        </div>
      </WizardPage>
    )
  if (failure || !seen)
    return (
      <WizardPage title={t('restore.look.titleBad')} onBack={onBack}>
        {failure && <FailureMessage failure={failure} />}
      </WizardPage>
    )
  if (seen.cause !== 'good' || !seen.content)
    return (
      <WizardPage title={t('restore.look.titleBad')} onBack={onBack}>
        <CopyPath path={seen.path} />
        {seen.cause !== 'good' && (
          <Message
            kind="care"
            title={t(`restore.look.cause.${seen.cause}.title`)}
            action={
              <Button variant="default" onClick={onBack}>
                {t('restore.look.choose')}
              </Button>
            }
          >
            <p>{t(`restore.look.cause.${seen.cause}.text`, { version: seen.version ?? '' })}</p>
          </Message>
        )}
      </WizardPage>
    )
  return (
    <WizardPage title={title} onBack={onBack} {...(onNext ? { onNext } : {})}>
      <GoodCopy office={office} seen={seen} content={seen.content} />
    </WizardPage>
  )
}

function GoodCopy({
  office,
  seen,
  content,
}: {
  office: AppState
  seen: Seen
  content: NonNullable<Seen['content']>
}) {
  const { t } = useTranslation('keeping')
  const newPc = office.state === 'setup'
  const verdict = newPc
    ? t('restore.look.goodNew', { office: content.officeName })
    : content.sameOffice
      ? t('restore.look.good', { office: content.officeName })
      : t('restore.look.goodOther', { office: content.officeName })
  return (
    <>
      <CopyPath path={seen.path} />
      <p className="restore-verdict">
        <IconShieldCheck size={22} stroke={1.75} aria-hidden />
        <span>{verdict}</span>
      </p>
      {content.practice && <p>{t('restore.look.practice')}</p>}
      <Compare content={content} now={seen.now} missing={seen.missing} extra={seen.extra} newPc={newPc} />
      {!newPc && !seen.now && <p className="dim restore-note">{t('restore.look.nothingHere')}</p>}
      <div className="restore-pair">
        {newPc ? (
          <Message kind="ok" title={t('restore.look.newPcTitle')}>
            <p>{t('restore.look.newPcText')}</p>
          </Message>
        ) : (
          <>
            <Missing seen={seen} content={content} />
            <Extra extra={seen.extra} />
            <Message kind="ok" title={t('restore.look.safeTitle')}>
              <p>{t('restore.look.safeText')}</p>
            </Message>
          </>
        )}
      </div>
    </>
  )
}

function Missing({ seen, content }: { seen: Seen; content: NonNullable<Seen['content']> }) {
  const { t } = useTranslation('keeping')
  const { say } = useMoments()
  const wentOn = (seen.extra?.commands ?? 0) === 0
  const since = wentOn && content.lastChangeAt ? say(content.lastChangeAt) : null
  const what = useMissingWords()(seen.missing, { since, readable: seen.now !== null })
  if (!content.sameOffice)
    return (
      <Message title={t('restore.look.otherOffice')}>
        <p>{t('restore.look.otherOfficeText', { office: content.officeName })}</p>
      </Message>
    )
  if (what === null)
    return (
      <Message title={t('restore.look.missingUnknown')}>
        <p>{t('restore.look.missingUnknownText')}</p>
      </Message>
    )
  if (what === '')
    return (
      <Message kind="ok" title={t('restore.look.missingNothing')}>
        <p>{t('restore.look.missingNothingText')}</p>
      </Message>
    )
  return (
    <Message title={t('restore.look.missingTitle')}>
      <p>{what}</p>
    </Message>
  )
}

/** What putting it back brings with it that is not here now. */
function Extra({ extra }: { extra: Seen['extra'] }) {
  const { t } = useTranslation('keeping')
  const words = useLackWords()
  if (extra === null || extra.commands === 0) return null
  const what = words(extra)
  return (
    <Message kind="info" title={t('restore.look.extraTitle')}>
      <p>
        {what === ''
          ? t('restore.look.extraChanges', { count: extra.commands })
          : t('restore.look.extraRows', { count: rowsOf(extra), what })}
      </p>
    </Message>
  )
}

/** Folder light, name bold, as in Explorer. */
function CopyPath({ path }: { path: string }) {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1
  return (
    <p className="restore-source">
      <IconFolder size={20} stroke={1.75} aria-hidden />
      <span>
        {path.slice(0, at)}
        <strong>{path.slice(at)}</strong>
      </span>
    </p>
  )
}
