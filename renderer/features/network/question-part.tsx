/** A question that somebody of the network asked, and its answer or the way to write it down. */
import { useTranslation } from 'react-i18next'
import type { ContactView } from '#core/api/network.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { ForReaders } from '../../ui/hidden.tsx'
import { StateWord } from '../../ui/state-word.tsx'

export function QuestionPart({ contact, onAnswer }: { contact: ContactView; onAnswer: () => void }) {
  const { t } = useTranslation('network')
  const { question, answer, answered_on: answered, happened_on: asked } = contact
  return (
    <div className="network-question">
      {answered === null ? (
        <StateWord kind="care">{t('contact.open')}</StateWord>
      ) : (
        <StateWord kind="done">{t('contact.answered', { date: formatShort(answered) })}</StateWord>
      )}
      <p className="network-text">{question}</p>
      {answer !== '' && <p className="network-text dim">{answer}</p>}
      <button type="button" className="link network-plain" onClick={onAnswer}>
        {answered === null ? t('contact.answer') : t('change')}
        <ForReaders>{` ${t('contact.ofDay', { date: formatShort(asked) })}`}</ForReaders>
      </button>
    </div>
  )
}
