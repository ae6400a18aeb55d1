/** Civic integration of one person: law, route, plan and term, school and lessons. Saved per field. */
import { Checkbox } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { formatLong, weekdayName, weekdayShort } from '#core/calendar/dates.ts'
import { civicLaw, civicRoute, lessonPart, type WeekPart } from '#core/api/fields.ts'
import type { Civic, CivicFields } from '#core/api/civic.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Page, PageWait } from '../../ui/page.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { useTermWords } from './civic-line.tsx'
import '../participants/forms.css'

export function CivicScreen() {
  const { t } = useTranslation('trajectory')
  const { id } = useParams({ from: '/deelnemers/$id/inburgering' })
  return (
    <WithPerson id={Number(id)} screen={t('civic.screen')}>
      {(person) => <Facts key={id} person={person} />}
    </WithPerson>
  )
}

function Facts({ person }: { person: Person }) {
  const { t } = useTranslation('trajectory')
  const civic = useQuery(orpc.civic.get.queryOptions({ input: { participantId: person.id } })).data
  if (!civic) return <PageWait />
  return (
    <Page
      screen={t('civic.screen')}
      title={<bdi>{t('civic.title', { name: person.names.full })}</bdi>}
      lead={t('civic.lead')}
    >
      <div className="pf-sheets pf-wide">
        <Link className="link" to="/deelnemers/$id" params={{ id: String(person.id) }}>
          {t('page.back')}
        </Link>
        <CivicForm id={person.id} civic={civic} />
        <Lessons id={person.id} lessons={civic.lessons} />
      </div>
    </Page>
  )
}

function CivicForm({ id, civic }: { id: number; civic: Civic }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { today } = useOffice()
  const save = (fields: Partial<CivicFields>) => client.civic.save({ participantId: id, fields })
  const law = useAutosave('law', civic.law, (value) => save({ law: value }))
  const route = useAutosave('route', civic.route, (value) => save({ route: value }))
  const pip = useAutosave('pip_on', civic.pip_on, (value) => save({ pip_on: value }))
  const ends = useAutosave('term_ends_on', civic.term_ends_on, (value) => save({ term_ends_on: value }))
  const school = useAutosave('school', civic.school, (value) => save({ school: value }))
  const remark = useAutosave('remark', civic.remark, (value) => save({ remark: value }))
  return (
    <>
      <Sheet title={t('civic.facts')}>
        <div className="form">
          <div className="form-row">
            <SelectField
              label={t('civic.law')}
              value={law.value}
              onChange={law.onChange}
              choices={civicLaw.options.map((value) => ({ value, label: t(`enums:civicLaw.${value}`) }))}
            />
            <SelectField
              label={t('civic.route')}
              value={route.value}
              onChange={route.onChange}
              choices={civicRoute.options.map((value) => ({ value, label: t(`enums:civicRoute.${value}`) }))}
            />
          </div>
          <TextField label={t('civic.school')} optional {...school} />
          <AreaField label={t('civic.remark')} optional {...remark} />
        </div>
      </Sheet>
      <Sheet title={t('civic.term')}>
        <div className="form">
          <Term civic={civic} />
          <DateField
            className="form-short"
            label={t('civic.pip')}
            hint={t('civic.pipHint')}
            optional
            today={today}
            {...pip}
          />
          <DateField
            className="form-short"
            label={t('civic.ends')}
            hint={t('civic.endsHint')}
            optional
            today={today}
            {...ends}
          />
        </div>
      </Sheet>
    </>
  )
}

/** How the term stands now, and what it follows from. */
function Term({ civic }: { civic: Civic }) {
  const { t } = useTranslation('trajectory')
  const { language } = useOffice()
  const words = useTermWords()(civic)
  const rule = civic.computedEndOn && t('civic.computed', { date: formatLong(civic.computedEndOn, language) })
  const nothing =
    civic.law === 'not_obliged' || civic.law === 'exempt' || civic.law === 'finished'
      ? t('civic.noTerm')
      : t(civic.law === 'wi2013' ? 'civic.noRule2013' : 'civic.noRule')
  return (
    <div aria-live="polite">
      {words ? (
        <p>
          {civic.term === 'runs' ? (
            <span className="capital">{words}</span>
          ) : (
            <StateWord kind={civic.term === 'soon' ? 'care' : 'late'}>
              <span className="capital">{words}</span>
            </StateWord>
          )}
        </p>
      ) : (
        <p>{nothing}</p>
      )}
      {words && rule && <p className="dim">{rule}</p>}
    </div>
  )
}

const weekdays = [1, 2, 3, 4, 5, 6] as const

function Lessons({ id, lessons }: { id: number; lessons: readonly WeekPart[] }) {
  const { t } = useTranslation(['trajectory', 'enums'])
  const { language } = useOffice()
  const set = useCommand(client.civic.setLessons)
  const has = (lesson: WeekPart) =>
    lessons.some((one) => one.weekday === lesson.weekday && one.part === lesson.part)
  const toggle = (lesson: WeekPart) => {
    const others = lessons.filter((one) => one.weekday !== lesson.weekday || one.part !== lesson.part)
    void set.run({ participantId: id, lessons: has(lesson) ? others : [...others, lesson] })
  }
  return (
    <Sheet title={t('civic.lessons')}>
      <p className="dim">{t('civic.lessonsHint')}</p>
      <div className="table-scroll">
        <table className="pf-days">
          <thead>
            <tr>
              <td />
              {weekdays.map((weekday) => (
                <th key={weekday} scope="col">
                  {weekdayShort(weekday, language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lessonPart.options.map((part) => (
              <tr key={part}>
                <th scope="row">{t(`enums:dayPart.${part}`)}</th>
                {weekdays.map((weekday) => (
                  <td key={weekday}>
                    <Checkbox
                      checked={has({ weekday, part })}
                      disabled={set.busy}
                      onChange={() => toggle({ weekday, part })}
                      aria-label={t('civic.lessonCell', {
                        day: weekdayName(weekday, language),
                        part: t(`enums:dayPart.${part}`),
                      })}
                    />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {set.failure && <FailureMessage failure={set.failure} />}
    </Sheet>
  )
}
