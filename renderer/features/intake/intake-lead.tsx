/** Under the title: which talk this is, how far the intake is, and what came before it. */
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Intake } from '#core/api/intake.ts'

export function IntakeLead({
  intake,
  progress,
  returned,
}: {
  intake: Intake
  progress: { answered: number; total: number }
  returned: boolean
}) {
  const { t } = useTranslation(['conversation', 'keeping'])
  const talk = intake.talks.at(-1)
  const words =
    talk === undefined
      ? ''
      : [
          t('lead.talk', { n: intake.talks.length }),
          talk.language === '' ? '' : talk.language,
          talk.interpreter === '' ? '' : t(`talk.interpreter.${talk.interpreter}`).toLowerCase(),
        ]
          .filter((part) => part !== '')
          .join(', ')
  return (
    <>
      {words !== '' && <bdi>{words}. </bdi>}
      <span className="dim">{progress.answered === 0 ? t('lead.calm') : t('lead.answered', progress)}</span>
      {intake.follows_id !== null && (
        <>
          {' '}
          <Link
            className="link"
            to="/deelnemers/$id/intake"
            params={{ id: String(intake.participant_id) }}
            search={{ versie: String(intake.follows_id) }}
          >
            {t('versions.before')}
          </Link>
        </>
      )}
      {returned && <span role="status"> {t('keeping:draft.back')}</span>}
    </>
  )
}
