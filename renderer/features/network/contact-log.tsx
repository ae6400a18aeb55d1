/** What was said with one organisation or one case manager, the newest first; a question waits on top until answered. */
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactPartner, ContactView } from '#core/api/network.ts'
import { formatNarrow, formatShort } from '#core/calendar/dates.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { FailureMessage } from '../../ui/message.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import { ContactDialog } from './contact-dialog.tsx'
import { QuestionPart } from './question-part.tsx'
import './network.css'

export function ContactLog({ partner, name }: { partner: ContactPartner; name: string }) {
  const { t } = useTranslation(['network', 'enums'])
  const list = useQuery(orpc.contacts.list.queryOptions({ input: partner })).data
  const [edit, setEdit] = useState<ContactView | 'new' | null>(null)
  const [answering, setAnswering] = useState<ContactView | null>(null)
  const remove = useCommand(client.contacts.remove)
  const toast = useToast()
  async function takeAway(contact: ContactView): Promise<void> {
    const answer = await remove.run({ id: contact.id })
    if (answer) toast({ text: t('contact.removed'), changeSetId: answer.changeSetId })
  }
  return (
    <Sheet
      title={t('contact.title')}
      aside={
        <Button
          variant="default"
          size="compact-md"
          leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          onClick={() => setEdit('new')}
        >
          {t('contact.add')}
        </Button>
      }
    >
      {remove.failure && <FailureMessage failure={remove.failure} />}
      {list?.length === 0 && <p className="dim">{t('contact.none')}</p>}
      <ul className="network-list">
        {list?.map((contact) => (
          <Line
            key={contact.id}
            contact={contact}
            onAnswer={() => setAnswering(contact)}
            onChange={() => setEdit(contact)}
            onRemove={() => void takeAway(contact)}
          />
        ))}
      </ul>
      {edit && (
        <ContactDialog
          partner={partner}
          name={name}
          contact={edit === 'new' ? null : edit}
          onClose={() => setEdit(null)}
        />
      )}
      {answering && <AnswerDialog contact={answering} onClose={() => setAnswering(null)} />}
    </Sheet>
  )
}

function Line({
  contact,
  onAnswer,
  onChange,
  onRemove,
}: {
  contact: ContactView
  onAnswer: () => void
  onChange: () => void
  onRemove: () => void
}) {
  const { t } = useTranslation(['network', 'enums'])
  const { language, today } = useOffice()
  const { happened_on: on, kind, body, satisfaction, participant_id: person } = contact
  const day = on.slice(0, 4) === today.slice(0, 4) ? formatNarrow(on, language) : formatShort(on)
  const which = <ForReaders>{` ${t('contact.ofDay', { date: formatShort(on) })}`}</ForReaders>
  return (
    <li>
      <div>
        <p className="dim">
          {`${day} · ${t(`enums:contactKind.${kind}`)} · `}
          <bdi>{contact.staffName}</bdi>
        </p>
        {body !== '' && <p className="network-text">{body}</p>}
        {person !== null && (
          <p>
            {t('contact.aboutLine')}
            <PersonLink id={person}>{contact.personName}</PersonLink>
          </p>
        )}
        {satisfaction !== null && <p>{t(`enums:satisfaction.${satisfaction as 1 | 2 | 3 | 4 | 5}`)}</p>}
        {contact.question !== '' && <QuestionPart contact={contact} onAnswer={onAnswer} />}
      </div>
      <div className="network-list-actions">
        <button type="button" className="link network-plain" onClick={onChange}>
          {t('change')}
          {which}
        </button>
        <button type="button" className="link network-plain" onClick={onRemove}>
          {t('remove')}
          {which}
        </button>
      </div>
    </li>
  )
}
