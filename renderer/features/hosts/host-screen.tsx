/** One organisation: its details, and what there is to do. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { hostKind, type HostKind } from '#core/api/fields.ts'
import type { Host } from '#core/api/places.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { PostcodeField } from '../../forms/postcode-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { StateLine } from '../openings/state-line.tsx'
import { OpeningDialog } from './opening-dialog.tsx'
import './hosts.css'

export function HostScreen() {
  const { t } = useTranslation(['places', 'enums'])
  const id = Number(useParams({ from: '/organisaties/$id' }).id)
  const host = useQuery(orpc.hosts.get.queryOptions({ input: { id } }))
  const found = host.isSuccess
  useEffect(() => {
    if (found) void client.search.opened({ kind: 'host', id }).catch(() => undefined) // only the list of recent ones
  }, [found, id])
  if (host.isPending) return <PageWait />
  if (host.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(host.error)}
        screen={t('host.screen')}
        retry={() => void host.refetch()}
      />
    )
  const { name, kind, city } = host.data
  return (
    <Page
      title={name}
      screen={t('host.screen')}
      lead={[t(`enums:hostKind.${kind}`), city].filter(Boolean).join(', ')}
      actions={
        <Link to="/organisaties" className="link">
          {t('host.back')}
        </Link>
      }
    >
      <div className="hosts-columns">
        <Sheet title={t('host.details')}>
          <HostFields key={id} host={host.data} />
        </Sheet>
        <Openings host={host.data} />
      </div>
    </Page>
  )
}

function HostFields({ host }: { host: Host }) {
  const { t } = useTranslation(['places', 'enums'])
  const { id } = host
  const save = (fields: Partial<Omit<Host, 'id'>>) => client.hosts.save({ id, fields })
  const name = useAutosave('name', host.name, (value) => save({ name: value }))
  const kind = useAutosave<HostKind>('kind', host.kind, (value) => save({ kind: value }))
  const sector = useAutosave('sector', host.sector, (value) => save({ sector: value }))
  const street = useAutosave('street', host.street, (value) => save({ street: value }))
  const number = useAutosave('house_number', host.house_number, (value) => save({ house_number: value }))
  const postcode = useAutosave('postcode', host.postcode, (value) => save({ postcode: value }))
  const city = useAutosave('city', host.city, (value) => save({ city: value }))
  const contact = useAutosave('contact_name', host.contact_name, (value) => save({ contact_name: value }))
  const role = useAutosave('contact_function', host.contact_function, (value) =>
    save({ contact_function: value }),
  )
  const phone = useAutosave('phone', host.phone, (value) => save({ phone: value }))
  const email = useAutosave('email', host.email, (value) => save({ email: value }))
  const remarks = useAutosave('remarks', host.remarks, (value) => save({ remarks: value }))
  return (
    <div className="form">
      <TextField label={t('hosts.name')} {...name} />
      <div className="form-row">
        <SelectField
          label={t('hosts.kind')}
          choices={hostKind.options.map((one) => ({ value: one, label: t(`enums:hostKind.${one}`) }))}
          value={kind.value}
          onChange={kind.onChange}
        />
        <TextField label={t('host.sector')} optional {...sector} />
      </div>
      <div className="form-row">
        <TextField label={t('host.contactName')} optional {...contact} />
        <TextField label={t('host.contactFunction')} optional {...role} />
      </div>
      <div className="form-row">
        <TextField label={t('host.phone')} optional inputMode="tel" noSpelling {...phone} />
        <TextField label={t('host.email')} optional inputMode="email" noSpelling {...email} />
      </div>
      <div className="form-row">
        <TextField label={t('host.street')} optional {...street} />
        <TextField label={t('host.houseNumber')} optional noSpelling {...number} />
      </div>
      <div className="form-row">
        <PostcodeField label={t('host.postcode')} optional {...postcode} />
        <TextField label={t('hosts.city')} optional {...city} />
      </div>
      <AreaField label={t('host.remarks')} optional {...remarks} />
    </div>
  )
}

function Openings({ host }: { host: Outputs['hosts']['get'] }) {
  const { t } = useTranslation(['places', 'enums', 'matching'])
  const [adding, setAdding] = useState(false)
  const add = (
    <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
      {t('host.addOpening')}
    </Button>
  )
  return (
    <Sheet title={t('host.openings')}>
      {host.openings.length === 0 ? (
        <EmptyState level={3} title={t('host.noOpenings')} action={add}>
          {t('host.noOpeningsText')}
        </EmptyState>
      ) : (
        <>
          <ul className="hosts-openings">
            {host.openings.map((opening) => (
              <li key={opening.id}>
                <div>
                  <p className="task-title">
                    {t('host.openingOf', {
                      title: opening.title,
                      kind: t(`enums:placementKind.${opening.kind}`).toLowerCase(),
                    })}
                  </p>
                  {opening.tasks && <p>{opening.tasks}</p>}
                  {opening.days && <p className="dim">{opening.days}</p>}
                  <StateLine opening={opening} />
                </div>
                <div className="hosts-opening-actions">
                  {!opening.closed && (
                    <Link to="/plekken/nieuw" search={{ opening: String(opening.id) }} className="link">
                      {t('host.place')}
                      <ForReaders>{`, ${opening.title}`}</ForReaders>
                    </Link>
                  )}
                  <Link to="/aanbod/$id/wie" params={{ id: String(opening.id) }} className="link">
                    {t('matching:opening.whoFits')}
                    <ForReaders>{` ${opening.title}`}</ForReaders>
                  </Link>
                  <Link to="/aanbod/$id" params={{ id: String(opening.id) }} className="link">
                    {t('host.change')}
                    <ForReaders>{` ${opening.title}`}</ForReaders>
                  </Link>
                </div>
              </li>
            ))}
          </ul>
          <div className="form-actions">{add}</div>
        </>
      )}
      {adding && <OpeningDialog hostId={host.id} onClose={() => setAdding(false)} />}
    </Sheet>
  )
}
