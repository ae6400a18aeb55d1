/** Whether ink can be read on white paper. Source: WCAG 2.1, relative luminance and contrast ratio. */

/** What text needs. */
export const leastContrast = 4.5

/** The ratio of a colour `#RRGGBB` to white, 1 (white itself) to 21 (black). */
export function contrastOnWhite(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
}
