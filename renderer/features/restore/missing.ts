import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Lack } from '#core/api/keeping.ts'

/** What staff count in, in the order of the table. */
export const kinds = ['participants', 'notes', 'attendance', 'letters'] as const

/** How many rows of them in all: also what decides between "staat" and "staan". */
export const rowsOf = (lack: Lack): number => kinds.reduce((sum, kind) => sum + lack[kind], 0)

/** "2 deelnemers, 31 notities en 1 brief"; '' when there are none. */
export function useLackWords(): (lack: Lack) => string {
  const { t, i18n } = useTranslation(['keeping', 'common'])
  return useCallback(
    (lack) => {
      const words = kinds.flatMap((kind) =>
        lack[kind] === 0
          ? []
          : [
              t(`restore.look.count.${kind}`, {
                count: lack[kind],
                n: lack[kind].toLocaleString(i18n.language),
              }),
            ],
      )
      const last = words.pop() ?? ''
      return words.length === 0 ? last : `${words.join(', ')} ${t('common:and')} ${last}`
    },
    [t, i18n],
  )
}

/**
 * In whole sentences, what a copy lacks of what is here now (or was, where that cannot be read any more): '' for
 * nothing, null when it cannot be known.
 */
export function useMissingWords(): (
  missing: Lack | null,
  about: {
    /** The last change in the copy, in words; null where what is here did not simply go on from there. */
    since: string | null
    /** Whether what is here can still be read. */
    readable: boolean
  },
) => string | null {
  const { t, i18n } = useTranslation('keeping')
  const words = useLackWords()
  return useCallback(
    (missing, { since, readable }) => {
      if (missing === null) return null
      const { commands } = missing
      const n = commands.toLocaleString(i18n.language)
      const what = words(missing)
      const count = rowsOf(missing)
      const rows = readable
        ? t('restore.look.missingRows', { count, what })
        : t('restore.look.lostRows', { count, what })
      const changes =
        commands === 0
          ? ''
          : since === null
            ? t('restore.look.missingChangesNoDate', { count: commands, n })
            : t('restore.look.missingChanges', { count: commands, n, when: since })
      return [what === '' ? '' : rows, changes].filter(Boolean).join(' ')
    },
    [t, i18n, words],
  )
}
