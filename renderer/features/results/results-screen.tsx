/** The figures about a period: one sentence that opens the people behind it, a drawing, and the same in a table. */
import { Button } from '@mantine/core'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MunicipalityFigures } from '#core/api/results.ts'
import { isDate } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { SelectField } from '../../forms/choice-field.tsx'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Afterwards } from './afterwards.tsx'
import { AllFigures } from './all-figures.tsx'
import { PeopleDialog, type Chosen } from './people-dialog.tsx'
import { PeriodPicker, yearPeriod } from './period-picker.tsx'
import { Places } from './places.tsx'
import { Sentence } from './sentence.tsx'
import { ThreeFacts } from './three-facts.tsx'
import './results.css'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function ResultsScreen() {
  const { t } = useTranslation(['results', 'common'])
  const { today } = useOffice()
  const { van, tot } = useSearch({ from: '/resultaten' })
  const navigate = useNavigate()
  const standard = yearPeriod(today, 0)
  const from = van && isDate(van) ? van : standard.from
  const to = tot && isDate(tot) ? tot : standard.to
  const swapped = to < from
  const figures = useQuery(
    orpc.results.get.queryOptions({
      input: { from, to },
      enabled: !swapped,
      placeholderData: keepPreviousData,
    }),
  )
  const excel = useCommand(client.results.excel)
  const [municipality, setMunicipality] = useState('all')
  const [chosen, setChosen] = useState<Chosen | null>(null)

  const screen = t('title')
  if (figures.isPending && !swapped) return <PageWait />
  if (figures.isLoadingError)
    return (
      <PageFailure failure={failureOf(figures.error)} screen={screen} retry={() => void figures.refetch()} />
    )
  const each = figures.data ?? []
  const one = each.find((item) => keyOf(item) === municipality) ?? each.at(-1)

  async function toExcel(): Promise<void> {
    const file = await excel.run({ from, to })
    if (file) saveFile(file.file, file.name, xlsx)
  }
  return (
    <Page
      title={screen}
      screen={screen}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconDownload size={18} stroke={2} aria-hidden />}
            loading={excel.busy}
            disabled={swapped}
            onClick={() => void toExcel()}
          >
            {t('excelButton')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
            onClick={() => window.print()}
          >
            {t('common:print')}
          </Button>
        </>
      }
    >
      {excel.failure && <FailureMessage failure={excel.failure} />}
      <div className="results-choices">
        <PeriodPicker
          from={from}
          to={to}
          today={today}
          onChange={(period) =>
            void navigate({ to: '/resultaten', search: { van: period.from, tot: period.to } })
          }
        />
        {each.length > 2 && (
          <SelectField
            className="results-municipality"
            label={t('municipality')}
            value={municipality}
            onChange={setMunicipality}
            choices={[...each]
              .reverse()
              .map((item) => ({ value: keyOf(item), label: item.municipalityName || t('all') }))}
          />
        )}
      </div>
      {swapped ? (
        <Message title={t('period.swapped')} />
      ) : (
        one && (
          <>
            <Sentence figures={one} onOpen={setChosen} />
            <Places figures={one} onOpen={setChosen} />
            <ThreeFacts figures={one} onOpen={setChosen} />
            <Afterwards figures={one} onOpen={setChosen} />
            <AllFigures figures={one} onOpen={setChosen} />
          </>
        )
      )}
      <PeopleDialog chosen={chosen} onClose={() => setChosen(null)} />
    </Page>
  )
}

function keyOf(item: MunicipalityFigures): string {
  return item.municipalityId === null ? 'all' : String(item.municipalityId)
}
