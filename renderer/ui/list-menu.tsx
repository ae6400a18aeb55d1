/** "Meer" on every list: to Excel, as text, to the printer. It takes what stands on the page. */
import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ExportedList, ExportedTable } from '#core/api/exports.ts'
import { client } from '../client.ts'
import { useCommand } from '../office/use-command.ts'
import { ActionMenu } from './action-menu.tsx'
import { FailureMessage } from './message.tsx'
import { readTables } from './read-table.ts'
import { saveFile, spreadsheetType, textTableType } from './save-file.ts'
import { useToast } from './toast.tsx'

type Props = {
  /** What the list is called, in the name of the file: never a person. */
  name: string
  /** Puts the rest on the page, for a list that grows while one reads on. */
  complete?: () => Promise<void>
  /** For a list that is no table on the page. */
  tables?: () => ExportedTable[]
}

export function ListMenu({ name, complete, tables: given }: Props) {
  const { t } = useTranslation('common')
  const toast = useToast()
  const workbook = useCommand(client.exports.workbook, { saves: false })
  const text = useCommand(client.exports.text, { saves: false })
  const failure = workbook.failure ?? text.failure
  const button = useRef<HTMLButtonElement>(null)
  const around = () => button.current?.closest('section.sheet, .page') ?? document
  /** A list that stops somewhere goes on to its end: half a list in a file looks like a whole one. */
  async function whole(): Promise<void> {
    await complete?.()
    around().querySelector<HTMLElement>('[data-list-rest]')?.click()
    await new Promise((drawn) => setTimeout(drawn))
  }
  async function lists(): Promise<ExportedList | null> {
    await whole()
    const tables = given?.() ?? readTables(around(), name)
    if (tables.some(({ rows }) => rows.length > 0)) return { name, tables }
    toast({ text: t('list.nothing') })
    return null
  }
  async function toExcel(): Promise<void> {
    const list = await lists()
    const made = list && (await workbook.run(list))
    if (made) saveFile(made.file, made.name, spreadsheetType)
  }
  async function toText(): Promise<void> {
    const list = await lists()
    const made = list && (await text.run(list))
    if (made) saveFile(made.file, made.name, textTableType)
  }
  async function print(): Promise<void> {
    await whole()
    window.print()
  }
  return (
    <>
      <ActionMenu
        button={
          <Button
            ref={button}
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
