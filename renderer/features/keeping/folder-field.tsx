/** A folder: typed, or chosen with the dialog of the system where there is one. */
import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'

export function FolderField({
  label,
  hint,
  value,
  onChange,
}: {
  label: string
  hint: string
  value: string
  onChange: (folder: string) => void
}) {
  const { t } = useTranslation('keeping')
  const { canChooseFolder } = useOffice()
  const choose = useCommand(() => client.copies.chooseFolder(), { saves: false })
  async function ask(): Promise<void> {
    const chosen = await choose.run(undefined)
    if (chosen?.folder) onChange(chosen.folder)
  }
  return (
    <>
      <TextField label={label} hint={hint} noSpelling autoFocus value={value} onChange={onChange} />
      {canChooseFolder && (
        <div>
          <Button
            variant="default"
            leftSection={<IconFolder size={18} stroke={2} aria-hidden />}
            loading={choose.busy}
            onClick={() => void ask()}
          >
            {t('path.choose')}
          </Button>
        </div>
      )}
    </>
  )
}
