import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

/** "2 deelnemers en 31 wijzigingen": what a copy lacks. '' for nothing, null when it cannot be known. */
export function useMissingWords() {
  const { t } = useTranslation(['keeping', 'common'])
  return useCallback(
    ({
      missingPeople,
      missingCommands,
    }: {
      missingPeople: number | null
      missingCommands: number | null
    }): string | null => {
      if (missingPeople === null || missingCommands === null) return null
      return [
        missingPeople > 0 ? t('restore.look.missingPeople', { count: missingPeople }) : '',
        missingCommands > 0 ? t('restore.look.missingCommands', { count: missingCommands }) : '',
      ]
        .filter(Boolean)
        .join(` ${t('common:and')} `)
    },
    [t],
  )
}
