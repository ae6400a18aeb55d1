/** What blocks and chips are called on the screen. */
import { useTranslation } from 'react-i18next'
import { blockCode } from '#core/letters/arrange.ts'
import { isChip } from '#core/letters/chips.ts'
import type { Layout } from '#core/letters/layout.ts'

/** A chip that an older template still has says that it is gone. */
export function useChipLabel(): (field: string) => string {
  const { t } = useTranslation(['letterLook', 'letter'])
  return (field) => (isChip(field) ? t(`letter:chip.${field}`) : t('editor.gone', { field }))
}

/** The name of every item, in order; own paragraphs are counted when there are more. */
export function useItemNames(layout: Layout): string[] {
  const { t } = useTranslation('letterLook')
  const owns = layout.filter((item) => item.type === 'own')
  return layout.map((item) => {
    if (item.type === 'own')
      return owns.length === 1 ? t('blocks.own') : t('blocks.ownNth', { n: owns.indexOf(item) + 1 })
    const code = blockCode.safeParse(item.code)
    return code.success ? t(`block.${code.data}`) : item.code
  })
}
