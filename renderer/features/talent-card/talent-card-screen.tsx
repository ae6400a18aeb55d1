/** The talent card: the words at the left, the sheet as an employer gets it at the right. */
import { Button, UnstyledButton } from '@mantine/core'
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { TalentCard } from '#core/api/talent-card.ts'
import { talentCardFields } from '#core/api/talent-card.ts'
import { formatLong } from '#core/calendar/dates.ts'
import { foundOn, type Found } from '#core/talent-card/careful.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { failureOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { Page, PageFailure, PageWait } from '../../ui/page.tsx'
import { usePaper, usePrintKey } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PdfPages } from '../attachments/pdf-pages.tsx'
import '../attachments/attachments.css'
import type { Person } from '../participants/person-head.tsx'
import { WithPerson } from '../participants/use-person.tsx'
import { GiveDialog } from '../permissions/permission-dialogs.tsx'
import './talent-card.css'

const oneLine: readonly (keyof TalentCard)[] = ['name', 'headline', 'licence']
const lists: readonly (keyof TalentCard)[] = ['can', 'experience', 'languages']

export function TalentCardScreen() {
  const { t } = useTranslation('files')
  const { id } = useParams({ from: '/deelnemers/$id/talentkaart' })
  return (
    <WithPerson id={Number(id)} screen={t('card.screen')}>
      {(person) => <CardPage key={id} person={person} />}
    </WithPerson>
  )
}

function CardPage({ person }: { person: Person }) {
  const { t } = useTranslation('files')
  const { language } = useOffice()
  const toast = useToast()
  const input = { participantId: person.id }
  const card = useQuery(orpc.talentCard.get.queryOptions({ input }))
  const [asking, setAsking] = useState(false)
  const reset = useCommand(client.talentCard.reset)
  const paper = usePaper(client.talentCard.print)
  const print = () => paper.run(input)
  usePrintKey(print)
  if (card.isPending) return <PageWait />
  if (card.isLoadingError)
    return (
      <PageFailure
        failure={failureOf(card.error)}
        screen={t('card.screen')}
        retry={() => void card.refetch()}
      />
    )
  const { data } = card
  const found = foundOn(data.card, data.avoid)

  async function again(): Promise<void> {
    await saveEverything()
    const done = await reset.run(input)
    if (done) toast({ text: t('card.remade'), changeSetId: done.changeSetId })
  }
  return (
    <Page
      screen={t('card.screen')}
      title={t('card.title', { name: data.card.name || person.names.full })}
      lead={t('card.lead')}
      actions={
        data.permittedOn !== null && (
          <Button
            leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
            loading={paper.busy}
            onClick={print}
          >
            {t('card.print')}
          </Button>
        )
      }
    >
      <Link className="link card-back" to="/deelnemers/$id" params={{ id: String(person.id) }}>
        <IconArrowLeft size={18} stroke={2} aria-hidden /> {t('card.back')}
      </Link>
      <div className="card-messages">
        {paper.failure && <FailureMessage failure={paper.failure} />}
        {reset.failure && <FailureMessage failure={reset.failure} />}
        {data.permittedOn === null ? (
          <Message
            title={t('card.needsTitle')}
            action={<Button onClick={() => setAsking(true)}>{t('card.ask')}</Button>}
          >
            <p>{t('card.needs')}</p>
          </Message>
        ) : (
          <p className="dim">{t('card.permitted', { date: formatLong(data.permittedOn, language) })}</p>
        )}
        {found.length > 0 && <LookAgain found={found} />}
      </div>
      <div className="card-columns">
        <Sheet title={t('card.screen')}>
          <p className="dim card-source">
            {data.kept ? t('card.own') : t('card.fromDossier')}{' '}
            {data.kept && (
              <UnstyledButton className="link" disabled={reset.busy} onClick={() => void again()}>
                {t('card.again')}
              </UnstyledButton>
            )}
          </p>
          <div className="form card-form">
            {talentCardFields.map((field) => (
              <CardField
                key={field}
                participantId={person.id}
                field={field}
                card={data.card}
                found={found.filter((one) => one.field === field)}
              />
            ))}
          </div>
        </Sheet>
        <CardPreview participantId={person.id} />
      </div>
      {asking && <GiveDialog participantId={person.id} kind="talent_card" onClose={() => setAsking(false)} />}
    </Page>
  )
}

function CardField({
  participantId,
  field,
  card,
  found,
}: {
  participantId: number
  field: keyof TalentCard
  card: TalentCard
  found: readonly Found[]
}) {
  const { t } = useTranslation('files')
  const auto = useAutosave(field, card[field], (value) =>
    client.talentCard.save({ participantId, fields: { [field]: value } }),
  )
  const label = t(`card.field.${field}`)
  const hint =
    field === 'name' || field === 'words'
      ? t(`card.hint.${field}`)
      : lists.includes(field)
        ? t('card.hint.list')
        : undefined
  const parts = { label, ...(hint ? { hint } : {}), ...auto }
  return (
    <div>
      {oneLine.includes(field) ? (
        <TextField {...parts} anyScript />
      ) : (
        <AreaField {...parts} rows={lists.includes(field) ? 3 : 2} />
      )}
      {found.length > 0 && (
        <p className="card-look">
          {t('card.lookAgain', {
            words: found.map(({ word, about }) => `“${word}” (${t(`card.about.${about}`)})`).join(', '),
          })}
        </p>
      )}
    </div>
  )
}

/** What had better not be on it: told, never refused. */
function LookAgain({ found }: { found: readonly Found[] }) {
  const { t } = useTranslation('files')
  return (
    <Message title={t('card.foundTitle')}>
      <p>{t('card.foundText')}</p>
      <ul className="card-found">
        {found.map(({ field, about, word }) => (
          <li key={`${field} ${word}`}>
            {t('card.foundLine', { field: t(`card.field.${field}`), word, about: t(`card.about.${about}`) })}
          </li>
        ))}
      </ul>
    </Message>
  )
}

function CardPreview({ participantId }: { participantId: number }) {
  const { t } = useTranslation('files')
  const pdf = useQuery(
    orpc.talentCard.pdf.queryOptions({
      input: { participantId },
      structuralSharing: false,
      placeholderData: keepPreviousData,
    }),
  )
  return (
    <section
      className="card-preview"
      aria-label={t('card.preview')}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and nothing in it takes the focus
      tabIndex={0}
    >
      {pdf.data && !pdf.data.fits && (
        <Message title={t('card.tooMuch')} live>
          <p>{t('card.tooMuchText')}</p>
        </Message>
      )}
      {pdf.isLoadingError && <p>{t('card.noPreview')}</p>}
      {pdf.data && (
        <PdfPages pdf={pdf.data.pdf} drawing={t('card.drawing')} broken={t('card.noPreview')} lang="nl" />
      )}
    </section>
  )
}
