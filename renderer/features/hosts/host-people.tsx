/** Who works at an organisation: the first one is who you call. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { HostPerson } from '#core/api/hosts.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { HostPersonDialog } from './host-person-dialog.tsx'

export function HostPeople({ host }: { host: Outputs['hosts']['get'] }) {
  const { t } = useTranslation('network')
  const [edit, setEdit] = useState<HostPerson | 'new' | null>(null)
  return (
    <Sheet
      title={t('host.people')}
      aside={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => setEdit('new')}
        >
          {t('add')}
          <ForReaders>{`, ${t('host.addPerson')}`}</ForReaders>
        </Button>
      }
    >
      {host.people.length === 0 && <p className="dim">{t('host.noPeople')}</p>}
      <ul className="network-list">
        {host.people.map((person) => (
          <li key={person.id}>
            <div>
              <p>
                <bdi className="network-strong">{person.name}</bdi>
                <span className="dim">
                  {[
                    '',
                    ...(person.function_title ? [person.function_title] : []),
                    ...(person.active ? [] : [t('host.workedHere')]),
                  ].join(', ')}
                </span>
              </p>
              {(person.phone || person.email) && (
                <p>{[person.phone, person.email].filter(Boolean).join(', ')}</p>
              )}
              {person.remark && <p className="dim">{person.remark}</p>}
            </div>
            <button type="button" className="link network-plain" onClick={() => setEdit(person)}>
              {t('change')}
              <ForReaders>{` ${person.name}`}</ForReaders>
            </button>
          </li>
        ))}
      </ul>
      {edit && (
        <HostPersonDialog
          hostId={host.id}
          person={edit === 'new' ? null : edit}
          onClose={() => setEdit(null)}
        />
      )}
    </Sheet>
  )
}
