/** The office's own form: what is asked in an intake, on the screen, beside the participant and on paper. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { FormChanges } from '#core/api/intake-form.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { toggleSection } from '#core/intake/form-edit.ts'
import { everything, resolve } from '#core/intake/form.ts'
import { client } from '../../client.ts'
import { DraftLine, useDraft } from '../../forms/draft.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useFormWords, WordsProvider } from '../intake/intake-words.ts'
import { FormSections } from './form-sections.tsx'
import { FormVersions } from './form-versions.tsx'
import { PrintBlank } from './print-blank.tsx'
import { SectionQuestions } from './section-questions.tsx'
import '../intake/intake.css'
import './intake-form.css'

type Current = Outputs['intakeForms']['current']

export function IntakeFormScreen() {
  const { t } = useTranslation(['questions', 'keeping'])
  const isManager = useOffice().me.role === 'manager'
  const [at, setAt] = useState('')
  const current = useQuery(orpc.intakeForms.current.queryOptions())
  if (!isManager)
    return (
      <Page title={t('edit.title')} screen={t('edit.title')}>
        <Message kind="info" title={t('keeping:places.onlyManager')} />
      </Page>
    )
  if (current.isPending) return <PageWait />
  if (current.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(current.error)}
        screen={t('edit.title')}
        retry={() => void current.refetch()}
      />
    )
  // Another version: what was being changed began from something else.
  return <EditForm key={current.data.id ?? 0} current={current.data} at={at} setAt={setAt} />
}

function EditForm({ current, at, setAt }: { current: Current; at: string; setAt: (at: string) => void }) {
  const { t } = useTranslation('questions')
  const toast = useToast()
  const [changes, setChanges] = useState<FormChanges>(current.changes)
  const draft = useDraft(`intake-form:${current.id ?? 0}`, { changes }, (left) => setChanges(left.changes))
  const save = useCommand(client.intakeForms.save)

  const def = { version: current.builtIn.version, sections: current.builtIn.sections }
  const whole = everything(def, changes, current.id)
  const form = resolve(def, changes, current.id)
  const words = useFormWords(whole)
  const section = whole.sections.find((one) => one.key === at) ?? whole.sections.find((one) => !one.ownPage)
  const changed = JSON.stringify(changes) !== JSON.stringify(current.changes)
  const count = form.sections.reduce((sum, one) => sum + one.questions.length, 0)
  const newest = current.versions[0]

  async function keep(): Promise<void> {
    const answer = await save.run({ basedOn: current.id, changes })
    if (!answer) return
    draft.clear()
    toast({ text: t('edit.saved'), changeSetId: answer.changeSetId })
  }
  return (
    <WordsProvider value={words}>
      <Page
        title={t('edit.title')}
        screen={t('edit.title')}
        lead={
          newest
            ? t('edit.lead', { count, code: newest.code, date: formatShort(newest.made_on) })
            : t('edit.leadBuiltIn', { count })
        }
        actions={
          <>
            <PrintBlank disabled={changed} />
            <Button disabled={!changed} loading={save.busy} onClick={() => void keep()}>
              {t('edit.save')}
            </Button>
          </>
        }
      >
        <p className="iform-text">{t('edit.text')}</p>
        <DraftLine draft={draft} />
        {changed && (
          <p className="iform-changed" role="status">
            {t('edit.changed')}{' '}
            <button type="button" className="link iform-link" onClick={() => setChanges(current.changes)}>
              {t('edit.back')}
            </button>
          </p>
        )}
        {save.failure && <FailureMessage failure={save.failure} />}
        <div className="iform-columns">
          <FormSections
            whole={whole}
            form={form}
            at={section?.key ?? ''}
            isOff={(key) => changes.sectionsOff.includes(key)}
            onGo={setAt}
          />
          {section && (
            <SectionQuestions
              key={section.key}
              def={def}
              section={section}
              changes={changes}
              nextOwn={current.nextOwn}
              onChange={setChanges}
              onToggle={() => setChanges(toggleSection(changes, section.key))}
            />
          )}
        </div>
        {current.versions.length > 0 && <FormVersions versions={current.versions} />}
      </Page>
    </WordsProvider>
  )
}
