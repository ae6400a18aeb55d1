/** The letter as it will be on paper. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../office/query.ts'
import { PdfPages } from './pdf-pages.tsx'

export function Preview({ id, final }: { id: number; final: boolean }) {
  const { t } = useTranslation('letters')
  const pdf = useQuery(orpc.letters.pdf.queryOptions({ input: { id }, structuralSharing: false }))
  return (
    <PdfPages
      pdf={pdf.data?.pdf}
      failed={pdf.isError}
      label={final ? t('letter.previewFinal') : t('letter.preview')}
    />
  )
}
