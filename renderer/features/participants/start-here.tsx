/** For somebody without a trajectory: what the next step is, in one line with one button. */
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { Message } from '../../ui/message.tsx'

export function StartHere({ id }: { id: number }) {
  const { t } = useTranslation(['people', 'conversation', 'conclusion'])
  const navigate = useNavigate()
  const referrals = useQuery(orpc.referrals.list.queryOptions({ input: { participantId: id } })).data
  const intakes = useQuery(orpc.intakes.list.queryOptions({ input: { participantId: id } })).data
  const letter = useCommand(client.letters.open)
  if (!referrals || !intakes) return null
  const newest = intakes[0]
  async function openLetter(intakeId: number): Promise<void> {
    const opened = await letter.run({ kind: 'intake', about: intakeId })
    if (opened) void navigate({ to: '/brieven/$id', params: { id: String(opened.id) } })
  }
  const params = { id: String(id) }
  const running = intakes.find((intake) => intake.finished_on === null)
  const intake = (
    <Button variant="default" onClick={() => void navigate({ to: '/deelnemers/$id/intake', params })}>
      {running ? t('conversation:resume', running) : t('person.startHere.start')}
    </Button>
  )
  const referral = (
    <Button variant="default" onClick={() => void navigate({ to: '/deelnemers/$id/aanmelding', params })}>
      {t('person.startHere.referral')}
    </Button>
  )
  const words = running
    ? t('person.startHere.intake')
    : intakes.length > 0
      ? t('person.startHere.screened')
      : t('person.startHere.new')
  return (
    <div className="person-start">
      <Message
        kind="info"
        title={words}
        action={
          <>
            {referrals.length === 0 && referral}
            {(running || intakes.length === 0) && intake}
            {newest && !running && referrals.length > 0 && (
              <Button variant="default" loading={letter.busy} onClick={() => void openLetter(newest.id)}>
                {t('conclusion:start.letter')}
              </Button>
            )}
            {intakes.length > 0 && !running && referrals.length > 0 && (
              <Button
                variant="default"
                onClick={() => void navigate({ to: '/deelnemers/$id/traject', params })}
              >
                {t('person.startHere.trajectory')}
              </Button>
            )}
          </>
        }
      />
    </div>
  )
}
