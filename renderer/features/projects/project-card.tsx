import { Button, UnstyledButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import { projectCounts, type Project } from '#core/api/projects.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'

type Count = (typeof projectCounts)[number]

export function ProjectCard({ project, onChange }: { project: Project; onChange: () => void }) {
  const { t } = useTranslation('projects')
  const municipalities = useQuery(orpc.municipalities.list.queryOptions()).data
  const [open, setOpen] = useState<Count | null>(null)
  const commissioner = municipalities?.find((one) => one.id === project.municipality_id)?.name
  const facts = [commissioner ?? t('noCommissioner'), usePeriod(project), project.active ? '' : t('closed')]
  return (
    <Sheet
      title={<bdi>{project.name}</bdi>}
      aside={
        <Button variant="default" size="compact-md" onClick={onChange}>
          {t('change')}
          <ForReaders>{` ${project.name}`}</ForReaders>
        </Button>
      }
    >
      <p className="dim">{facts.filter(Boolean).join(' · ')}</p>
      <ul className="project-counts" aria-label={t('counts.label')}>
        {projectCounts.map((count) => (
          <li key={count}>
            <Figure
              count={count}
              project={project}
              open={open === count}
              onOpen={() => setOpen(open === count ? null : count)}
            />
          </li>
        ))}
      </ul>
      {open && <People project={project} count={open} onClose={() => setOpen(null)} />}
      {project.remarks && (
        <p className="project-remarks" dir="auto">
          {project.remarks}
        </p>
      )}
    </Sheet>
  )
}

function usePeriod({ starts_on, ends_on }: Project): string {
  const { t } = useTranslation('projects')
  if (starts_on && ends_on) return t('period', { from: formatShort(starts_on), to: formatShort(ends_on) })
  if (starts_on) return t('from', { date: formatShort(starts_on) })
  return ends_on ? t('until', { date: formatShort(ends_on) }) : ''
}

const targetOf = (project: Project, count: Count): number | null =>
  count === 'referred' ? null : project[`target_${count}`]

/** The number, the bar towards what was agreed, and the way to who they are. */
function Figure({
  count,
  project,
  open,
  onOpen,
}: {
  count: Count
  project: Project
  open: boolean
  onOpen: () => void
}) {
  const { t } = useTranslation('projects')
  const id = useId()
  const { length } = project.people[count]
  const target = targetOf(project, count)
  return (
    <>
      <p id={id}>{t(`counts.${count}`)}</p>
      <p className="project-number">
        {target === null ? String(length) : t('counts.of', { count: length, target })}
      </p>
      {target !== null && target > 0 && (
        <svg className="project-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden>
          <rect className="project-bar-all" width="100" height="6" />
          <rect className="project-bar-now" width={Math.min(100, (length / target) * 100)} height="6" />
        </svg>
      )}
      <UnstyledButton className="link" aria-expanded={open} aria-describedby={id} onClick={onOpen}>
        {t('counts.show')}
      </UnstyledButton>
    </>
  )
}

function People({ project, count, onClose }: { project: Project; count: Count; onClose: () => void }) {
  const { t } = useTranslation('projects')
  const ids = project.people[count]
  const people = useQuery(orpc.results.people.queryOptions({ input: { ids: [...ids] } })).data
  const title = t('counts.people', { what: t(`counts.${count}`), name: project.name })
  return (
    <section className="project-people" aria-label={title}>
      <div className="project-people-head">
        <h3>{t(`counts.${count}`)}</h3>
        <UnstyledButton className="link" onClick={onClose}>
          {t('counts.close')}
        </UnstyledButton>
      </div>
      {ids.length === 0 ? (
        <p className="dim">{t('counts.nobody')}</p>
      ) : (
        <>
          <ul className="project-names">
            {people?.map((one) => (
              <li key={one.id}>
                <PersonLink id={one.id}>{one.listName}</PersonLink>
              </li>
            ))}
          </ul>
          {count === 'referred' && (
            <Link className="link" to="/deelnemers" search={{ project: String(project.id) }}>
              {t('inList')}
            </Link>
          )}
        </>
      )}
    </section>
  )
}
