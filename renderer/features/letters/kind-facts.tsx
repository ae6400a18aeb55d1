/** What the office knows, and goes into the further kinds of letter; each with the way to where it is filled in. */
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { LetterView } from '#core/api/letters.ts'
import { formatHours } from '#core/attendance/totals.ts'
import { formatDayMonth, formatLong, mondayOf } from '#core/calendar/dates.ts'
import type {
  AftercareFacts,
  CertificateFacts,
  EndFacts,
  ExtensionFacts,
  InvitationFacts,
  NoShowFacts,
  PlacementFacts,
} from '#core/letters/kind-facts.ts'
import { useOffice } from '../../office/office.ts'
import { Facts, Sheet } from '../../ui/sheet.tsx'
import type { KindLetter } from './kind-draft.tsx'

/** What core/letters made; the contract carries it as plain JSON. */
const factsOf = <F,>(letter: LetterView): F => letter.facts as unknown as F

export function KindFactsSheet({ letter }: { letter: KindLetter }) {
  switch (letter.kind) {
    case 'end':
      return <EndSheets facts={factsOf<EndFacts>(letter)} person={letter.participantId} />
    case 'extension':
      return <ExtensionSheets facts={factsOf<ExtensionFacts>(letter)} person={letter.participantId} />
    case 'no_show':
      return <NoShowSheet facts={factsOf<NoShowFacts>(letter)} />
    case 'invitation':
      return <InvitationSheet facts={factsOf<InvitationFacts>(letter)} person={letter.participantId} />
    case 'placement':
      return <PlacementSheet facts={factsOf<PlacementFacts>(letter)} place={letter.placementId} />
    case 'aftercare':
      return <AftercareSheet facts={factsOf<AftercareFacts>(letter)} moment={letter.aftercareId} />
    case 'certificate':
      return <CertificateSheet facts={factsOf<CertificateFacts>(letter)} person={letter.participantId} />
  }
}

/** What is not known is not shown. */
function KnownSheet({
  title,
  rows,
  aside,
  children,
}: {
  title: string
  rows: readonly (readonly [string, string | null])[]
  aside: ReactNode
  children?: ReactNode
}) {
  return (
    <Sheet title={title} aside={aside}>
      <Facts
        facts={rows.flatMap(([label, value]) =>
          value ? [[label, <bdi key={label}>{value}</bdi>] as const] : [],
        )}
      />
      {children}
    </Sheet>
  )
}

function ToTrajectory({ person }: { person: number }) {
  const { t } = useTranslation('letters')
  return (
    <Link className="link" to="/deelnemers/$id/traject" params={{ id: String(person) }}>
      {t('kinds.facts.toTrajectory')}
    </Link>
  )
}

function EndSheets({ facts, person }: { facts: EndFacts; person: number }) {
  const { t } = useTranslation(['letters', 'enums'])
  const { language } = useOffice()
  const { end, trajectory } = facts
  return (
    <KnownSheet
      title={t('kinds.facts.end')}
      aside={<ToTrajectory person={person} />}
      rows={[
        [t('kinds.facts.ended'), end.ended_on && formatLong(end.ended_on, language)],
        [t('kinds.facts.planned'), formatLong(trajectory.planned_end_on, language)],
        [t('kinds.facts.reason'), end.kind && t(`enums:endKind.${end.kind}`)],
        [t('kinds.facts.outflow'), end.outflow && t(`enums:outflow.${end.outflow}`)],
      ]}
    >
      {(end.kind === 'health' || end.kind === 'family') && (
        <p className="dim letter-privacy">{t('kinds.facts.medical')}</p>
      )}
    </KnownSheet>
  )
}

function ExtensionSheets({ facts, person }: { facts: ExtensionFacts; person: number }) {
  const { t } = useTranslation('letters')
  const { language } = useOffice()
  return (
    <KnownSheet
      title={t('kinds.facts.extension')}
      aside={<ToTrajectory person={person} />}
      rows={[[t('kinds.facts.planned'), formatLong(facts.trajectory.planned_end_on, language)]]}
    />
  )
}

