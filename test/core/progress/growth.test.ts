import { describe, expect, test } from 'vitest'
import { languageLevel } from '#core/api/fields.ts'
import {
  compareLevels,
  grew,
  ladderGrowth,
  languageGrowth,
  levelScales,
  skillGrowth,
} from '#core/progress/growth.ts'
import type { MeasuredLevel } from '#core/progress/growth.ts'

const measured = (
  assessed_on: string,
  level: MeasuredLevel['level'],
  source: MeasuredLevel['source'] = 'coach',
  skill: MeasuredLevel['skill'] = 'speaking',
): MeasuredLevel => ({ assessed_on, level, source, skill })

describe('levels', () => {
  test('every level is on one scale', () => {
    expect(levelScales.flat().toSorted()).toEqual([...languageLevel.options].toSorted())
  })

  test('higher on the same scale is growth; the two scales are never compared', () => {
    expect(grew('A1', 'A1+')).toBe(true)
    expect(grew('Alfa A', 'Alfa C')).toBe(true)
    expect(grew('A2', 'A1')).toBe(false)
    expect(grew('A1', 'A1')).toBe(false)
    expect(grew('Alfa C', 'A1')).toBe(false)
    expect(compareLevels('Alfa C', 'A1')).toBeNull()
    expect(compareLevels('A0', 'A1+')).toBe(2)
  })
})

describe('language', () => {
  test('start and now by day, whatever the order of the rows', () => {
    const [speaking, ...others] = languageGrowth([measured('2026-09-01', 'A2'), measured('2026-03-01', 'A1')])
    expect(others).toEqual([])
    expect(speaking).toMatchObject({ start: { level: 'A1' }, now: { level: 'A2' }, grew: true })
  })

  test('an estimate and an exam are not compared', () => {
    const rows = [measured('2026-03-01', 'A1', 'coach'), measured('2026-09-01', 'A2', 'exam')]
    expect(languageGrowth(rows)[0]?.grew).toBeNull()
    expect(languageGrowth([...rows, measured('2026-10-01', 'A2', 'coach')])[0]?.grew).toBe(true)
  })

  test('one measurement says nothing, a lower level is no growth', () => {
    expect(languageGrowth([measured('2026-03-01', 'A1')])[0]?.grew).toBeNull()
    expect(languageGrowth([measured('2026-03-01', 'A2'), measured('2026-09-01', 'A1')])[0]?.grew).toBe(false)
    expect(
      languageGrowth([measured('2026-03-01', 'Alfa C'), measured('2026-09-01', 'A1')])[0]?.grew,
    ).toBeNull()
  })

  test('skills stay apart and in a fixed order', () => {
    const rows = [
      measured('2026-03-01', 'A1', 'coach', 'writing'),
      measured('2026-03-01', 'A2', 'coach', 'listening'),
    ]
    expect(languageGrowth(rows).map((g) => g.skill)).toEqual(['listening', 'writing'])
  })
})

test('skills: start, now and own view', () => {
  const rows = [
    { assessed_on: '2026-09-01', skill_id: 7, score: 3, own_score: null },
    { assessed_on: '2026-03-01', skill_id: 7, score: 1, own_score: 4 },
    { assessed_on: '2026-10-01', skill_id: 7, score: null, own_score: 2 },
    { assessed_on: '2026-03-01', skill_id: 2, score: null, own_score: 3 },
  ]
  expect(skillGrowth(rows)).toEqual([
    { skill_id: 7, start: 1, now: 3, own: 2, startOn: '2026-03-01', nowOn: '2026-09-01' },
    { skill_id: 2, start: null, now: null, own: 3, startOn: '2026-03-01', nowOn: '2026-03-01' },
  ])
})

test('ladder', () => {
  expect(ladderGrowth([])).toBeNull()
  const steps = [
    { assessed_on: '2026-09-01', step: 4 },
    { assessed_on: '2026-03-01', step: 2 },
  ]
  expect(ladderGrowth(steps)).toEqual({ start: 2, now: 4, startOn: '2026-03-01', nowOn: '2026-09-01' })
})
