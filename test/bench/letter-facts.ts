import type { ProgressFacts } from '#core/letters/facts.ts'
import { starterWords } from '#core/words/starter.ts'
import { typicalFacts } from '../letters/example.ts'

const words = starterWords()

/** A letter of two pages about somebody else each time: other names, figures, days, and other words about them. */
export function letterOf(n: number): ProgressFacts {
  const surname = `${['Khatib', 'Özdemir', 'Tesfay', 'Nowak', 'Haddad'][n % 5] ?? ''} ${n}`
  const word = (k: number) => words[(7 * n + k) % words.length]
  const sentence = (k: number) => word(k)?.example ?? ''
  return {
    ...typicalFacts,
    number: `2026-${String(n).padStart(4, '0')}`,
    participant: { ...typicalFacts.participant, surname, client_number: `CL-${20000 + n}` },
    attendance: {
      ...typicalFacts.attendance,
      present_minutes: 6000 + 15 * (n % 100),
      heard: { count: 20 + (n % 40), examples: [0, 1, 2].map((k) => word(k)?.word ?? '') },
    },
    texts: {
      ...typicalFacts.texts,
      attendance: sentence(3),
      skills: `${sentence(4)} ${sentence(5)}`,
      opinion: `${sentence(6)} ${sentence(20)}\n${sentence(21)}`,
    },
  }
}
