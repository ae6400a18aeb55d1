/** The figures as tables: for a workbook and for text with semicolons. */
import type { i18n } from 'i18next'
import type { Report, ReportAbout } from '#core/api/results.ts'
import type { CountedReport } from '#core/figures/figures.ts'
import { codesOf, definitions, figureGroups, linesOverlap } from '#core/figures/registry.ts'
import { figureWords } from '#core/figures/words.ts'
import type { Column, Table, Value } from './table.ts'

/** What the report is about, in words, and when it was made. */
export interface About extends Pick<ReportAbout, 'from' | 'to'> {
  readonly what: string
  readonly madeOn: string
}

const aboutLines = (t: i18n['t'], { what, from, to, madeOn }: About): Table['about'] => [
  [t('results:excel.about'), what],
  [t('results:excel.from'), { date: from }],
  [t('results:excel.to'), { date: to }],
  [t('results:excel.made'), { date: madeOn }],
]

/** Every figure: the number, of how many, the one of the period before, and exactly how it is counted. No names. */
export function figuresTable(report: Report, before: Report, about: About, i18n: i18n): Table {
  const t = i18n.t.bind(i18n)
  const old = new Map(before.figures.map((figure) => [figure.code, figure]))
  const known = new Map(report.figures.map((figure) => [figure.code, figure]))
  const rows = figureGroups.flatMap((group) =>
    codesOf(group).flatMap((code): Value[][] => {
      const figure = known.get(code)
      if (figure === undefined) return []
      const { unit, twice, part } = definitions[code]
      const value = unit === 'minutes' && figure.value !== null ? hours(figure.value) : figure.value
      const earlier = old.get(code)?.value ?? null
      return [
        [
          t(`results:group.${group}`),
          t(`results:figure.${code}`),
          unit === 'rate' ? null : value,
          figure.of,
          unit === 'rate'
            ? value
            : part && figure.value !== null && figure.of
              ? figure.value / figure.of
              : null,
          unit === 'minutes' && earlier !== null ? hours(earlier) : earlier,
          t(`results:unit.${unit}`),
          t(twice ? 'common:yes' : 'common:no'),
          t(`results:definition.${code}`),
        ],
      ]
    }),
  )
  return {
    name: t('results:excel.sheet'),
    about: aboutLines(t, about) ?? [],
    columns: columns(t, [
      ['results:excel.group', 'text'],
      ['results:excel.figure', 'text'],
      ['results:excel.value', 'number'],
      ['results:excel.of', 'number'],
      ['results:excel.share', 'share'],
      ['results:excel.before', 'number'],
      ['results:excel.unit', 'text'],
      ['results:excel.twice', 'text'],
      ['results:excel.definition', 'text'],
    ]),
    rows,
  }
}

/** Every breakdown, a row for each line. */
export function linesTable(report: Report, about: About, i18n: i18n): Table {
  const t = i18n.t.bind(i18n)
  const words = figureWords(i18n)
  return {
    name: t('results:excel.splitSheet'),
    about: aboutLines(t, about) ?? [],
    columns: columns(t, [
      ['results:excel.split', 'text'],
      ['results:excel.line', 'text'],
      ['results:excel.value', 'number'],
      ['results:excel.of', 'number'],
      ['results:excel.twice', 'text'],
      ['results:excel.definition', 'text'],
    ]),
    rows: report.breakdowns.flatMap(({ code, lines }) =>
      lines.map((line): Value[] => [
        t(`results:breakdown.${code}`),
        words.line(code, line),
        line.value,
        line.of,
        t(linesOverlap.has(code) ? 'common:yes' : 'common:no'),
        t(`results:breakdownHow.${code}`),
      ]),
    ),
  }
}

/** The same figures of each municipality, under each other: to sort and to filter. */
export function municipalitiesTable(
  reports: readonly { readonly name: string; readonly report: Report }[],
  about: About,
  i18n: i18n,
): Table {
  const t = i18n.t.bind(i18n)
  return {
    name: t('results:excel.municipalitiesSheet'),
    about: aboutLines(t, about) ?? [],
    columns: columns(t, [
      ['results:excel.municipality', 'text'],
      ['results:excel.figure', 'text'],
      ['results:excel.value', 'number'],
      ['results:excel.of', 'number'],
      ['results:excel.unit', 'text'],
    ]),
    rows: reports.flatMap(({ name, report }) =>
      report.figures.map(({ code, value, of }): Value[] => {
        const { unit } = definitions[code]
        const shown = unit === 'minutes' && value !== null ? hours(value) : value
        return [name, t(`results:figure.${code}`), shown, of, t(`results:unit.${unit}`)]
      }),
    ),
  }
}

/** Who is behind each figure: only on a sheet that was asked for. */
export function peopleTable(
  { figures }: CountedReport,
  names: ReadonlyMap<number, string>,
  about: About,
  i18n: i18n,
): Table {
  const t = i18n.t.bind(i18n)
  return {
    name: t('results:excel.peopleSheet'),
    about: aboutLines(t, about) ?? [],
    columns: columns(t, [
      ['results:excel.figure', 'text'],
      ['results:excel.name', 'text'],
    ]),
    rows: figures.flatMap(({ code, people }) =>
      people.map((id): Value[] => [t(`results:figure.${code}`), names.get(id) ?? '']),
    ),
  }
}

/** Minutes as hours with two decimals: one column holds several units, so they are no clock. */
const hours = (minutes: number): number => Math.round((minutes / 60) * 100) / 100

type Head = Parameters<i18n['t']>[0] & string
const columns = (t: i18n['t'], list: readonly (readonly [Head, Column['kind']])[]): Column[] =>
  list.map(([key, kind]) => ({ head: t(key), kind }))
