/** Municipality and case manager, each of which can be added right here when it is not in the list. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FieldProblem } from '#core/api/errors.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { orpc } from '../../office/query.ts'
import { NewCaseManager, NewMunicipality } from './new-municipality.tsx'

/** `value`: id of the case manager, 0 for none. */
export function CaseManagerPicker({
  value,
  onChange,
  problem,
}: {
  value: number
  onChange: (id: number) => void
  problem: FieldProblem | null
}) {
  const { t } = useTranslation(['people', 'network'])
  const all = useQuery(orpc.municipalities.list.queryOptions()).data
  const ofValue = all?.find((one) => one.caseManagers.some((manager) => manager.id === value))
  const [chosen, setChosen] = useState<number | 'new' | null>(null)
  const [adding, setAdding] = useState(false)
  if (!all) return null
  const municipality = chosen === 'new' ? undefined : (all.find((one) => one.id === chosen) ?? ofValue)
  // What is not active is in no list any more, but stays where it was chosen.
  const choices = all.filter((one) => one.active || one.id === municipality?.id)
  const newMunicipality = chosen === 'new' || choices.length === 0
  const managers = municipality?.caseManagers.filter((one) => one.active || one.id === value) ?? []
  const newManager = municipality !== undefined && (adding || managers.length === 0)
  return (
    <>
      {choices.length > 0 && (
        <SelectField
          id="municipality"
          label={t('referral.municipality')}
          value={newMunicipality ? 'new' : municipality ? String(municipality.id) : ''}
          problem={municipality ? null : problem}
          onChange={(next) => {
            setChosen(next === 'new' ? 'new' : next === '' ? null : Number(next))
            setAdding(false)
            onChange(0)
          }}
          choices={[
            { value: '', label: t('referral.chooseMunicipality') },
            ...choices.map((one) => ({
              value: String(one.id),
              label: one.active ? one.name : `${one.name}, ${t('network:gone')}`,
            })),
            { value: 'new', label: t('referral.newMunicipality') },
          ]}
        />
      )}
      {newMunicipality && <NewMunicipality onAdded={setChosen} />}
      {managers.length > 0 && (
        <SelectField
          label={t('referral.caseManager')}
          value={adding ? 'new' : value ? String(value) : ''}
          problem={problem}
          onChange={(next) => {
            setAdding(next === 'new')
            onChange(next === 'new' || next === '' ? 0 : Number(next))
          }}
          choices={[
            { value: '', label: t('referral.chooseCaseManager') },
            ...managers.map((one) => ({
              value: String(one.id),
              label: one.active ? one.name : `${one.name}, ${t('network:gone')}`,
            })),
            { value: 'new', label: t('referral.newCaseManager') },
          ]}
        />
      )}
      {newManager && (
        <NewCaseManager
          municipalityId={municipality.id}
          onAdded={(id) => {
            setAdding(false)
            onChange(id)
          }}
        />
      )}
    </>
  )
}
