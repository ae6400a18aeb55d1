import type { ReportAbout } from '#core/api/results.ts'
import { createI18n } from '#core/i18n/index.ts'
import { listName } from '#core/names/name.ts'
import { readOffice } from '#db/office/queries.ts'
import { findProject, listProjects } from '#db/projects/queries.ts'
import { found } from '#db/statements.ts'
import { hostNamesOf, municipalitiesUpTo, namesOf } from '#db/results/queries.ts'
import type { OfficeContext } from '../context.ts'
import { openReport } from '../letters/results-letter.ts'
import {
  behindNumber,
  countedReport,
  inARowOf,
  reportBefore,
  targetsOf,
  wholeReport,
  withoutPeople,
} from '../results/report.ts'
import {
  figuresTable,
  linesTable,
  municipalitiesTable,
  peopleTable,
  type About,
} from '../spreadsheets/results.ts'
import { csv, workbook, type Table } from '../spreadsheets/table.ts'
import type { Feature } from './feature.ts'

export const results = {
  get(ctx, about) {
    const report = countedReport(ctx, about)
    const before = reportBefore(ctx, about)
    return {
      report: withoutPeople(report),
      before: withoutPeople(before.report),
      periodBefore: before.period,
      targets: targetsOf(ctx, about),
    }
  },

  inARow(ctx, about) {
    const [figure] = withoutPeople({ figures: [inARowOf(ctx, about)], breakdowns: [] }).figures
    return found(figure)
  },

  toLetter(ctx, about) {
    const { result: id, changeSetId } = ctx.command('results.toLetter', () => openReport(ctx, about))
    return { id, changeSetId }
  },

  choices: (ctx, { to }) => ({
    projects: listProjects(ctx.db).map(({ id, name, starts_on, ends_on }) => ({
      id,
      name,
      starts_on,
      ends_on,
    })),
    municipalities: municipalitiesUpTo(ctx.db, to),
  }),

  behind(ctx, { of, ...about }) {
    const { people, hosts } = behindNumber(wholeReport(ctx, about), of)
    return { people: peopleNamed(ctx, people), hosts: hostNamesOf(ctx.db, hosts) }
  },

  people: (ctx, { ids }) => peopleNamed(ctx, ids),

  async excel(ctx, { people, ...about }) {
    const i18n = createI18n(readOffice(ctx.db).language)
    const counted = wholeReport(ctx, about)
    const inWords = aboutOf(ctx, about, i18n)
    const report = withoutPeople(counted)
    const before = withoutPeople(reportBefore(ctx, about).report)
    const tables: Table[] = [figuresTable(report, before, inWords, i18n), linesTable(report, inWords, i18n)]
    if (about.municipalityId === null) {
      const each = municipalitiesUpTo(ctx.db, about.to).map(({ id, name }) => ({
        name,
        report: withoutPeople(countedReport(ctx, { ...about, municipalityId: id })),
      }))
      if (each.length > 1) tables.push(municipalitiesTable(each, inWords, i18n))
    }
    if (people) {
      const ids = [...new Set(counted.figures.flatMap((figure) => figure.people))]
      const names = new Map(peopleNamed(ctx, ids).map((one) => [one.id, one.listName]))
      tables.push(peopleTable(counted, names, inWords, i18n))
    }
    return fileOf(i18n.t('results:excel.fileName', about), await workbook(tables))
  },

  csv(ctx, about) {
    const i18n = createI18n(readOffice(ctx.db).language)
    const report = withoutPeople(wholeReport(ctx, about))
    const before = withoutPeople(reportBefore(ctx, about).report)
    const table = figuresTable(report, before, aboutOf(ctx, about, i18n), i18n)
    return fileOf(i18n.t('results:excel.csvName', about), csv(table))
  },
} satisfies Feature<'results'>

const peopleNamed = (ctx: OfficeContext, ids: readonly number[]) =>
  namesOf(ctx.db, ids).map((row) => ({ id: row.id, listName: listName(row) }))

const fileOf = (name: string, bytes: Uint8Array) => ({ name, file: Buffer.from(bytes).toString('base64') })

function aboutOf(ctx: OfficeContext, about: ReportAbout, i18n: ReturnType<typeof createI18n>): About {
  const project = about.projectId === null ? null : findProject(ctx.db, about.projectId)
  const municipality = municipalitiesUpTo(ctx.db, about.to).find(({ id }) => id === about.municipalityId)
  const what = [project?.name, municipality?.name].filter((name) => name !== undefined)
  return { ...about, what: what.join(', ') || i18n.t('results:all'), madeOn: ctx.today }
}
