import type { ProgressFacts } from '#core/letters/facts.ts'
import { typicalFacts } from '../letters/example.ts'

/** A letter of two pages about somebody else each time: other names, figures and days. */
export function letterOf(n: number): ProgressFacts {
  const surname = `${['Khatib', 'Özdemir', 'Tesfay', 'Nowak', 'Haddad'][n % 5] ?? ''} ${n}`
  return {
    ...typicalFacts,
    number: `2026-${String(n).padStart(4, '0')}`,
    participant: { ...typicalFacts.participant, surname, client_number: `CL-${20000 + n}` },
    attendance: { ...typicalFacts.attendance, present_minutes: 6000 + 15 * (n % 100) },
  }
}
