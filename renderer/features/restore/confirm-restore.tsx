/** The only question of the wizard, and the only moment that something changes. */
import { useTranslation } from 'react-i18next'
import type { Inputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { useCommand } from '../../office/use-command.ts'
import { Ask } from '../../ui/ask.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { useMoments } from '../keeping/moment.ts'
import type { Seen } from './restore-wizard.tsx'
import { restoring } from './store.ts'

export function ConfirmRestore({
  seen,
  newPc,
  input,
  onClose,
}: {
  seen: Seen
  newPc: boolean
  input: Inputs['restore']['apply']
  onClose: () => void
}) {
  const { t } = useTranslation(['keeping', 'problems'])
  const { say } = useMoments()
  const last = seen.content?.lastChangeAt
  const apply = useCommand(
    async (what: Inputs['restore']['apply']) => {
      await saveEverything()
      const { asideFolder } = await client.restore.apply(what)
      restoring.finish({ kind: newPc ? 'newPc' : 'restored', aside: newPc ? null : asideFolder })
      return true
    },
    { saves: false },
  )
  const title = newPc
    ? t('restore.ask.titleNewPc')
    : last
      ? t('restore.ask.title', { when: say(last) })
      : t('restore.ask.titleNoDate')
  return (
    <Ask
      opened
      title={title}
      answer={newPc ? t('restore.ask.answerNewPc') : t('restore.ask.answer')}
      onAnswer={() => void apply.run(input)}
      onClose={onClose}
      busy={apply.busy}
    >
      <p>{newPc ? t('restore.ask.textNewPc') : t('restore.ask.text')}</p>
      {apply.failure && apply.failure.code !== 'INVALID' && <FailureMessage failure={apply.failure} />}
      {apply.failure?.fields.map(({ field, problem }) => (
        <p key={field} className="field-message" role="alert">
          {t(`problems:${problem}`)}
        </p>
      ))}
    </Ask>
  )
}
