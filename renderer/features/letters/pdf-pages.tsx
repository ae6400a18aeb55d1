/** A letter as it will be on paper, in a box that scrolls. */
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { LayoutArea } from '#core/api/letter-templates.ts'
import { Paper, useDrawnPages } from '../../ui/pdf-pages.tsx'
import './letters.css'

/** `pdf` is base64; undefined while it is made. `marked`: stretches of the pages with a line around them. */
export function PdfPages({
  pdf,
  failed,
  label,
  marked = [],
}: {
  pdf: string | undefined
  failed: boolean
  label: string
  marked?: readonly LayoutArea[]
}) {
  const { t } = useTranslation('letters')
  const { box, pages, broken } = useDrawnPages(pdf, { edge: 8 })
  return (
    <section
      className="letter-preview"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and nothing in it takes the focus
      tabIndex={0}
      ref={box}
    >
      {(broken || failed) && <p className="letter-no-preview">{t('letter.noPreview')}</p>}
      {pages.length === 0 && !broken && !failed && <p className="dim">{t('letter.drawing')}</p>}
      {pages.map((page, index) => (
        // Letters are in Dutch, whatever the screens are in.
        <Paper
          key={index}
          page={page}
          lang="nl"
          label={t('letter.page', { page: index + 1, pages: pages.length })}
        >
          {marked
            .filter((area) => area.page === index)
            .map((area, n) => (
              <Mark key={area.item} area={area} first={n === 0 && marked[0] === area} />
            ))}
        </Paper>
      ))}
    </section>
  )
}

/** A quiet line around a stretch of the page. The first one comes into sight, inside the box only. */
function Mark({ area: { item, page, top, bottom }, first }: { area: LayoutArea; first: boolean }) {
  const mark = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const box = mark.current?.closest('.letter-preview')
    if (!first || !mark.current || !box) return
    const [own, around] = [mark.current.getBoundingClientRect(), box.getBoundingClientRect()]
    if (own.top >= around.top && own.bottom <= around.bottom) return
    const room = Math.max(24, (around.height - own.height) / 2)
    box.scrollTop += own.top - around.top - room
  }, [first, item, page, top, bottom])
  const style = { top: `${top * 100}%`, height: `${(bottom - top) * 100}%` }
  return <div ref={mark} className="letter-mark" aria-hidden style={style} />
}
