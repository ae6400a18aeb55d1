/** Who did what: the rows, and what of the program it was in words. */
import { useInfiniteQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listCode } from '#core/api/exports.ts'
import { orpc } from '../../office/query.ts'

const atOnce = 50

export function useAuditList(participantId: number | null) {
  return useInfiniteQuery(
    orpc.audit.list.infiniteOptions({
      input: (before: number | null) => ({ before, participantId, limit: atOnce }),
      initialPageParam: null as number | null,
      getNextPageParam: (page) => page.next,
    }),
  )
}

const parts = [
  'participants',
  'dossier',
  'attachments',
  'talentCard',
  'history',
  'referrals',
  'intakes',
  'notes',
  'assessments',
  'tasks',
  'municipalities',
  'trajectories',
  'attendance',
  'dayPapers',
  'today',
  'hosts',
  'contacts',
  'themeEvenings',
  'ambassadors',
  'caseManagers',
  'openings',
  'placements',
  'placing',
  'aftercare',
  'letters',
  'results',
  'settings',
  'copies',
  'restore',
  'access',
] as const

/** "plek", "lijst plekken, 12 regels"; empty where the program has no word for it. */
export function useDid(): (what: string) => string {
  const { t } = useTranslation('keeping')
  return (what) => {
    const [procedure = '', code, rows] = what.split(' ')
    const branch = procedure.slice(0, procedure.indexOf('.'))
    const list = branch === 'exports' && listCode.options.find((one) => one === code)
    if (list) return t('audit.list', { list: t(`audit.lists.${list}`), count: Number(rows) })
    const known = parts.find((part) => part === branch)
    return known ? t(`audit.what.${known}`) : ''
  }
}
