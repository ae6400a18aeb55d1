/** "Bewaard om 14:32": the answer to the only question about saving that anybody has. */
import { IconAlertTriangle, IconCheck, IconDots } from '@tabler/icons-react'
import { UnstyledButton } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { clockTime, saved, useSaved } from '../office/saved.ts'

export function SavedLine() {
  const { t } = useTranslation(['app', 'common', 'dossier'])
  const { savedAt, busy, stuck } = useSaved()
  if (stuck) {
    return (
      <p className="saved saved-stuck">
        <IconAlertTriangle size={18} stroke={1.75} aria-hidden />
        <span>
          {t('shell.notSaved')}{' '}
          <UnstyledButton className="link" onClick={() => void saved.retryAll()}>
            {t('common:retry')}
          </UnstyledButton>
        </span>
      </p>
    )
  }
  return (
    <>
      <p className="saved">
        {busy ? (
          <IconDots size={18} stroke={1.75} aria-hidden />
        ) : (
          <IconCheck size={18} stroke={1.75} aria-hidden />
        )}
        <span>
          {busy
            ? t('shell.saving')
            : savedAt
              ? t('shell.savedAt', { time: clockTime(savedAt) })
              : t('shell.allSaved')}
        </span>
      </p>
      <p className="saved-changes">
        <Link className="link" to="/wijzigingen" aria-label={t('dossier:day.link')}>
          {t('dossier:day.short')}
        </Link>
      </p>
    </>
  )
}
