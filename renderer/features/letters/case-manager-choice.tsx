/** Who of the municipality the letter goes to; there when there is something to choose. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

export function CaseManagerChoice({ letterId }: { letterId: number }) {
  const { t } = useTranslation('sources')
  const toast = useToast()
  const all = useQuery(orpc.letterSources.caseManagers.queryOptions({ input: { id: letterId } })).data ?? []
  const choose = useCommand(client.letterSources.setCaseManager)
  const chosen = all.find((one) => one.chosen)
  if (!chosen || all.length < 2) return null

  async function go(to: string): Promise<void> {
    const next = all.find((one) => String(one.id) === to)
    if (!next || next.chosen) return
    const done = await choose.run({ id: letterId, caseManagerId: next.id })
    if (done) toast({ text: t('caseManager.done', { name: next.name }), changeSetId: done.changeSetId })
  }
  return (
    <Sheet>
      <SelectField
        id="letter-case-manager"
        label={t('caseManager.label')}
        value={String(chosen.id)}
        choices={all.map(({ id, name, active }) => ({
          value: String(id),
          label: active ? name : t('caseManager.left', { name }),
        }))}
        onChange={(to) => void go(to)}
      />
      {choose.failure && <FailureMessage failure={choose.failure} />}
    </Sheet>
  )
}
