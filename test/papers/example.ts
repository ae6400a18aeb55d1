/** An invented office with a form of its own: a question of each type, and a person who answered. */
import type { FormChanges, OwnQuestion } from '#core/api/intake-form.ts'
import { noChanges } from '#core/intake/form.ts'

export function anOwnQuestion(number: number, fields: Partial<OwnQuestion> = {}): OwnQuestion {
  return {
    key: `own_${number}`,
    section: 'work',
    after: 'hobbies',
    type: 'text',
    question: `Eigen vraag ${number}?`,
    hint: '',
    reason: '',
    needed: false,
    coachOnly: false,
    off: false,
    options: [],
    min: 0,
    max: 10,
    unit: '',
    partial: false,
    ...fields,
  }
}

const abc = [
  { key: 'own_1', label: 'Appel' },
  { key: 'own_2', label: 'Brood' },
  { key: 'own_3', label: 'Citroen' },
]

/** One own question of each of the ten types, in one section. */
export const allTypes: OwnQuestion[] = [
  anOwnQuestion(1, { question: 'Welke maat werkschoenen heeft u?', hint: 'Bijvoorbeeld 42.' }),
  anOwnQuestion(2, { type: 'longText', question: 'Wat maakte u zelf?' }),
  anOwnQuestion(3, { type: 'number', question: 'Hoeveel kilometer fietst u?', max: 200, unit: 'kilometer' }),
  anOwnQuestion(4, { type: 'date', question: 'Sinds wanneer kent u ons?', partial: true }),
  anOwnQuestion(5, { type: 'choice', question: 'Wat eet u het liefst?', options: abc }),
  anOwnQuestion(6, { type: 'multiple', question: 'Wat lust u nog meer?', options: abc }),
  anOwnQuestion(7, {
    type: 'yesNoUnknown',
    question: 'Heeft u een fiets?',
    reason: 'Dit vragen we om de reis te plannen.',
  }),
  anOwnQuestion(8, { type: 'scale', question: 'Hoe vindt u het hier?', options: abc }),
  anOwnQuestion(9, { type: 'dayParts', question: 'Wanneer bent u thuis?' }),
  anOwnQuestion(10, {
    type: 'rows',
    question: 'Welke machines kent u?',
    options: [
      { key: 'own_1', label: 'Machine' },
      { key: 'own_2', label: 'Waar geleerd' },
    ],
  }),
]

export const ownForm: FormChanges = { ...noChanges, own: allTypes }

/** An answer for each of `allTypes`. */
export const ownAnswers: Record<string, unknown> = {
  own_1: '42',
  own_2: 'Een tafel.\nEen stoel van eikenhout.',
  own_3: 12,
  own_4: '2025-03',
  own_5: 'own_2',
  own_6: ['own_1', 'own_3'],
  own_7: 'yes',
  own_8: 3,
  own_9: ['1-morning', '5-evening'],
  own_10: [{ own_1: 'Lintzaag', own_2: 'Op school' }],
}
