/** What the law sets a day for. Nothing of it: no sheet. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatLong } from '#core/calendar/dates.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'

export function AgreementsCard({ id }: { id: number }) {
  const { t } = useTranslation('dossier')
  const { language } = useOffice()
  const civic = useQuery(orpc.civic.get.queryOptions({ input: { participantId: id } })).data
  const term = civic?.endsOn ? { on: civic.endsOn, state: civic.term } : null
  if (!term) return null
  return (
    <Sheet title={t('agreements.title')}>
      <p>
        <Link className="link" to="/deelnemers/$id/inburgering" params={{ id: String(id) }}>
          {term.state === 'passed' ? (
            <StateWord kind="late">
              {t('agreements.termLate', { date: formatLong(term.on, language) })}
            </StateWord>
          ) : term.state === 'soon' ? (
            <StateWord kind="care">
              {t('agreements.termSoon', { date: formatLong(term.on, language) })}
            </StateWord>
          ) : (
            t('agreements.term', { date: formatLong(term.on, language) })
          )}
        </Link>
      </p>
    </Sheet>
  )
}
