/** What stands on a person's sheet: gathered from the dossier, in the language of the office. */
import { percent, rate } from '#core/attendance/totals.ts'
import { formatLong, formatShort, isDate } from '#core/calendar/dates.ts'
import { everything, filtered } from '#core/dossier/timeline.ts'
import { timelineWords } from '#core/dossier/words.ts'
import { createI18n, type Language } from '#core/i18n/index.ts'
import { fullName, runningName } from '#core/names/name.ts'
import { languageGrowth } from '#core/progress/growth.ts'
import type { TimelineFilter } from '#core/api/timeline.ts'
import { listLadderAssessments, listLanguageAssessments } from '#db/assessments/queries.ts'
import { minutesOf } from '#db/attendance/totals.ts'
import { readOffice } from '#db/office/queries.ts'
import { findParticipant } from '#db/participants/queries.ts'
import { listTimeline } from '#db/participants/timeline.ts'
import { findReferral } from '#db/referrals/queries.ts'
import { found } from '#db/statements.ts'
import { goalsOf, trajectoriesOf } from '#db/trajectories/queries.ts'
import type { OfficeContext } from '../context.ts'
import { caseManagerParts } from '../names.ts'
import type { PersonSheet, SheetSection } from './person-sheet.ts'

/** @throws CommandError NOT_FOUND when there is no such person. */
export function personSheetFacts(
  ctx: OfficeContext,
  participantId: number,
  filter: TimelineFilter = everything,
): PersonSheet {
  const person = found(findParticipant(ctx.db, participantId))
  const office = readOffice(ctx.db)
  const { language } = office
  const words = dossierWords(language)
  const { t, word, date } = words
  const [trajectory] = trajectoriesOf(ctx.db, participantId)
  const referral = trajectory && findReferral(ctx.db, trajectory.referral_id)
  const sections: (SheetSection | null)[] = [
    facts(t('sheet.facts'), [
      [
        t('sheet.born'),
        person.birth_date && isDate(person.birth_date) ? date(person.birth_date) : (person.birth_date ?? ''),
      ],
      [
        t('sheet.address'),
        [`${person.street} ${person.house_number}`.trim(), `${person.postcode} ${person.city}`.trim()]
          .filter(Boolean)
          .join(', '),
      ],
      [t('sheet.phone'), person.phone],
      [t('sheet.email'), person.email],
      [t('sheet.languages'), person.languages],
      [t('sheet.interpreter'), word('interpreter', person.interpreter)],
      [
        t('sheet.municipality'),
        trajectory
          ? `${trajectory.municipality_name}, ${runningName(caseManagerParts(trajectory), language)}`
          : '',
      ],
      [t('sheet.clientNumber'), referral?.client_number ?? ''],
    ]),
    list(t('sheet.know'), person.good_to_know.split('\n')),
  ]
  if (trajectory) {
    const { present_minutes, planned_minutes } = minutesOf(ctx.db, trajectory.id)
    const here = percent(rate(present_minutes, planned_minutes))
    sections.push(
      facts(t('sheet.trajectory'), [
        [
          t('sheet.trajectory'),
          t('sheet.period', {
            from: date(trajectory.starts_on),
            to: date(trajectory.ended_on ?? trajectory.planned_end_on),
          }),
        ],
        [t('sheet.phase'), word('phase', trajectory.phase)],
        [t('sheet.coach'), trajectory.coach_name],
        [t('group.attendance'), here === null ? '' : words.people('person.rate', { percent: here })],
      ]),
      list(
        t('sheet.goals'),
        goalsOf(ctx.db, trajectory.id).map((goal) =>
          [`${goal.description}: ${word('goalState', goal.state).toLowerCase()}`, goal.remark]
            .filter(Boolean)
            .join('. '),
        ),
      ),
    )
  }
  const ladder = listLadderAssessments(ctx.db, participantId).toSorted((a, b) =>
    a.assessed_on < b.assessed_on ? -1 : 1,
  )
  sections.push(
    facts(t('sheet.growth'), [
      ...languageGrowth(listLanguageAssessments(ctx.db, participantId)).map(
        ({ skill, start, now }): [string, string] => [
          word('languageSkill', skill),
          start.level === now.level ? now.level : t('sheet.from', { from: start.level, to: now.level }),
        ],
      ),
      [
        words.people('person.ladder'),
        ladder.length === 0 ? '' : t('ladderStep', { step: ladder.at(-1)?.step ?? '' }),
      ],
    ]),
  )

  const all = listTimeline(ctx.db, participantId)
  const said = timelineWords(language)
  const withdrawn = new Set(
    all.filter((one) => one.kind === 'permission' && one.code.endsWith(' withdrawn')).map(({ id }) => id),
  )
  const permissions = all.filter(
    (one) => one.kind === 'permission' && one.code.endsWith(' given') && !withdrawn.has(one.id),
  )
  sections.push(
    list(
      t('sheet.permissions'),
      permissions.map((one) => `${said.text(one)} (${date(one.on)})`),
    ),
    timeline(),
  )
  return {
    title: t('sheet.title'),
    officeName: office.name,
    name: fullName(person, language),
    ownScript: person.own_script_name,
    lead: t('sheet.lead', { date: date(ctx.today), name: ctx.staff.name }),
    sections: sections.filter((section) => section !== null),
    continued: t('sheet.continued', { date: date(ctx.today) }),
    foot: { left: [office.name, t('sheet.foot')], page: t('sheet.page') },
    language,
    datedOn: ctx.today,
  }

  function timeline(): SheetSection {
    const items = filtered(all, filter, (item) => `${said.title(item)} ${said.text(item)}`)
    const only = [
      filter.group === null ? '' : t(`group.${filter.group}`),
      filter.onlyReport ? t('timeline.onlyReport') : '',
      filter.query.trim() === '' ? '' : `“${filter.query.trim()}”`,
    ].filter((part) => part !== '')
    return {
      kind: 'timeline',
      heading: t('sheet.timeline'),
      note:
        items.length === 0
          ? t('sheet.nothing')
          : only.length === 0
            ? ''
            : t('sheet.onlySome', { what: only.join(', ') }),
      entries: items.map((item) => ({
        on: formatShort(item.on),
        title: said.title(item),
        who: item.who === '' ? '' : `· ${item.who}`,
        text: said.text(item),
      })),
    }
  }
}

function dossierWords(language: Language) {
  const i18n = createI18n(language)
  return {
    t: i18n.getFixedT(language, 'dossier'),
    people: i18n.getFixedT(language, 'people'),
    word: (enumList: string, code: string): string =>
      i18n.exists(`enums:${enumList}.${code}`) ? String(i18n.t(`enums:${enumList}.${code}` as never)) : '',
    date: (day: string) => formatLong(day, language),
  }
}

function facts(heading: string, rows: readonly (readonly [string, string])[]): SheetSection | null {
  const filled = rows.filter(([, value]) => value.trim() !== '')
  return filled.length === 0 ? null : { kind: 'facts', heading, rows: filled }
}

function list(heading: string, items: readonly string[]): SheetSection | null {
  const filled = items.map((item) => item.trim()).filter((item) => item !== '')
  return filled.length === 0 ? null : { kind: 'list', heading, items: filled }
}
