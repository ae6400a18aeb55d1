/** "Meer" on every list: to Excel, as text, to the printer. It takes what stands on the page; each is written down. */
import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedList, ExportedTable, ListCode } from '#core/api/exports.ts'
import { client } from '../client.ts'
import { failureOf, type Failure } from '../office/failure.ts'
import { useCommand } from '../office/use-command.ts'
import { ActionMenu } from './action-menu.tsx'
import { FailureMessage } from './message.tsx'
import { usePrintKey } from './paper.ts'
import { readTables } from './read-table.ts'
import { saveFile, spreadsheetType, textTableType } from './save-file.ts'
import { useToast } from './toast.tsx'

type Props = {
  list: ListCode
  /** What the list is called, in the name of the file: never a person. */
  name: string
  /** Puts the rest on the page, for a list that grows while one reads on. */
  complete?: () => Promise<void>
  /** For a list that is no table on the page, or whose days are words there. */
  tables?: () => ExportedTable[]
  /** For a file: also what is not on the page yet. */
  all?: () => Promise<ExportedTable[]>
  /** Whom all of it is about. */
  participantId?: number
  /** Ctrl+P prints something else on this screen. */
  otherPrintKey?: boolean
}

export function ListMenu({
  list,
  name,
  complete,
  tables: given,
  all,
  participantId,
  otherPrintKey = false,
}: Props) {
  const { t } = useTranslation('common')
  const toast = useToast()
  const workbook = useCommand(client.exports.workbook, { saves: false })
  const text = useCommand(client.exports.text, { saves: false })
  const printed = useCommand(client.exports.printed, { saves: false })
  const [failed, setFailed] = useState<Failure | null>(null)
  const failure = workbook.failure ?? text.failure ?? printed.failure ?? failed
  const button = useRef<HTMLButtonElement>(null)
  const around = () => button.current?.closest('section.sheet, .page') ?? document
  /** A list that stops somewhere goes on to its end: half a list in a file looks like a whole one. */
  async function whole(): Promise<void> {
    await complete?.()
    for (const rest of around().querySelectorAll<HTMLElement>('[data-list-rest]')) rest.click()
    await new Promise((drawn) => setTimeout(drawn))
  }
  const which = { list, ...(participantId === undefined ? {} : { participantId }) }
  const shown = () => given?.() ?? readTables(around(), name)
  async function fetched(): Promise<ExportedTable[] | null> {
    setFailed(null)
    try {
      return all ? await all() : shown()
    } catch (error) {
      setFailed(failureOf(error))
      return null
    }
  }
  async function lists(): Promise<ExportedList | null> {
    if (!all) await whole()
    const tables = await fetched()
    if (tables === null) return null
    if (tables.some(({ rows }) => rows.length > 0)) return { ...which, name, tables }
    toast({ text: t('list.nothing') })
    return null
  }
  async function toExcel(): Promise<void> {
    const taken = await lists()
    const made = taken && (await workbook.run(taken))
    if (made) saveFile(made.file, made.name, spreadsheetType)
  }
  async function toText(): Promise<void> {
    const taken = await lists()
    const made = taken && (await text.run(taken))
    if (made) saveFile(made.file, made.name, textTableType)
  }
  async function print(): Promise<void> {
    await whole()
    await printed.run({ ...which, rows: shown().reduce((sum, { rows }) => sum + rows.length, 0) })
    window.print()
  }
  usePrintKey(otherPrintKey ? null : () => void print())
  return (
    <>
      <ActionMenu
        button={
          <Button
            ref={button}
            className="no-print"
            variant="default"
            leftSection={<IconDots size={18} stroke={2} aria-hidden />}
            loading={workbook.busy || text.busy}
          >
            {t('list.menu')}
          </Button>
        }
      >
        <Menu.Item onClick={() => void print()}>{t('print')}</Menu.Item>
        <Menu.Item onClick={() => void toExcel()}>{t('list.excel')}</Menu.Item>
        <Menu.Item onClick={() => void toText()}>{t('list.text')}</Menu.Item>
      </ActionMenu>
      {failure && <FailureMessage failure={failure} />}
    </>
  )
}
