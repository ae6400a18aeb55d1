/** Nobody has a password for this file on this PC yet: who are you, a new password, and on a new PC the folder. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AppState } from '#core/api/app.ts'
import type { Outputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { NewPasswordFields, useNewPassword } from '../access/new-password.tsx'
import { CloudQuestion } from '../keeping/cloud-warning.tsx'
import { WizardPage } from './wizard-frame.tsx'

type CloudService = NonNullable<Outputs['setup']['checkFolder']['cloud']>

export function PersonStep({
  office,
  people,
  onBack,
  onNext,
}: {
  office: AppState
  people: readonly { id: number; name: string }[]
  onBack: () => void
  onNext: (staff: { id: number; password: string }, folder: string | null) => void
}) {
  const { t } = useTranslation(['keeping', 'setup'])
  const newPc = office.state === 'setup'
  const [who, setWho] = useState(people.length === 1 ? String(people[0]?.id) : '')
  const [folder, setFolder] = useState(office.suggestedFolder)
  const [warned, setWarned] = useState<{ folder: string; service: CloudService } | null>(null)
  const password = useNewPassword()
  const choose = useCommand(() => client.setup.chooseFolder(), { saves: false })
  const check = useCommand(client.setup.checkFolder, { saves: false })

  function type(next: string): void {
    check.clear()
    setWarned(null)
    setFolder(next)
  }
  async function go(): Promise<void> {
    const chosen = password.ready()
    if (chosen === null || who === '') return
    if (!newPc) return onNext({ id: Number(who), password: chosen }, null)
    const found = await check.run({ folder: folder.trim() })
    if (!found) {
      document.getElementById('restore-folder')?.focus()
      return
    }
    setFolder(found.folder)
    if (found.cloud !== null && warned?.folder !== found.folder)
      return setWarned({ folder: found.folder, service: found.cloud })
    onNext({ id: Number(who), password: chosen }, found.folder)
  }
  return (
    <WizardPage
      title={t('restore.person.title')}
      lead={t('restore.person.lead')}
      onBack={onBack}
      onNext={() => void go()}
      {...(warned ? { nextLabel: t('setup:folder.cloudUse') } : {})}
      disabled={who === '' || (newPc && folder.trim() === '')}
    >
      <div className="form">
        <ChoiceField
          label={t('restore.person.who')}
          value={who}
          onChange={setWho}
          choices={people.map(({ id, name }) => ({ value: String(id), label: name }))}
        />
        <NewPasswordFields choice={password} />
        {newPc && (
          <>
            <TextField
              id="restore-folder"
              label={t('restore.person.folder')}
              hint={t('restore.person.folderHint')}
              noSpelling
              value={folder}
              onChange={(next) => {
                type(next)
              }}
            />
            {office.canChooseFolder && (
              <div>
                <Button
                  variant="default"
                  loading={choose.busy}
                  onClick={() =>
                    void choose.run(undefined).then((chosen) => chosen?.folder && type(chosen.folder))
                  }
                >
                  {t('restore.person.chooseFolder')}
                </Button>
              </div>
            )}
            {check.failure && <FailureMessage failure={check.failure} />}
            {warned && <CloudQuestion service={warned.service} />}
          </>
        )}
      </div>
    </WizardPage>
  )
}
