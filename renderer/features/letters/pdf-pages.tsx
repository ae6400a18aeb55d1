/** The pages of a PDF as they will be on paper. The same words are there as text, for who cannot see the picture. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawPdf, type DrawnPage } from './draw-pdf.ts'
import './letters.css'

/** `pdf` is base64; undefined while it is made. */
export function PdfPages({
  pdf,
  failed,
  label,
}: {
  pdf: string | undefined
  failed: boolean
  label: string
}) {
  const { t } = useTranslation('letters')
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

  useEffect(() => {
    if (!pdf || width === 0) return
    const stop = new AbortController()
    drawPdf(pdf, width, stop.signal)
      .then((drawn) => {
        if (stop.signal.aborted) return
        setPages(drawn)
        setBroken(false)
      })
      .catch(() => {
        if (!stop.signal.aborted) setBroken(true)
      })
    return () => stop.abort()
  }, [pdf, width])

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
