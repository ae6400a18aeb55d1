/** A layout that saves itself, and offers to take back what was removed. */
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Layout } from '#core/letters/layout.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useToast } from '../../ui/toast.tsx'

type Saved = { changeSetId: number | null }

export type LayoutField = {
  layout: Layout
  onChange: (layout: Layout) => void
  onRemove: (layout: Layout) => void
  onBlur: () => void
}

export function useLayout(layout: Layout, save: (layout: Layout) => Promise<Saved>): LayoutField {
  const { t } = useTranslation('letterLook')
  const toast = useToast()
  const last = useRef<number | null>(null)
  const field = useAutosave<Layout>('layout', layout, async (value) => {
    last.current = (await save(value)).changeSetId
  })
  async function remove(next: Layout): Promise<void> {
    await saveEverything() // what was typed before is a step of its own
    last.current = null
    field.onChange(next)
    await saveEverything()
    toast({ text: t('blocks.removed'), changeSetId: last.current })
  }
  return {
    layout: field.value,
    onChange: field.onChange,
    onRemove: (next) => void remove(next),
    onBlur: field.onBlur,
  }
}
