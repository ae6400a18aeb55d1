/** F1: what this screen is for, and the keys that work everywhere. */
import { Modal } from '@mantine/core'
import { useLocation } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'

const texts = [
  [/^\/vandaag/, 'today'],
  [/^\/deelnemers\/[^/]+\/intake/, 'intake'],
  [/^\/deelnemers\/\d+\/zoeken|^\/aanbod\/\d+\/wie/, 'matching'],
  [/^\/deelnemers\/\d+/, 'person'],
  [/^\/deelnemers/, 'participants'],
  [/^\/week/, 'week'],
  [/^\/agenda/, 'agenda'],
  [/^\/plekken/, 'places'],
  [/^\/aanbod/, 'openings'],
  [/^\/nazorg/, 'aftercare'],
  [/^\/organisaties/, 'hosts'],
  [/^\/sleutelpersonen/, 'ambassadors'],
  [/^\/(?:gemeenten|klantmanagers)/, 'municipalities'],
  [/^\/thema-avonden/, 'evenings'],
  [/^\/brieven/, 'letters'],
  [/^\/resultaten/, 'results'],
  [/^\/instellingen/, 'settings'],
] as const

const keys = [
  ['Ctrl K', 'search'],
  ['Ctrl N', 'newParticipant'],
  ['Ctrl P', 'print'],
  ['Ctrl Z', 'undo'],
  ['Ctrl Y', 'redo'],
  ['Ctrl S', 'save'],
  ['F1', 'help'],
  ['Esc', 'close'],
] as const

export function HelpPanel({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation(['app', 'common'])
  const path = useLocation({ select: (location) => location.pathname })
  const about = texts.find(([pattern]) => pattern.test(path))?.[1] ?? 'today'
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t('shell.helpPanel.title')}
      size="lg"
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <p>{t(`shell.helpPanel.${about}`)}</p>
      <h3 className="help-keys-title">{t('shell.helpPanel.keys')}</h3>
      <dl className="help-keys">
        {keys.map(([key, word]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{t(`shell.helpPanel.keyWords.${word}`)}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  )
}
