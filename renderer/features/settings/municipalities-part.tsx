import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { CaseManager } from '#core/api/people.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { EmptyState, Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import { CaseManagerDialog } from './case-manager-dialog.tsx'
import { MunicipalityDialog } from './municipality-dialog.tsx'

type WithManagers = Outputs['municipalities']['list'][number]
type Asking =
  | { what: 'municipality'; one: WithManagers | null }
  | { what: 'manager'; of: WithManagers; one: CaseManager | null }

export function MunicipalitiesPart() {
  const { t } = useTranslation('settings')
  const list = useQuery(orpc.municipalities.list.queryOptions())
  const [asking, setAsking] = useState<Asking | null>(null)
  if (!list.isSuccess) return null
  const close = () => setAsking(null)
  const add = (words: string) => (
    <Button
      leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
      onClick={() => setAsking({ what: 'municipality', one: null })}
    >
      {words}
    </Button>
  )
  return (
    <>
      {list.data.length === 0 ? (
        <EmptyState title={t('municipalities.emptyTitle')} action={add(t('municipalities.emptyAction'))}>
          {t('municipalities.emptyText')}
        </EmptyState>
      ) : (
        <>
          <div className="settings-cards">
            {list.data.map((one) => (
              <MunicipalityCard key={one.id} municipality={one} onAsk={setAsking} />
            ))}
          </div>
          {add(t('municipalities.add'))}
        </>
      )}
      {asking?.what === 'municipality' && <MunicipalityDialog municipality={asking.one} onClose={close} />}
      {asking?.what === 'manager' && (
        <CaseManagerDialog municipality={asking.of} manager={asking.one} onClose={close} />
      )}
    </>
  )
}

function MunicipalityCard({
  municipality,
  onAsk,
}: {
  municipality: WithManagers
  onAsk: (asking: Asking) => void
}) {
  const { t } = useTranslation(['settings', 'enums'])
  const { name, address_line, postcode, city, phone, email, caseManagers } = municipality
  const address = [address_line, [postcode, city].filter(Boolean).join(' ')].filter(Boolean).join(', ')
  const complete = address_line !== '' && postcode !== '' && city !== ''
  return (
    <Sheet
      title={name}
      aside={
        <Button
          variant="default"
          size="compact-md"
          onClick={() => onAsk({ what: 'municipality', one: municipality })}
        >
          {t('municipalities.change')}
          <ForReaders>{` ${name}`}</ForReaders>
        </Button>
      }
    >
      {address && <p>{address}</p>}
      {!complete && <StateWord kind="care">{t('municipalities.noAddress')}</StateWord>}
      {(phone || email) && <p className="dim">{[phone, email].filter(Boolean).join(', ')}</p>}
      <h3 className="settings-managers">{t('municipalities.managers')}</h3>
      {caseManagers.length === 0 && <p className="dim">{t('municipalities.noManagers')}</p>}
      <ul className="settings-list">
        {caseManagers.map((manager) => (
          <li key={manager.id}>
            <div>
              <p>
                {manager.form_of_address !== 'none' &&
                  `${t(`enums:formOfAddress.${manager.form_of_address}`)} `}
                <bdi>{manager.name}</bdi>
              </p>
              <p className="dim">
                {[manager.function_title, manager.phone, manager.email].filter(Boolean).join(', ')}
              </p>
            </div>
            <button
              type="button"
              className="link settings-link"
              onClick={() => onAsk({ what: 'manager', of: municipality, one: manager })}
            >
              {t('municipalities.change')}
              <ForReaders>{` ${manager.name}`}</ForReaders>
            </button>
          </li>
        ))}
      </ul>
      <div className="form-actions">
        <Button variant="default" onClick={() => onAsk({ what: 'manager', of: municipality, one: null })}>
          {t('municipalities.addManager')}
          <ForReaders>{`, ${name}`}</ForReaders>
        </Button>
      </div>
    </Sheet>
  )
}
