import { Button } from '@mantine/core'
import { IconFolder } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { TextField } from '../../forms/text-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { CloudQuestion } from '../keeping/cloud-warning.tsx'
import { Step } from './step-rail.tsx'
import type { StepProps } from './setup-screen.tsx'

type CloudService = NonNullable<Outputs['setup']['checkFolder']['cloud']>

export function FolderStep({ form, change, next, back, canChoose }: StepProps & { canChoose: boolean }) {
  const { t } = useTranslation('setup')
  const check = useCommand(client.setup.checkFolder, { saves: false })
  const choose = useCommand(() => client.setup.chooseFolder(), { saves: false })
  const [warned, setWarned] = useState<{ folder: string; service: CloudService } | null>(null)

  function type(folder: string): void {
    check.clear()
    setWarned(null)
    change({ folder })
  }
  async function go(): Promise<void> {
    const found = await check.run({ folder: form.folder.trim() })
    if (!found) {
      document.getElementById('folder')?.focus()
      return
    }
    change({ folder: found.folder })
    // Told once; it is the office that decides.
    if (found.cloud === null || warned?.folder === found.folder) next()
    else setWarned({ folder: found.folder, service: found.cloud })
  }
  // An office's file stands there already: it is never written over.
  const occupied = check.failure?.code === 'NOT_OUR_FILE'
  return (
    <Step
      title={t('folder.title')}
      lead={t('folder.lead')}
      onNext={() => void go()}
      onBack={back}
      disabled={form.folder.trim() === ''}
      busy={check.busy}
      {...(warned ? { nextLabel: t('folder.cloudUse') } : {})}
    >
      <div className="form">
        <TextField
          id="folder"
          label={t('folder.label')}
          hint={t('folder.hint')}
          noSpelling
          value={form.folder}
          onChange={type}
          autoFocus
        />
        {canChoose && (
          <div>
            <Button
              variant="default"
              leftSection={<IconFolder size={18} stroke={2} aria-hidden />}
              loading={choose.busy}
              onClick={() =>
                void choose.run(undefined).then((chosen) => chosen?.folder && type(chosen.folder))
              }
            >
              {t('folder.choose')}
            </Button>
          </div>
        )}
        {check.failure && !occupied && <FailureMessage failure={check.failure} />}
        {occupied && <Message live title={t('folder.existing')} />}
        {warned && <CloudQuestion service={warned.service} />}
      </div>
    </Step>
  )
}
