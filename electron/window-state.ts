/** What the window remembers between two starts. Nothing of the office. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Rectangle } from 'electron'

export interface WindowState {
  readonly bounds: Rectangle | null
  readonly maximized: boolean
  readonly zoom: number
  readonly language: 'nl' | 'en'
}

/** A step of 10 % between 70 % and 200 % (WCAG 1.4.4 asks for 200); 0 is back to normal. */
export function nextZoom(zoom: number, direction: 1 | -1 | 0): number {
  return direction === 0 ? 1 : Math.min(2, Math.max(0.7, Math.round(zoom * 10 + direction) / 10))
}

/** Reads the remembered state; what is missing or damaged is as at a first start. */
export function readWindowState(file: string): WindowState {
  let stored: { [K in keyof WindowState]?: unknown } = {}
  try {
    stored = Object(JSON.parse(readFileSync(file, 'utf8')))
  } catch {} // a first start
  const bounds = Object(stored.bounds) as Rectangle
  const whole = [bounds.x, bounds.y, bounds.width, bounds.height].every((n) => Number.isInteger(n))
  return {
    bounds: whole ? bounds : null,
    maximized: stored.maximized !== false,
    zoom: Math.min(2, Math.max(0.7, Number(stored.zoom) || 1)),
    language: stored.language === 'en' ? 'en' : 'nl',
  }
}

/** Written whole, then renamed, so that a power cut leaves the old or the new. Failing is no reason to stop. */
export function writeWindowState(file: string, state: WindowState): void {
  try {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {} // the window then opens as at a first start
}

/**
 * The remembered bounds, made to fit the display on which enough of the title bar can be seen and taken hold
 * of (160 x 20); null when no display that is there now shows it: the window is then centred.
 */
export function visibleBounds(bounds: Rectangle | null, workAreas: readonly Rectangle[]): Rectangle | null {
  if (!bounds) return null
  const area = workAreas.find((a) => {
    const width = Math.min(a.x + a.width, bounds.x + bounds.width) - Math.max(a.x, bounds.x)
    const height = Math.min(a.y + a.height, bounds.y + 40) - Math.max(a.y, bounds.y)
    return width >= 160 && height >= 20
  })
  if (!area) return null
  const [width, height] = [Math.min(bounds.width, area.width), Math.min(bounds.height, area.height)]
  return { x: bounds.x, y: Math.max(bounds.y, area.y), width, height }
}
