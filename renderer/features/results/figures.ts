/** Reading one figure out of the answer. */
import type { MunicipalityFigures } from '#core/api/results.ts'

export type Figure = MunicipalityFigures['figures'][number]

export function figureOf(figures: MunicipalityFigures, code: Figure['code']): Figure {
  return figures.figures.find((one) => one.code === code) ?? { code, value: null, people: [] }
}

/** The lines of the drawing and the table: kinds that somebody had, and `none` last. */
export function placeLines(figures: MunicipalityFigures): MunicipalityFigures['highestPlace'] {
  return figures.highestPlace.filter((line) => line.people.length > 0 || line.kind === 'none')
}

/** A whole before its part. */
const reading: readonly Figure['code'][] = [
  'referred',
  'screened',
  'started',
  'active',
  'placed_ever',
  'placed_now',
  'ended',
  'ended_with_place',
  'attendance_rate',
  'language_measured',
  'language_growth',
  'reached_3',
  'still_there_3',
  'meaningful_asked',
  'meaningful',
]

export function inReadingOrder(figures: MunicipalityFigures): Figure[] {
  return figures.figures.toSorted((a, b) => reading.indexOf(a.code) - reading.indexOf(b.code))
}