function NoShowSheet({ facts }: { facts: NoShowFacts }) {
  const { t } = useTranslation('letters')
  const { language } = useOffice()
  const hours = (minutes: number) => t('kinds.facts.hoursValue', { hours: formatHours(minutes, language) })
  const { last_present_on } = facts
  return (
    <KnownSheet
      title={t('kinds.facts.no_show')}
      aside={
        <Link
          className="link"
          to="/week"
          search={{ maandag: mondayOf(facts.days.at(-1)?.day ?? facts.period_to) }}
        >
          {t('kinds.facts.toWeek')}
        </Link>
      }
      rows={[
        [t('kinds.facts.days'), facts.days.map(({ day }) => formatDayMonth(day, language)).join(', ')],
        [t('kinds.facts.hours'), hours(facts.present_minutes)],
        [t('kinds.facts.last'), last_present_on && formatLong(last_present_on, language)],
        [t('kinds.facts.tries'), facts.contacts.map(({ on }) => formatDayMonth(on, language)).join(', ')],
      ]}
    />
  )
}

function InvitationSheet({ facts, person }: { facts: InvitationFacts; person: number }) {
  const { t } = useTranslation('letters')
  const { street, house_number, postcode, city } = facts.address
  const lines = [`${street} ${house_number}`, `${postcode} ${city}`].map((line) => line.trim())
  return (
    <KnownSheet
      title={t('kinds.facts.invitation')}
      aside={
        <Link className="link" to="/deelnemers/$id/gegevens" params={{ id: String(person) }}>
          {t('kinds.facts.toPerson')}
        </Link>
      }
      rows={[[t('kinds.facts.address'), lines.filter((line) => line !== '').join(', ')]]}
    />
  )
}

function PlacementSheet({ facts, place }: { facts: PlacementFacts; place: number }) {
  const { t } = useTranslation('letters')
  return (
    <KnownSheet
      title={t('kinds.facts.placement')}
      aside={
        <Link className="link" to="/plekken" search={{ plek: String(place) }}>
          {t('kinds.facts.toPlace')}
        </Link>
      }
      rows={[
        [t('kinds.facts.host'), facts.host.name],
        [t('kinds.facts.opening'), facts.title],
      ]}
    >
      <p className="dim letter-privacy">{t('kinds.facts.placeText')}</p>
    </KnownSheet>
  )
}

function AftercareSheet({ facts, moment }: { facts: AftercareFacts; moment: number }) {
  const { t } = useTranslation(['letters', 'enums'])
  const { outcome, benefit_ended } = facts
  const story = facts.story_kept_back
    ? t('kinds.facts.storyNo')
    : facts.story !== ''
      ? t('kinds.facts.storyYes')
      : null
  return (
    <KnownSheet
      title={t('kinds.facts.aftercare')}
      aside={
        <Link className="link" to="/nazorg/$id" params={{ id: String(moment) }}>
          {t('kinds.facts.toMoment')}
        </Link>
      }
      rows={[
        [t('kinds.facts.outcome'), outcome && t(`enums:aftercareOutcome.${outcome}`)],
        [t('kinds.facts.now'), facts.moved_on_to],
        [t('kinds.facts.benefit'), benefit_ended && t(`enums:benefitEnded.${benefit_ended}`)],
        [t('kinds.facts.story'), story],
      ]}
    />
  )
}

function CertificateSheet({ facts, person }: { facts: CertificateFacts; person: number }) {
  const { t } = useTranslation('letters')
  const { language } = useOffice()
  return (
    <KnownSheet
      title={t('kinds.facts.certificate')}
      aside={
        <Link className="link" to="/deelnemers/$id/meting" params={{ id: String(person) }}>
          {t('kinds.facts.toMeasure')}
        </Link>
      }
      rows={[
        [
          t('kinds.facts.hours'),
          t('kinds.facts.hoursValue', { hours: formatHours(facts.present_minutes, language) }),
        ],
        [t('kinds.facts.skills'), facts.learnt.join(', ')],
        [t('kinds.facts.words'), facts.heard.count === 0 ? null : String(facts.heard.count)],
      ]}
    />
  )
}
