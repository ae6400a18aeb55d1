/** What can be done with the report: to Excel, and less often as text, with names, or to the printer. */
import { Button, Menu } from '@mantine/core'
import { IconDots, IconDownload, IconMail } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { figureCodes } from '#core/figures/registry.ts'
import { client } from '../../client.ts'
import { problemOf } from '../../office/failure.ts'
import { useCommand } from '../../office/use-command.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { usePrintKey } from '../../ui/paper.ts'
import { saveFile, spreadsheetType, textTableType } from '../../ui/save-file.ts'
import type { About } from './report.ts'

export function Actions({ about, disabled }: { about: About; disabled: boolean }) {
  const { t } = useTranslation('results')
  const [asking, setAsking] = useState(false)
  const excel = useCommand(client.results.excel, { saves: false })
  const csv = useCommand(client.results.csv, { saves: false })
  const letter = useCommand(client.results.toLetter)
  const printed = useCommand(client.exports.printed, { saves: false })
  const navigate = useNavigate()
  const whom = problemOf(letter.failure, 'municipalityId') !== null
  const failure = excel.failure ?? csv.failure ?? printed.failure ?? (whom ? null : letter.failure)
  async function print(): Promise<void> {
    await printed.run({ list: 'results', rows: figureCodes.length })
    window.print()
  }
  usePrintKey(disabled ? null : () => void print())
  async function toLetter(): Promise<void> {
    const made = await letter.run(about)
    if (made) void navigate({ to: '/brieven/$id', params: { id: String(made.id) } })
  }
  async function toExcel(people: boolean): Promise<void> {
    const made = await excel.run({ ...about, people })
    if (made) saveFile(made.file, made.name, spreadsheetType)
    setAsking(false)
  }
  async function toText(): Promise<void> {
    const made = await csv.run(about)
    if (made) saveFile(made.file, made.name, textTableType)
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconDownload size={18} stroke={2} aria-hidden />}
        loading={excel.busy}
        disabled={disabled}
        onClick={() => void toExcel(false)}
      >
        {t('excelButton')}
      </Button>
      <ActionMenu
        button={
          <Button
            variant="default"
            leftSection={<IconDots size={18} stroke={2} aria-hidden />}
            disabled={disabled}
            loading={csv.busy}
          >
            {t('more.label')}
          </Button>
        }
      >
        <Menu.Item onClick={() => void print()}>{t('more.print')}</Menu.Item>
        <Menu.Item onClick={() => void toText()}>{t('more.csv')}</Menu.Item>
        <Menu.Item onClick={() => setAsking(true)}>{t('more.excelPeople')}</Menu.Item>
      </ActionMenu>
      <Button
        leftSection={<IconMail size={18} stroke={2} aria-hidden />}
        loading={letter.busy}
        disabled={disabled}
        onClick={() => void toLetter()}
      >
        {t('letterButton')}
      </Button>
      {whom && <Message live title={t('letterWhom')} />}
      {failure && <FailureMessage failure={failure} />}
      <Ask
        opened={asking}
        title={t('more.excelPeopleAsk')}
        answer={t('more.excelPeopleYes')}
        busy={excel.busy}
        onAnswer={() => void toExcel(true)}
        onClose={() => setAsking(false)}
      >
        <p>{t('more.excelPeopleText')}</p>
      </Ask>
    </>
  )
}
