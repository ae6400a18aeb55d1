import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { fieldProblems } from '#core/api/errors.ts'
import * as fields from '#core/api/fields.ts'
import * as intake from '#core/api/intake.ts'
import * as people from '#core/api/people.ts'
import { letterRowSchema } from '#core/api/letters.ts'
import { aftercareSchema, attemptHow } from '#core/api/aftercare.ts'
import { meaningful } from '#core/api/meaning.ts'
import { placementSchema } from '#core/api/places.ts'
import { toldBy } from '#core/api/signals.ts'
import { holidayCodes } from '#core/calendar/holidays.ts'
import enEnums from '#core/i18n/en/enums.ts'
import enProblems from '#core/i18n/en/problems.ts'
import nlEnums from '#core/i18n/nl/enums.ts'
import nlIntake from '#core/i18n/nl/intake.ts'
import enIntake from '#core/i18n/en/intake.ts'
import nlProblems from '#core/i18n/nl/problems.ts'

function keysOf(texts: object, at = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [at + key] : keysOf(value as object, `${at}${key}.`),
  )
}
function textsOf(texts: object): string[] {
  return Object.values(texts).flatMap((value) =>
    typeof value === 'string' ? [value] : textsOf(value as object),
  )
}

describe('words', () => {
  test('each problem with a field', () => {
    expect(Object.keys(nlProblems).toSorted()).toEqual([...fieldProblems].toSorted())
  })

  test.each([
    [nlEnums, enEnums],
    [nlProblems, enProblems],
    [nlIntake, enIntake],
  ])('both languages have the same keys, and no text is empty', (dutch, english) => {
    expect(keysOf(english)).toEqual(keysOf(dutch))
    for (const text of [...textsOf(dutch), ...textsOf(english)]) expect(text.trim()).not.toBe('')
  })

  test('each value of each list of the contract', () => {
    const lists = Object.entries(fields).flatMap(([name, schema]) =>
      schema instanceof z.ZodEnum && name !== 'languageLevel' ? [{ name, values: schema.options }] : [],
    )
    expect(lists.length).toBeGreaterThan(12)
    for (const { name, values } of lists)
      for (const value of values) expect(nlEnums, `${name}.${value}`).toHaveProperty([name, value])
  })

  test.each<[string, readonly string[]]>([
    ['participantStage', people.participantStage.options],
    ['noAnswer', intake.noAnswer.options],
    ['interpreter', people.participantFieldsSchema.shape.interpreter.options],
    ['preferredContact', people.participantFieldsSchema.shape.preferred_contact.options],
    ['referralKind', people.referralSchema.shape.kind.options],
    ['sentHow', letterRowSchema.shape.sent_how.unwrap().options],
    ['aftercareOutcome', aftercareSchema.shape.outcome.unwrap().options],
    ['benefitEnded', aftercareSchema.shape.benefit_ended.unwrap().options],
    ['attemptHow', attemptHow.options],
    ['toldBy', toldBy.options],
    ['meaningful', meaningful.options],
    ['goalResult', placementSchema.shape.goal_result.unwrap().options],
    ['attendanceLetter', fields.attendanceMark.options],
    ['holiday', holidayCodes],
  ])('enums.%s', (name, values) => {
    const given = Object.keys((nlEnums as unknown as Record<string, object>)[name] ?? {})
    expect(given.toSorted()).toEqual(values.filter((v) => v !== '').toSorted())
  })

  test('the letters of the week are all different', () => {
    for (const texts of [nlEnums, enEnums])
      expect(new Set(Object.values(texts.attendanceLetter)).size).toBe(fields.attendanceMark.options.length)
  })

  test('Dutch on screen avoids the words that nobody says', () => {
    const avoid = /\b(?:status|record|valide|synchronis|fout|ongeldig|sorry|oeps)/i
    for (const text of [...textsOf(nlEnums), ...textsOf(nlProblems), ...textsOf(nlIntake)])
      expect(text).not.toMatch(avoid)
  })
})
