/** The pages of a PDF as they will be on paper. The same words are there as text, for who cannot see the picture. */
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react'
import { drawPdf, type DrawnPage } from './draw-pdf.ts'
import './pdf-pages.css'

/**
 * Draws the pages as wide as `box` is, and again when that changes. `pdf` is base64; undefined while it is made.
 * `edge`: what the box needs beside the page, in pixels. `most` and `foreign`: see `drawPdf`.
 */
export function useDrawnPages(
  pdf: string | undefined,
  { edge = 0, most = Infinity, foreign = false } = {},
): { box: RefObject<HTMLDivElement | null>; pages: readonly DrawnPage[]; broken: boolean } {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  const [pages, setPages] = useState<DrawnPage[]>([])
  const [broken, setBroken] = useState(false)

  useEffect(() => {
    const element = box.current
    if (!element) return
    const observer = new ResizeObserver(([entry]) => {
      // In steps, so that a moving window does not draw for every pixel.
      if (entry) setWidth(Math.max(220, Math.floor((entry.contentRect.width - edge) / 20) * 20))
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [edge])

  useEffect(() => {
    if (pdf === undefined || width === 0) return
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

  return { box, pages, broken }
}

/** One page. `lang`: of what is in it, where it is known. `children` lie over it. */
export function Paper({
  page,
  label,
  lang,
  children,
}: {
  page: DrawnPage
  label: string
  lang?: string
  children?: ReactNode
}) {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    place.current?.replaceChildren(page.canvas)
  }, [page.canvas])
  return (
    <div className="pdf-paper">
      <div ref={place} role="img" aria-label={label} />
      {children}
      <div className="for-readers" {...(lang === undefined ? {} : { lang })}>
        {page.lines.map((line, n) => (
          <p key={n}>{line}</p>
        ))}
      </div>
    </div>
  )
}
