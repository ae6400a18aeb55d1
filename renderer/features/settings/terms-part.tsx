/** How long a placement of a kind usually lasts: for every municipality, or for one. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { TermDialog, type Term } from './term-dialog.tsx'

export function TermsPart() {
  const { t } = useTranslation(['placing', 'enums'])
  const toast = useToast()
  const terms = useQuery(orpc.placing.terms.queryOptions())
  const remove = useCommand(client.placing.removeTerm)
  const [asking, setAsking] = useState<Term | 'new' | null>(null)
  if (!terms.isSuccess) return null
  const named = (term: Term) => ({
    kind: t(`enums:placementKind.${term.kind}`),
    where: term.municipality || t('terms.everywhere'),
  })
  async function takeAway(id: number): Promise<void> {
    const done = await remove.run({ id })
    if (done) toast({ text: t('terms.removed'), changeSetId: done.changeSetId })
  }
  return (
    <Sheet title={t('terms.title')} className="settings-sheet">
      <p className="dim settings-lead">{t('terms.lead')}</p>
      {terms.data.length === 0 ? (
        <p>{t('terms.none')}</p>
      ) : (
        <div className="table-scroll">
          <table className="data-table" aria-label={t('terms.title')}>
            <thead>
              <tr>
                <th scope="col">{t('terms.kind')}</th>
                <th scope="col">{t('terms.where')}</th>
                <th scope="col">{t('terms.months')}</th>
                <th scope="col">{t('terms.warn')}</th>
                <th scope="col">{t('terms.action')}</th>
              </tr>
            </thead>
            <tbody>
              {terms.data.map((term) => (
                <tr key={term.id}>
                  <th scope="row">{named(term).kind}</th>
                  <td>{named(term).where}</td>
                  <td>{t('terms.count', { count: term.months })}</td>
                  <td>{t('terms.weeks', { count: term.warn_weeks })}</td>
                  <td className="settings-term-actions">
                    <UnstyledButton className="link" onClick={() => setAsking(term)}>
                      {t('terms.change')}
                      <ForReaders>{` ${t('terms.changeLabel', named(term))}`}</ForReaders>
                    </UnstyledButton>
                    <UnstyledButton className="link" onClick={() => void takeAway(term.id)}>
                      {t('terms.remove')}
                      <ForReaders>{` ${t('terms.changeLabel', named(term))}`}</ForReaders>
                    </UnstyledButton>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {remove.failure && <FailureMessage failure={remove.failure} />}
      <div className="form-actions">
        <Button
          variant="default"
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => setAsking('new')}
        >
          {t('terms.add')}
        </Button>
      </div>
      {asking !== null && (
        <TermDialog term={asking === 'new' ? null : asking} onClose={() => setAsking(null)} />
      )}
    </Sheet>
  )
}
