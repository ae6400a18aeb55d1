/** Whether ink can be read on paper. Source: WCAG 2.1, relative luminance and contrast ratio. */

/** What text needs. */
export const leastContrast = 4.5

/** The ratio of a colour `#RRGGBB` to white, 1 (white itself) to 21 (black). */
export const contrastOnWhite = (colour: string): number => contrast(colour, '#FFFFFF')

/** The ratio of two colours `#RRGGBB`, 1 (the same) to 21, in either order. */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (light + 0.05) / (dark + 0.05)
}

/** A tint of a colour to put behind text, and the colour itself as dark as text on that tint needs. */
export function onTint(colour: string): { readonly tint: string; readonly text: string } {
  const tint = mixed(colour, '#FFFFFF', 0.12)
  const steps = Array.from({ length: 20 }, (_, n) => mixed(colour, '#000000', 1 - n / 20))
  return { tint, text: steps.find((text) => contrast(text, tint) >= leastContrast) ?? '#000000' }
}

/** `share` (0 to 1) of the one colour, the rest of the other. */
function mixed(one: string, other: string, share: number): string {
  const [a, b] = [partsOf(one), partsOf(other)]
  const parts = a.map((part, n) => Math.round(part * share + (b[n] ?? 0) * (1 - share)))
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`.toUpperCase()
}

const partsOf = (colour: string): number[] =>
  [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = partsOf(colour).map((whole) => {
    const part = whole / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
