import type { i18n } from 'i18next'
import writeExcelFile from 'write-excel-file/node'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { formatShort } from '#core/calendar/dates.ts'

/** A cell as write-excel-file takes it: numbers stay numbers, so that Excel can count with them. */
type Cell =
  | { type: StringConstructor; value: string; fontWeight?: 'bold' }
  | { type: NumberConstructor; value: number; format?: string }
  | null
type Row = Cell[]

const text = (value: string): Cell => ({ type: String, value })
const head = (...values: string[]): Row =>
  values.map((value) => ({ type: String, value, fontWeight: 'bold' }))
const count = (value: number | null): Cell => (value === null ? null : { type: Number, value })
const share = (value: number | null): Cell => (value === null ? null : { type: Number, value, format: '0%' })

/**
 * The figures of a period as a workbook: one sheet per question and one that says how each was counted.
 * @returns the bytes of an .xlsx file. Contains numbers of people, never names.
 */
export async function resultsWorkbook(
  figures: readonly MunicipalityFigures[],
  period: { from: string; to: string },
  i18n: i18n,
): Promise<Buffer> {
  const t = i18n.t.bind(i18n)
  const name = (item: MunicipalityFigures) => item.municipalityName || t('results:all')
  const intro: Row[] = [
    head(t('results:excel.period', { from: formatShort(period.from), to: formatShort(period.to) })),
    [],
  ]
  const codes = figures[0]?.figures.map((figure) => figure.code) ?? []

  const main: Row[] = [
    ...intro,
    head(t('results:excel.municipality'), t('results:excel.figure'), t('results:excel.value')),
    ...figures.flatMap((item) =>
      item.figures.map((figure): Row => [
        text(name(item)),
        text(t(`results:figure.${figure.code}`)),
        figure.code === 'attendance_rate' ? share(figure.value) : count(figure.value),
      ]),
    ),
  ]
  const places: Row[] = [
    ...intro,
    head(t('results:excel.municipality'), t('results:excel.place'), t('results:excel.people')),
    ...figures.flatMap((item) =>
      item.highestPlace.map((line): Row => [
        text(name(item)),
        text(t(`enums:placementKind.${line.kind}`)),
        count(line.people.length),
      ]),
    ),
  ]
  const outflow: Row[] = [
    ...intro,
    head(t('results:excel.municipality'), t('results:excel.outflow'), t('results:excel.count')),
    ...figures.flatMap((item) =>
      item.outflow.map((line): Row => [
        text(name(item)),
        text(t(`enums:outflow.${line.outflow}`)),
        count(line.count),
      ]),
    ),
  ]
  const afterwards: Row[] = [
    ...intro,
    head(
      t('results:excel.municipality'),
      t('results:afterwards.moment'),
      t('results:afterwards.passed'),
      t('results:afterwards.reached'),
      t('results:afterwards.still'),
      t('results:afterwards.notReached'),
      t('results:afterwards.stopped'),
      t('results:afterwards.open'),
    ),
    ...figures.flatMap((item) =>
      item.durability.map((line): Row => [
        text(name(item)),
        text(t('results:afterwards.months', { count: line.month })),
        ...[line.passed, line.reached, line.still, line.not_reached, line.stopped, line.open].map((people) =>
          count(people.length),
        ),
      ]),
    ),
    [],
    [text(t('results:afterwards.how'))],
  ]
  const definitions: Row[] = [
    head(t('results:excel.figure'), t('results:excel.definition')),
    ...codes.map((code): Row => [text(t(`results:figure.${code}`)), text(t(`results:definition.${code}`))]),
  ]

  const columns = [{ width: 30 }, { width: 44 }, { width: 14 }]
  return await writeExcelFile([
    { data: main, sheet: t('results:excel.sheet'), columns },
    { data: places, sheet: t('results:excel.placesSheet'), columns },
    { data: outflow, sheet: t('results:excel.outflowSheet'), columns },
    { data: afterwards, sheet: t('results:excel.afterwardsSheet'), columns },
    {
      data: definitions,
      sheet: t('results:excel.definitionsSheet'),
      columns: [{ width: 36 }, { width: 110 }],
    },
  ]).toBuffer()
}
