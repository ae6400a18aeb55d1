/** Why somebody is not asked, and what can be done about it. */
import { UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { AftercareContact } from '#core/api/aftercare.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { Message } from '../../ui/message.tsx'
import { GiveDialog } from '../permissions/permission-dialogs.tsx'

export function ContactMessage({
  participantId,
  contact,
  since,
}: {
  participantId: number
  contact: AftercareContact
  since: string | null
}) {
  const { t } = useTranslation('aftercare')
  const [asking, setAsking] = useState(false)
  if (contact === 'may') return null
  const date = since === null ? '' : formatShort(since)
  return (
    <>
      <Message
        kind={contact === 'not_asked' ? 'care' : 'info'}
        title={t(`contact.${contact}`, { date })}
        action={
          contact === 'deceased' ? undefined : (
            <UnstyledButton className="link" onClick={() => setAsking(true)}>
              {t('contact.ask')}
              <ForReaders>{`: ${t('contact.askFor')}`}</ForReaders>
            </UnstyledButton>
          )
        }
      >
        {t(`contact.${contact}Text`)}
      </Message>
      {asking && (
        <GiveDialog participantId={participantId} kind="aftercare" onClose={() => setAsking(false)} />
      )}
    </>
  )
}
