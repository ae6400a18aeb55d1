/** One ambassador: languages, when they can come, and whom they helped. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { HelpDialog } from './help-dialog.tsx'
import { LanguagesField } from './languages-field.tsx'
import { NetworkTabs } from './network-tabs.tsx'
import { WeekParts } from './week-parts.tsx'

type View = Outputs['ambassadors']['get']

export function AmbassadorScreen() {
  const { t } = useTranslation('network')
  const id = Number(useParams({ from: '/sleutelpersonen/$id' }).id)
  const one = useQuery(orpc.ambassadors.get.queryOptions({ input: { id } }))
  const screen = t('ambassador.screen')
  if (one.isPending) return <PageWait />
  if (one.isLoadingError)
    return <PageFailure failure={failureOf(one.error)} screen={screen} retry={() => void one.refetch()} />
  return <Ambassador key={id} one={one.data} />
}

function Ambassador({ one }: { one: View }) {
  const { t } = useTranslation('network')
  const toast = useToast()
  const save = useCommand(client.ambassadors.save)
  const { id, name, active } = one
  async function setActive(next: boolean): Promise<void> {
    const done = await save.run({ id, fields: { active: next } })
    if (done)
      toast({
        text: t(next ? 'ambassador.back' : 'ambassador.stopped', { name }),
        changeSetId: done.changeSetId,
      })
  }
  return (
    <Page
      title={<bdi>{name}</bdi>}
      screen={t('ambassador.screen')}
      lead={t('ambassador.lead')}
      actions={
        active && (
          <Button variant="default" onClick={() => void setActive(false)}>
            {t('ambassador.stop')}
          </Button>
        )
      }
    >
      <NetworkTabs />
      {save.failure && <FailureMessage failure={save.failure} />}
      {!active && (
        <div className="network-before">
          <Message
            kind="info"
            title={t('ambassador.isGone')}
            action={
              <Button variant="default" onClick={() => void setActive(true)}>
                {t('ambassador.comeBack')}
              </Button>
            }
          />
        </div>
      )}
      <div className="network-columns">
        <Details one={one} />
        <div>
          <Availability one={one} />
          <Helps one={one} />
        </div>
      </div>
    </Page>
  )
}

function Details({ one }: { one: View }) {
  const { t } = useTranslation('network')
  const { id } = one
  const keep = (fields: Parameters<typeof client.ambassadors.save>[0]['fields']) =>
    client.ambassadors.save({ id, fields })
  const name = useAutosave('name', one.name, (value) => keep({ name: value }))
  const phone = useAutosave('phone', one.phone, (value) => keep({ phone: value }))
  const email = useAutosave('email', one.email, (value) => keep({ email: value }))
  const remark = useAutosave('remark', one.remark, (value) => keep({ remark: value }))
  return (
    <Sheet title={t('ambassador.details')}>
      <div className="form">
        <TextField label={t('ambassadors.name')} noSpelling anyScript {...name} />
        <div className="form-row">
          <TextField label={t('ambassadors.phone')} optional inputMode="tel" noSpelling {...phone} />
          <TextField label={t('ambassador.email')} optional inputMode="email" noSpelling {...email} />
        </div>
        <AreaField label={t('ambassador.remark')} optional {...remark} />
      </div>
    </Sheet>
  )
}

function Availability({ one }: { one: View }) {
  const { t } = useTranslation('network')
  const { id } = one
  const known = useQuery(orpc.ambassadors.languages.queryOptions()).data ?? []
  const languages = useAutosave('languages', one.languages, (value) =>
    client.ambassadors.save({ id, fields: { languages: value } }),
  )
  const parts = useAutosave('parts', one.parts, (value) =>
    client.ambassadors.save({ id, fields: { parts: value } }),
  )
  return (
    <Sheet title={t('ambassador.languages')}>
      <LanguagesField value={languages.value} known={known} onChange={languages.onChange} />
      <h3 className="network-sub">{t('ambassador.parts')}</h3>
      <WeekParts label={t('ambassador.parts')} value={parts.value} onChange={parts.onChange} />
    </Sheet>
  )
}

function Helps({ one }: { one: View }) {
  const { t } = useTranslation(['network', 'enums'])
  const toast = useToast()
  const [adding, setAdding] = useState(false)
  const remove = useCommand(client.ambassadors.removeHelp)
  async function takeAway(id: number): Promise<void> {
    const done = await remove.run({ id })
    if (done) toast({ text: t('ambassador.helpRemoved'), changeSetId: done.changeSetId })
  }
  return (
    <Sheet
      title={t('ambassador.helps')}
      aside={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => setAdding(true)}
        >
          {t('ambassador.addHelp')}
        </Button>
      }
    >
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {one.helps.length === 0 && <p className="dim">{t('ambassador.noHelps')}</p>}
      <ul className="network-list">
        {one.helps.map((help) => (
          <li key={`${help.atTalk ? 'talk' : 'help'} ${help.id}`}>
            <div>
              <p>
                <PersonLink id={help.participant_id}>{help.personName}</PersonLink>
              </p>
              <p className="dim">
                {[
                  formatShort(help.happened_on),
                  help.atTalk ? t('ambassador.atTalk') : t(`enums:helpKind.${help.what}`),
                  help.remark,
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {!help.atTalk && (
              <button type="button" className="link network-plain" onClick={() => void takeAway(help.id)}>
                {t('remove')}
                <ForReaders>{` ${t('contact.ofDay', { date: formatShort(help.happened_on) })}`}</ForReaders>
              </button>
            )}
          </li>
        ))}
      </ul>
      {adding && <HelpDialog id={one.id} name={one.name} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}
