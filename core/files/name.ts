/**
 * The name of a file as it is kept and shown. What came with the file is somebody else's text: it can look like
 * another kind ("cv.pdf.exe"), run backwards, hold the way to it on another PC, or be as long as a page.
 */
import type { FileType } from './type.ts'

const extensions: Readonly<Record<FileType, readonly [string, ...string[]]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpeg: ['jpg', 'jpeg'],
  docx: ['docx'],
}

/** Letters in a name without its end. */
const longest = 100

/** Control characters, marks that turn the direction of writing, what has no width, and what is no letter at all. */
const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029\u115f\u1160\u3164\uffa0]/gu
/** What Windows does not take in a name (learn.microsoft.com, "Naming Files, Paths, and Namespaces"). */
const refused = /[<>:"|?*]/gu
const device = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])$/iu
/** The end of a name that says a kind; `v2.0` and `J. de Vries` say none. */
const kind =
  /\.(?:pdf|png|jpe?g|jfif|gif|webp|heic|docx?|docm|dotm?|odt|rtf|txt|xlsx?|xlsm|exe|scr|com|bat|cmd|msi|js|jse|vbs?|ps1|wsf|hta|jar|lnk|url|html?|svg|xml|zip|rar|7z|iso|img|app|sh|dll|reg)$/iu

/**
 * @param given as the file was called; @param fallback for a name of which nothing is left.
 * @returns the name with the end that its type has, and whether somebody should be told that it is another one.
 */
export function cleanName(
  given: string,
  type: FileType,
  fallback: string,
): { readonly name: string; readonly changed: boolean } {
  const whole = given.normalize('NFC')
  const seen = whole.replace(/[\t\r\n]+/gu, ' ').replace(unseen, '')
  const own = (seen.split(/[/\\]/u).at(-1) ?? '').replace(refused, '-').replace(/\s+/gu, ' ')
  let base = own.replace(behind, '')
  const end = endOf(base)
  while (kind.test(base)) base = base.replace(kind, '').replace(behind, '')
  base = cut(base.replace(/^[. ]+/u, '')).replace(behind, '')
  if (base === '' || /^[-_ ]+$/u.test(base)) base = fallback
  if (device.test(base)) base = `${base}_`
  const [usual] = extensions[type]
  const kept = end !== null && extensions[type].includes(end.toLowerCase()) ? end : usual
  const name = `${base}.${kept}`
  return { name, changed: name !== whole.trim() }
}

/** A name that somebody typed for a file that is there: its end stays what the file is. */
export function renamed(typed: string, type: FileType): string | null {
  const { name } = cleanName(typed, type, '')
  return name.startsWith('.') ? null : name
}

/** "cv.pdf", "cv (2).pdf", ...: the first that is not among `taken`. */
export function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name
  const dot = name.lastIndexOf('.')
  for (let n = 2; ; n += 1) {
    const other = `${name.slice(0, dot)} (${n})${name.slice(dot)}`
    if (!taken.has(other)) return other
  }
}

/** Windows drops these behind a name. */
const behind = /[. ]+$/u

const endOf = (name: string): string | null => /\.([^.]+)$/u.exec(name)?.[1] ?? null

/** By what people count as one letter, so that no accent or emoji is cut in two. */
function cut(text: string): string {
  if (text.length <= longest) return text
  let short = ''
  for (const { segment } of new Intl.Segmenter('nl').segment(text)) {
    if (short.length + segment.length > longest) break
    short += segment
  }
  return short.trimEnd()
}

/** A name as it came, to show what was refused: nothing hidden in it, and no longer than a line. */
export function shownName(given: string): string {
  const seen = given
    .normalize('NFC')
    .replace(/[\t\r\n]+/gu, ' ')
    .replace(unseen, '')
    .trim()
  return cut(seen.split(/[/\\]/u).at(-1) ?? '')
}
