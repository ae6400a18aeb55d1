import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { useToast } from '../../ui/toast.tsx'

/** Opens the poster or the sheet of a day as PDF, and says where it is. */
export function useWordPaper() {
  const { t } = useTranslation('words')
  const toast = useToast()
  const { run, busy, failure } = useCommand(
    ({ kind, day }: { kind: 'poster' | 'sheet'; day: string }) => client.words[kind]({ day }),
    { saves: false },
  )
  async function open(kind: 'poster' | 'sheet', day: string): Promise<void> {
    const answer = await run({ kind, day })
    if (answer === null) return
    if (answer.url !== null) window.open(answer.url, '_blank', 'noopener')
    toast({ text: answer.path === null ? t('day.printed') : t('day.printedAt', { path: answer.path }) })
  }
  return { open, busy, failure }
}
