/** "Verplaats…": the other columns, as a menu. */
import { Menu, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PlacementStage } from '#core/api/fields.ts'
import type { PlacementView } from '#core/api/places.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { stages } from './late.ts'

export function MoveMenu({
  placement,
  onMove,
}: {
  placement: PlacementView
  onMove: (stage: PlacementStage) => void
}) {
  const { t } = useTranslation(['places', 'enums'])
  return (
    <Menu
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      shadow="md"
      portalProps={{ target: '#page' }} // inside the landmark, outside what scrolls
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton className="link">
          {t('board.move')}
          <ForReaders>{` ${placement.personName}`}</ForReaders>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {stages.map(
          (stage, index) =>
            stage !== placement.stage && (
              <Menu.Item
                key={stage}
                leftSection={<kbd aria-hidden>{index + 1}</kbd>}
                onClick={() => onMove(stage)}
              >
                {t('board.moveTo', {
                  stage: stage === 'ended' ? t('board.endedColumn') : t(`enums:placementStage.${stage}`),
                })}
              </Menu.Item>
            ),
        )}
      </Menu.Dropdown>
    </Menu>
  )
}
