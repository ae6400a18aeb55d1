/** Settings: your own signature. Giving it is permitting it; withdrawing takes it off every letter that is not final. */
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChoosePicture, pictureAddress } from './choose-picture.tsx'
import './letter-look.css'

export function SignaturePart() {
  const { t } = useTranslation('letterLook')
  const toast = useToast()
  const signature = useQuery(orpc.letterhead.signature.queryOptions())
  const set = useCommand(client.letterhead.setSignature)
  const withdraw = useCommand(client.letterhead.withdrawSignature)
  if (!signature.isSuccess) return null
  const { mine, all } = signature.data
  async function choose(picture: string): Promise<void> {
    const done = await set.run({ picture })
    if (done) toast({ text: t('signature.set'), changeSetId: done.changeSetId })
  }
  async function takeBack(): Promise<void> {
    // Without "ongedaan maken": permission is given by who signs, and by nobody else.
    if (await withdraw.run(undefined)) toast({ text: t('signature.withdrawn') })
  }
  const failure = set.failure?.code === 'INVALID' ? withdraw.failure : (set.failure ?? withdraw.failure)
  return (
    <div className="settings-stack">
      <Sheet title={t('signature.title')} className="settings-sheet">
        <p className="dim settings-lead">{t('signature.lead')}</p>
        <div className="form">
          {mine ? (
            <>
              <div className="look-logo">
                <img src={pictureAddress(mine.picture)} alt={t('signature.alternative')} />
              </div>
              <p>{t('signature.since', { date: formatShort(mine.permitted_on) })}</p>
            </>
          ) : (
            <p>{t('signature.none')}</p>
          )}
          <div className="look-buttons">
            <ChoosePicture
              label={t(mine ? 'signature.other' : 'signature.choose')}
              hint={t('signature.hint')}
              busy={set.busy}
              problem={problemOf(set.failure, 'picture')}
              onChoose={(picture) => void choose(picture)}
            />
            {mine && (
              <button type="button" className="link settings-link" onClick={() => void takeBack()}>
                {t('signature.withdraw')}
              </button>
            )}
          </div>
          {failure && <FailureMessage failure={failure} />}
        </div>
      </Sheet>
      {all.length > 0 && (
        <Sheet title={t('signature.others')} className="settings-sheet">
          <ul className="settings-list">
            {all.map((one) => (
              <li key={one.name}>
                <bdi>{one.name}</bdi>
                <span>{t('signature.since', { date: formatShort(one.permitted_on) })}</span>
              </li>
            ))}
          </ul>
        </Sheet>
      )}
    </div>
  )
}
