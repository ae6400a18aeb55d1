/** The form on paper, to write on. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { usePaper } from '../../ui/paper.ts'

/** `intakeId`: with the questions of that intake; else those that a new one asks. */
export function PrintBlank({
  intakeId = null,
  disabled = false,
}: {
  intakeId?: number | null
  disabled?: boolean
}) {
  const { t } = useTranslation('questions')
  const paper = usePaper(client.intakeForms.printBlank)
  return (
    <>
      <Button
        variant="default"
        loading={paper.busy}
        disabled={disabled}
        leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
        onClick={() => paper.run({ intakeId })}
      >
        {t('edit.print')}
      </Button>
      {paper.failure && <FailureMessage failure={paper.failure} />}
    </>
  )
}
