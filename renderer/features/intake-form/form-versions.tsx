/** The versions of the form that there were: each intake keeps the one it was held with. */
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { Sheet } from '../../ui/sheet.tsx'

export function FormVersions({ versions }: { versions: Outputs['intakeForms']['current']['versions'] }) {
  const { t } = useTranslation('questions')
  return (
    <Sheet title={t('versions.title')} className="iform-versions">
      <p className="dim">{t('versions.text')}</p>
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('versions.code')}</th>
            <th scope="col">{t('versions.madeOn')}</th>
            <th scope="col">{t('versions.by')}</th>
            <th scope="col" className="number">
              {t('versions.intakes')}
            </th>
          </tr>
        </thead>
        <tbody>
          {versions.map((version) => (
            <tr key={version.id}>
              <th scope="row">{version.code}</th>
              <td>{formatShort(version.made_on)}</td>
              <td>
                <bdi>{version.staffName ?? ''}</bdi>
              </td>
              <td className="number">{version.intakes}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
