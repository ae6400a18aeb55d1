/**
 * Whether an SVG is only a drawing. What could run, load or grow is refused and not repaired: what the office sees in the
 * preview is then what is in its file.
 */
import type { FieldProblem } from '#core/api/errors.ts'

/** Elements and uses at most; a use can repeat what has uses in it. */
const MOST_ELEMENTS = 5_000
const MOST_USES = 16

const drawings = new Set(
  `svg g defs path rect circle ellipse line polyline polygon text tspan textPath title desc metadata style use symbol
  linearGradient radialGradient stop clipPath mask pattern marker switch`.split(/\s+/u),
)

/** The width and height that it is drawn in, in units of its own. */
export interface SvgSize {
  readonly width: number
  readonly height: number
}

interface Tag {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
}

/** Null when it is no text. */
export function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** @returns its size, or what is wrong with it. */
export function readSvg(text: string): SvgSize | FieldProblem {
  if (/<!ENTITY|<!ELEMENT|<!ATTLIST/iu.test(text)) return 'logo_script'
  const tags = tagsOf(text)
  const root = tags?.[0]
  if (tags === null || root?.name !== 'svg') return 'logo_broken'
  if (tags.length > MOST_ELEMENTS || tags.filter((tag) => tag.name === 'use').length > MOST_USES)
    return 'logo_broken'
  if (/@import|expression\s*\(/iu.test(text) || !tags.every((tag) => harmless(tag))) return 'logo_script'
  if (/url\(\s*["']?\s*(?!["']?\s*#)/iu.test(text.replaceAll('&quot;', '"'))) return 'logo_script'
  return sizeOf(root) ?? 'logo_broken'
}

function harmless({ name, attributes }: Tag): boolean {
  // What a drawing program keeps for itself has a name of its own, and nothing draws it.
  if (!drawings.has(name) && !/^(?!svg:)[a-z]\w*:/iu.test(name)) return false
  for (const [key, value] of attributes) {
    if (/^on/iu.test(key)) return false
    if (/(^|:)href$/iu.test(key) && !value.trim().startsWith('#')) return false
    if (/javascript:|data:/iu.test(value.replaceAll(/[\s\0]/gu, ''))) return false
  }
  return true
}

function sizeOf({ attributes }: Tag): SvgSize | null {
  const box = (attributes.get('viewBox') ?? '')
    .trim()
    .split(/[\s,]+/u)
    .map(Number)
  const [, , width = Number.NaN, height = Number.NaN] = box
  const size =
    box.length === 4
      ? { width, height }
      : { width: units(attributes.get('width')), height: units(attributes.get('height')) }
  const fits = [size.width, size.height].every((side) => side > 0 && side < 1e6)
  return fits && size.width / size.height < 50 && size.height / size.width < 50 ? size : null
}

const units = (value = ''): number =>
  /^\s*[\d.]+(px|pt|mm|cm|in|)\s*$/u.test(value) ? Number.parseFloat(value) : Number.NaN

const piece =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^[>]*>|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/uy

/** Every opening tag in order; null when it is not well-formed. */
function tagsOf(text: string): Tag[] | null {
  const source = text.replace(/^\ufeff/u, '')
  const tags: Tag[] = []
  const open: string[] = []
  piece.lastIndex = 0
  for (let at = 0; at < source.length; at = piece.lastIndex) {
    const found = piece.exec(source)
    if (found === null) return null
    const [whole, closing, name, attributes = '', empty] = found
    if (name === undefined) {
      if (open.length === 0 && !whole.startsWith('<') && whole.trim() !== '') return null
      continue
    }
    if (closing === '/') {
      if (open.pop() !== name) return null
      continue
    }
    if (open.length === 0 && tags.length > 0) return null
    tags.push({ name, attributes: attributesOf(attributes) })
    if (empty !== '/') open.push(name)
  }
  return open.length === 0 ? tags : null
}

function attributesOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu)].map(([, key = '', double, single]) => [
      key,
      decoded(double ?? single ?? ''),
    ]),
  )
}

/** With the characters that stand behind numbers, so that nothing hides in them. */
function decoded(value: string): string {
  return value.replaceAll(/&#(x?)([\da-f]+);/giu, (_all, hex: string, digits: string) => {
    const code = Number.parseInt(digits, hex === '' ? 10 : 16)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
