/** The letter as it will be on paper. The same words are there as text, for who cannot see the picture. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../office/query.ts'
import { drawPdf, type DrawnPage } from './draw-pdf.ts'

export function Preview({ id, final }: { id: number; final: boolean }) {
  const { t } = useTranslation('letters')
  const pdf = useQuery(orpc.letters.pdf.queryOptions({ input: { id }, structuralSharing: false }))
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [pages, setPages] = useState<DrawnPage[]>([])
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      // In steps, so that a moving window does not draw for every pixel.
      if (entry) setWidth(Math.max(240, Math.floor((entry.contentRect.width - 8) / 20) * 20))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  const bytes = pdf.data?.pdf
  useEffect(() => {
    if (!bytes || width === 0) return
    const stop = new AbortController()
    drawPdf(bytes, width, stop.signal)
      .then((drawn) => {
        if (stop.signal.aborted) return
        setPages(drawn)
        setBroken(false)
      })
      .catch(() => {
        if (!stop.signal.aborted) setBroken(true)
      })
    return () => stop.abort()
  }, [bytes, width])

  return (
    <section
      className="letter-preview"
      aria-label={final ? t('letter.previewFinal') : t('letter.preview')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and nothing in it takes the focus
      tabIndex={0}
      ref={box}
    >
      {(broken || pdf.isError) && <p className="letter-no-preview">{t('letter.noPreview')}</p>}
      {pages.length === 0 && !broken && !pdf.isError && <p className="dim">{t('letter.drawing')}</p>}
      {pages.map((page, index) => (
        <div key={index} className="letter-paper">
          <Paper canvas={page.canvas} label={t('letter.page', { page: index + 1, pages: pages.length })} />
          {/* Letters are in Dutch, whatever the screens are in. */}
          <div className="for-readers" lang="nl">
            {page.lines.map((line, n) => (
              <p key={n}>{line}</p>
            ))}
          </div>
        </div>
      ))}
    </section>
  )
}

function Paper({ canvas, label }: { canvas: HTMLCanvasElement; label: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(canvas)
  }, [canvas])
  return <div ref={place} role="img" aria-label={label} />
}
