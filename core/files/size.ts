import type { Language } from '../i18n/index.ts'

/** "340 kB", "1,2 MB"; never "0 kB". */
export function formatSize(bytes: number, lang: Language): string {
  const mega = bytes >= 950_000
  const value = Math.max(bytes / (mega ? 1024 * 1024 : 1024), 0.1)
  return new Intl.NumberFormat(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    style: 'unit',
    unit: mega ? 'megabyte' : 'kilobyte',
    unitDisplay: 'short',
    maximumFractionDigits: mega ? 1 : value < 1 ? 1 : 0,
  }).format(value)
}
