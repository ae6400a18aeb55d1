import { expect, test } from 'vitest'
import { statementPeriods } from '#core/letters/periods.ts'

test('all of it, then quarters and months, the newest first, each within the trajectory', () => {
  expect(statementPeriods('2026-08-24', '2026-11-17')).toEqual([
    { key: 'all', kind: 'all', from: '2026-08-24', to: '2026-11-17' },
    { key: '2026-Q4', kind: 'quarter', from: '2026-10-01', to: '2026-11-17' },
    { key: '2026-Q3', kind: 'quarter', from: '2026-08-24', to: '2026-09-30' },
    { key: '2026-11', kind: 'month', from: '2026-11-01', to: '2026-11-17' },
    { key: '2026-10', kind: 'month', from: '2026-10-01', to: '2026-10-31' },
    { key: '2026-09', kind: 'month', from: '2026-09-01', to: '2026-09-30' },
    { key: '2026-08', kind: 'month', from: '2026-08-24', to: '2026-08-31' },
  ])
  const year = statementPeriods('2025-12-31', '2026-01-01')
  expect(year.map((one) => one.key)).toEqual(['all', '2026-Q1', '2025-Q4', '2026-01', '2025-12'])
  expect(statementPeriods('2026-05-05', '2026-05-05')).toHaveLength(3)
})
