/** The letter of this intake to the case manager: make it, go on with it, or read it. */
import { Button } from '@mantine/core'
import { IconMail } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { LetterRow } from '#core/api/letters.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { client } from '../../../client.ts'
import { saveEverything } from '../../../forms/autosaver.ts'
import { orpc } from '../../../office/query.ts'
import { useCommand } from '../../../office/use-command.ts'
import { FailureMessage, Message } from '../../../ui/message.tsx'
import type { OpenIntake } from '../section-sheet.tsx'

export function IntakeLetter({ intake }: { intake: OpenIntake }) {
  const { t } = useTranslation('conclusion')
  const navigate = useNavigate()
  const participantId = intake.participant_id
  const open = useCommand(client.letters.open)
  const letter = useQuery(orpc.letters.ofIntake.queryOptions({ input: { intakeId: intake.id } }))
  const referrals = useQuery(orpc.referrals.list.queryOptions({ input: { participantId } })).data
  if (!letter.isSuccess || !referrals) return null
  async function go(): Promise<void> {
    // The letter begins with what was answered: also with what was typed just now.
    await saveEverything()
    const opened = await open.run({ kind: 'intake', about: intake.id })
    if (opened) void navigate({ to: '/brieven/$id', params: { id: String(opened.id) } })
  }
  const known = letter.data
  return (
    <section className="conclusion-part" aria-labelledby="conclusion-letter">
      <h3 id="conclusion-letter">{t('letter.title')}</h3>
      <p className="dim">{t('letter.text')}</p>
      {referrals.length === 0 ? (
        <Message
          kind="info"
          title={t('letter.noReferral')}
          action={
            <Link className="link" to="/deelnemers/$id/aanmelding" params={{ id: String(participantId) }}>
              {t('letter.toReferral')}
            </Link>
          }
        />
      ) : (
        <>
          <HowItStands letter={known} running={intake.finished_on === null} />
          <Button
            variant="default"
            leftSection={<IconMail size={18} stroke={2} aria-hidden />}
            loading={open.busy}
            onClick={() => void go()}
          >
            {known === null ? t('letter.make') : known.number === null ? t('letter.goOn') : t('letter.read')}
          </Button>
          {open.failure && <FailureMessage failure={open.failure} />}
        </>
      )}
    </section>
  )
}

function HowItStands({ letter, running }: { letter: LetterRow | null; running: boolean }) {
  const { t } = useTranslation('conclusion')
  if (letter === null) return running ? <p>{t('letter.running')}</p> : null
  const { number, sent_on } = letter
  if (letter.number === null) return <p>{t('letter.draft')}</p>
  if (sent_on) return <p>{t('letter.sent', { number, date: formatShort(sent_on) })}</p>
  return <p>{t('letter.final', { number })}</p>
}
