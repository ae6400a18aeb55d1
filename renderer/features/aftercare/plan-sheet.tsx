/** When this moment is asked: another day, not at all, or again after all. */
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { askedOn } from '#core/aftercare/moments.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { DropDialog, MoveDialog } from './dialogs.tsx'
import type { Moment } from './moment-screen.tsx'

export function PlanSheet({ moment }: { moment: Moment }) {
  const { t } = useTranslation('aftercare')
  const { language } = useOffice()
  const toast = useToast()
  const [asking, setAsking] = useState<'move' | 'drop' | null>(null)
  const back = useCommand(client.aftercare.putBack)
  async function putBack(): Promise<void> {
    const answer = await back.run({ ids: [moment.id] })
    if (answer) toast({ text: t('card.putBackDone'), changeSetId: answer.changeSetId })
  }
  const mayMove = moment.state === 'due' || moment.state === 'coming' || moment.state === 'ask'
  return (
    <Sheet title={t('plan.title')}>
      {moment.dropped_on === null && (
        <p>{t('plan.dueOn', { date: formatLong(askedOn(moment), language) })}</p>
      )}
      <div className="aftercare-buttons">
        {moment.dropped_on !== null ? (
          <Button variant="default" loading={back.busy} onClick={() => void putBack()}>
            {t('card.putBack')}
          </Button>
        ) : (
          <>
            {mayMove && (
              <Button variant="default" onClick={() => setAsking('move')}>
                {t('plan.move')}
              </Button>
            )}
            <Button variant="default" onClick={() => setAsking('drop')}>
              {t('plan.drop')}
            </Button>
          </>
        )}
      </div>
      {back.failure && <FailureMessage failure={back.failure} />}
      {asking === 'move' && <MoveDialog moment={moment} onClose={() => setAsking(null)} />}
      {asking === 'drop' && (
        <DropDialog
          ids={[moment.id]}
          title={t('plan.dropTitle')}
          text={t('plan.dropText')}
          onClose={() => setAsking(null)}
        />
      )}
    </Sheet>
  )
}
