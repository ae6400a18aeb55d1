/** The pages of a PDF as pictures. The same words are there as text, for who cannot see the picture. */
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { drawPdf, type DrawnPage } from '../letters/draw-pdf.ts'

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
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [pages, setPages] = useState<DrawnPage[]>([])
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      // In steps, so that a moving window does not draw for every pixel.
      if (entry) setWidth(Math.max(220, Math.floor(entry.contentRect.width / 20) * 20))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [])

  useEffect(() => {
    if (width === 0) return
    const stop = new AbortController()
    drawPdf(pdf, width, stop.signal, { most, foreign })
      .then((drawn) => {
        if (stop.signal.aborted) return
        setPages(drawn)
        setBroken(false)
      })
      .catch(() => {
        if (!stop.signal.aborted) setBroken(true)
      })
    return () => stop.abort()
  }, [pdf, width, most, foreign])

  return (
    <div ref={box} className="files-pages">
      {broken && <p>{brokenText}</p>}
      {pages.length === 0 && !broken && <p>{drawing}</p>}
      {!broken &&
        pages.map((page, index) => (
          <div key={index} className="files-paper">
            <Paper canvas={page.canvas} label={t('preview.page', { page: index + 1, pages: pages.length })} />
            <div className="for-readers" {...(lang ? { lang } : {})}>
              {page.lines.map((line, n) => (
                <p key={n}>{line}</p>
              ))}
            </div>
          </div>
        ))}
      {pages.length === most && <p>{t('preview.most', { count: most })}</p>}
    </div>
  )
}

function Paper({ canvas, label }: { canvas: HTMLCanvasElement; label: string }) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(canvas)
  }, [canvas])
  return <div ref={place} role="img" aria-label={label} />
}
