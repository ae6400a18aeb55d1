import * as office from './0001_office.ts'
import * as audit from './0002_audit.ts'
import * as people from './0003_people.ts'
import * as finding from './0004_finding.ts'
import * as days from './0005_days.ts'
import * as places from './0006_places.ts'
import * as letters from './0007_letters.ts'
import * as satisfaction from './0008_satisfaction.ts'
import * as growth from './0009_growth.ts'
import * as reports from './0010_reports.ts'
import * as facts from './0011_facts.ts'

/** One step of the schema: SQL that runs in one transaction and takes a file from `version - 1` to `version`. */
export interface Migration {
  readonly version: number
  readonly name: string
  readonly sql: string
}

/** All steps in order. A step that was once released is never changed, only followed by another. */
export const migrations: readonly Migration[] = [
  office,
  audit,
  people,
  finding,
  days,
  places,
  letters,
  satisfaction,
  growth,
  reports,
  facts,
]
