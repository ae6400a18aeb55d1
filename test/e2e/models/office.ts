/** An office that is there already, made through the contract: for tests that begin in the middle. */
import type { Browser } from 'playwright-core'
import type { Client } from '#core/api/contract.ts'
import { Session } from '../harness.ts'
import { enter, newPc, startHost, type Host, type Pc } from '../host.ts'
import { officeName, password, staffName } from './first-start.ts'

export interface Office {
  readonly pc: Pc
  host: Host
  readonly client: Client
  readonly session: Session
  close(): Promise<void>
}

/** Founds an office on a new PC, opened for its first member of staff. */
export async function founded(pc: Pc, host: Host): Promise<{ client: Client; cookie: string }> {
  const { client, cookie } = await enter(host)
  const { code } = await client.setup.begin({ officeName })
  await client.setup.finish({
    office: {
      name: officeName,
      street: 'Proefstraat',
      house_number: '7',
      postcode: '4531 AB',
      city: 'Terneuzen',
      phone: '0115 000 000',
    },
    folder: pc.folder,
    typedCode: code,
    staff: { name: staffName, function_title: 'begeleider', password },
  })
  return { client, cookie }
}

export async function openOffice(browser: Browser): Promise<Office> {
  const pc = newPc()
  const host = await startHost(pc)
  const { client, cookie } = await founded(pc, host)
  const session = await Session.open(browser, host.origin, cookie)
  const office: Office = {
    pc,
    host,
    client,
    session,
    async close() {
      await session.close()
      await office.host.stop()
      pc.remove()
    },
  }
  return office
}

/** Somebody with a referral and a trajectory of three months that runs. */
export async function somebodyUnderWay(
  client: Client,
  names: { given_names: string; surname: string },
  municipality = { address_line: 'Postbus 35', postcode: '4530 AA', city: 'Terneuzen' },
): Promise<{ participantId: number; trajectoryId: number }> {
  const { id: participantId } = await client.participants.create({ ...names, form_of_address: 'heer' })
  const { id: municipalityId } = await client.municipalities.create({
    name: 'Terneuzen',
    phone: '',
    email: '',
    ...municipality,
  })
  const { id: caseManagerId } = await client.municipalities.createCaseManager({
    municipality_id: municipalityId,
    initials: 'P.',
    prefix: 'de',
    surname: 'Voorbeeld',
    form_of_address: 'heer',
    function_title: 'klantmanager',
    phone: '',
    email: '',
  })
  const { id: referralId } = await client.referrals.create({
    participant_id: participantId,
    case_manager_id: caseManagerId,
    referred_on: '2026-08-03',
    client_number: 'W-2026-17',
    kind: 'months_3',
    purpose: 'Wennen aan werk',
    tried_before: '',
  })
  const { id: trajectoryId } = await client.trajectories.create({
    participant_id: participantId,
    referral_id: referralId,
    coach_id: 1,
    months: 3,
    starts_on: '2026-08-24',
    purpose: 'Wennen aan werk',
    parts: [{ weekday: 1, part: 'morning', start_minute: 540, end_minute: 720 }],
    goals: ['Elke week op tijd komen'],
  })
  return { participantId, trajectoryId }
}
