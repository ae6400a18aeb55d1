/** The projects: what was agreed with a commissioner, how far it is, and who is behind each number. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import type { ExportedTable } from '#core/api/exports.ts'
import { projectCounts, type Project } from '#core/api/projects.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { EmptyState } from '../../ui/sheet.tsx'
import { ProjectCard } from './project-card.tsx'
import { ProjectDialog } from './project-dialog.tsx'
import './projects.css'

type Asking = { project: Project | null } | null

export function ProjectsScreen() {
  const { t } = useTranslation('projects')
  const [asking, setAsking] = useState<Asking>(null)
  const list = useQuery(orpc.projects.list.queryOptions())
  if (list.isPending) return <PageWait />
  if (list.isLoadingError)
    return (
      <PageFailure failure={failureOf(list.error)} screen={t('title')} retry={() => void list.refetch()} />
    )
  const add = (
    <Button
      leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
      onClick={() => setAsking({ project: null })}
    >
      {t('add')}
    </Button>
  )
  const some = list.data.length > 0
  return (
    <Page
      title={t('title')}
      screen={t('title')}
      lead={t('lead')}
      actions={
        some && (
          <>
            <ListMenu list="projects" name={t('title')} tables={() => [tableOf(list.data, t)]} />
            {add}
          </>
        )
      }
    >
      <p className="projects-back">
        <Link className="link" to="/instellingen">
          {t('back')}
        </Link>
      </p>
      {some ? (
        <div className="projects">
          {list.data.map((project) => (
            <ProjectCard key={project.id} project={project} onChange={() => setAsking({ project })} />
          ))}
        </div>
      ) : (
        <EmptyState title={t('emptyTitle')} action={add}>
          {t('emptyText')}
        </EmptyState>
      )}
      {asking && <ProjectDialog project={asking.project} onClose={() => setAsking(null)} />}
    </Page>
  )
}

/** The cards as a list. */
function tableOf(projects: readonly Project[], t: TFunction<'projects'>): ExportedTable {
  return {
    name: t('title'),
    columns: [
      { head: t('form.name'), kind: 'text' },
      { head: t('form.startsOn'), kind: 'date' },
      { head: t('form.endsOn'), kind: 'date' },
      ...projectCounts.map((count) => ({ head: t(`counts.${count}`), kind: 'number' as const })),
      { head: t('form.target_screened'), kind: 'number' },
      { head: t('form.target_started'), kind: 'number' },
      { head: t('form.target_placed'), kind: 'number' },
    ],
    rows: projects.map((project) => [
      project.name,
      project.starts_on,
      project.ends_on,
      ...projectCounts.map((count) => project.people[count].length),
      project.target_screened,
      project.target_started,
      project.target_placed,
    ]),
  }
}
