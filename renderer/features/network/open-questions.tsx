/** What organisations, or case managers, asked and nobody answered yet. Nothing at all when nothing waits. */
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContactView } from '#core/api/network.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { orpc } from '../../office/query.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { PersonLink } from '../../ui/person-name.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { AnswerDialog } from './answer-dialog.tsx'
import './network.css'

export function OpenQuestions({ of }: { of: 'hosts' | 'caseManagers' }) {
  const { t } = useTranslation('network')
  const list = useQuery(orpc.contacts.openQuestions.queryOptions({ input: { of } })).data ?? []
  const [answering, setAnswering] = useState<ContactView | null>(null)
  if (list.length === 0 && !answering) return null
  return (
    <Sheet title={t('contact.openTitle', { count: list.length })} className="network-after">
      <ul className="network-list">
        {list.map((contact) => (
          <li key={contact.id}>
            <div>
              <p className="network-text">{contact.question}</p>
              <p className="dim">
                {contact.host_id !== null ? (
                  <Link to="/organisaties/$id" params={{ id: String(contact.host_id) }} className="link">
                    {contact.withName}
                  </Link>
                ) : (
                  <Link
                    to="/klantmanagers/$id"
                    params={{ id: String(contact.case_manager_id) }}
                    className="link"
                  >
                    <bdi>{contact.withName}</bdi>
                  </Link>
                )}
                {`, ${t('contact.asked', { date: formatShort(contact.happened_on) })}`}
                {contact.participant_id !== null && (
                  <>
                    {', '}
                    <PersonLink id={contact.participant_id}>{contact.personName}</PersonLink>
                  </>
                )}
              </p>
            </div>
            <button type="button" className="link network-plain" onClick={() => setAnswering(contact)}>
              {t('contact.answer')}
              <ForReaders>{`, ${contact.withName}`}</ForReaders>
            </button>
          </li>
        ))}
      </ul>
      {answering && <AnswerDialog contact={answering} onClose={() => setAnswering(null)} />}
    </Sheet>
  )
}
