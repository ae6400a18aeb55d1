/** The pages of a PDF from elsewhere as pictures, where the screen has room for them. */
import { useTranslation } from 'react-i18next'
import { Paper, useDrawnPages } from '../../ui/pdf-pages.tsx'

export function PdfPages({
  pdf,
  most = Infinity,
  foreign = false,
  drawing,
  broken: brokenText,
  lang,
}: {
  /** Base64. */
  pdf: string
  most?: number
  foreign?: boolean
  drawing: string
  broken: string
  /** Of what is in it, where it is known. */
  lang?: string
}) {
  const { t } = useTranslation('files')
  const { box, pages, broken } = useDrawnPages(pdf, { most, foreign })
  return (
    <div ref={box} className="files-pages">
      {broken && <p>{brokenText}</p>}
      {pages.length === 0 && !broken && <p>{drawing}</p>}
      {!broken &&
        pages.map((page, index) => (
          <Paper
            key={index}
            page={page}
            label={t('preview.page', { page: index + 1, pages: pages.length })}
            {...(lang === undefined ? {} : { lang })}
          />
        ))}
      {pages.length === most && <p>{t('preview.most', { count: most })}</p>}
    </div>
  )
}
