/** What comes out of the printer for a week: a sign-in sheet for each day, and the week to write on or as it is. */
import { Button, Menu } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays, formatNarrow } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { ActionMenu } from '../../ui/action-menu.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'

/** Ctrl+P on the week: as it is now. */
export function useWeekPrintKey(monday: string): void {
  const paper = usePaper(client.dayPapers.week)
  usePrintKey(() => paper.run({ monday, filled: true }))
}

/** Not drawn again with each mark: it stands on the page twice. */
export const PrintMenu = memo(function PrintMenu({ monday }: { monday: string }) {
  const { t } = useTranslation('papers')
  const { language } = useOffice()
  const signIn = usePaper(client.dayPapers.signIn)
  const week = usePaper(client.dayPapers.week)
  const failure = signIn.failure ?? week.failure
  return (
    <>
      <ActionMenu
        className="week-print"
        button={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
            loading={signIn.busy || week.busy}
          >
            {t('menu.title')}
          </Button>
        }
      >
        <Menu.Item onClick={() => week.run({ monday, filled: false })}>{t('menu.week')}</Menu.Item>
        <Menu.Item onClick={() => week.run({ monday, filled: true })}>{t('menu.weekFilled')}</Menu.Item>
        <Menu.Divider />
        {[0, 1, 2, 3, 4].map((n) => {
          const day = addDays(monday, n)
          return (
            <Menu.Item key={day} onClick={() => signIn.run({ day })}>
              {t('menu.signIn', { day: formatNarrow(day, language) })}
            </Menu.Item>
          )
        })}
      </ActionMenu>
      {failure && <FailureMessage failure={failure} />}
    </>
  )
})
