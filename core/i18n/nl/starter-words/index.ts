/** The words that an office can start with: per theme, in the order in which they are used. */
import around from './around.ts'
import work from './work.ts'
import workshop from './workshop.ts'
import year from './year.ts'

const themes: Readonly<Record<string, readonly string[]>> = { ...work, ...workshop, ...around, ...year }
export default themes
