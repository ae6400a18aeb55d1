import { describe, expect, it } from 'vitest'
import { contract } from '#core/api/contract.ts'
import { managerOnly } from '#service/keeping/roles.ts'
import { failure, password } from '../service/harness.ts'
import { addParticipant, anOffice, colleague } from './office.ts'

/** What each asks; a refusal must not depend on it. */
const inputs: Record<string, unknown> = {
  'settings.saveOffice': { tagline: 'x' },
  'settings.addStaff': { ...colleague, name: 'Nog Iemand' },
  'settings.removeStaff': { id: 1 },
  'settings.setRole': { id: 2, role: 'manager' },
  'settings.addClosure': { day: '2026-12-24', reason: 'x' },
  'settings.addClosures': { days: [{ day: '2026-12-25', reason: 'x' }] },
  'settings.removeClosure': { day: '2026-12-24' },
  'intakeForms.save': {
    basedOn: null,
    changes: { sectionsOff: [], questionsOff: [], options: {}, own: [] },
  },
  'assessments.addSkill': { name: 'Plannen' },
  'assessments.renameSkill': { id: 1, name: 'Plannen' },
  'assessments.setSkillActive': { id: 1, active: false },
  'assessments.orderSkills': { ids: [2, 1] },
  'settings.saveCapacity': { weekday: 1, part: 'morning', people: 12 },
  'distances.load': { rows: [{ postcode: '1234', latitude: 52, longitude: 5 }] },
  'distances.remove': {},
  'placing.setTerm': { kind: 'trial', municipality_id: null, months: 2, warn_weeks: 2 },
  'placing.removeTerm': { id: 1 },
  'copies.setSecondFolder': { folder: null },
  'access.printSheet': { password: colleague.password },
  'access.beginRotate': { password: colleague.password },
  'access.finishRotate': { typedCode: 'x', password: colleague.password },
  'access.saveLockSettings': { minutes: 5 },
  'letterTemplates.save': { kind: 'progress', municipality_id: null, layout: [] },
  'letterTemplates.remove': { kind: 'progress', municipality_id: null },
  'letterTemplates.letterToTemplate': { id: 1, municipality_id: null },
  'letterhead.save': { accent: '#14586B' },
  'letterhead.setLogo': { picture: '' },
  'letterhead.removeLogo': undefined,
  'letterhead.saveNumberForm': { form: '{year}-{number}' },
  'audit.list': { before: null, participantId: null, limit: 10 },
}

describe('a coach', () => {
  it('may do nothing of what is a manager’s, and every such procedure exists', async () => {
    const { client } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    await client.app.signIn({ staffId: id, password: colleague.password })
    for (const procedure of managerOnly) {
      const [branch = '', name = ''] = procedure.split('.')
      const branches = contract as unknown as Record<string, Record<string, unknown>>
      expect(branches[branch]?.[name], procedure).toBeDefined()
      const all = client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>
      expect((await failure(all[branch]![name]!(inputs[procedure]))).code, procedure).toBe('FORBIDDEN')
    }
    expect((await client.settings.office()).tagline).toBe('')
    expect((await client.app.state()).lockMinutes).toBe(10)
    expect(await client.settings.staff()).toHaveLength(2)
  })

  it('may not give a colleague a password, and may change the own one', async () => {
    const { client } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    await client.app.signIn({ staffId: id, password: colleague.password })
    const theirs = { staffId: 1, oldPassword: null, password: 'overgenomen-1' }
    expect((await failure(client.access.changePassword(theirs))).code).toBe('FORBIDDEN')
    const withOld = { ...theirs, oldPassword: password }
    expect((await failure(client.access.changePassword(withOld))).code).toBe('FORBIDDEN')
    await client.access.changePassword({
      staffId: id,
      oldPassword: colleague.password,
      password: 'eigen-ww-2',
    })
    await client.app.signIn({ staffId: id, password: 'eigen-ww-2' })
  })

  it('may take back the own work, and nothing that only a manager may do', async () => {
    const { client } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    const { changeSetId } = await client.settings.setRole({ id, role: 'manager' })
    await client.settings.setRole({ id, role: 'coach' })
    await client.app.signIn({ staffId: id, password: colleague.password })
    expect((await failure(client.app.undo({}))).code).toBe('FORBIDDEN')
    expect((await failure(client.app.undo({ changeSetId: changeSetId! + 1 }))).code).toBe('FORBIDDEN')
    await addParticipant(client, 'Eerste')
    expect((await client.app.undo({})).command).toBe('participants.create')
    expect((await client.app.state()).me?.role).toBe('coach')
  })

  it('may not take back the undo of what only a manager may do', async () => {
    const { client } = await anOffice()
    const { id } = await client.settings.addStaff(colleague)
    const { changeSetId } = await client.settings.setRole({ id, role: 'manager' })
    const undone = await client.app.undo({ changeSetId: changeSetId! })
    await client.app.signIn({ staffId: id, password: colleague.password })
    expect((await failure(client.app.undo({ changeSetId: undone.changeSetId }))).code).toBe('FORBIDDEN')
    expect((await client.app.state()).me?.role).toBe('coach')
  })
})

it('a role counts from the next call on', async () => {
  const { client } = await anOffice()
  const { id } = await client.settings.addStaff({ ...colleague, role: 'manager' })
  await client.settings.setRole({ id: 1, role: 'coach' })
  expect((await failure(client.settings.setRole({ id: 1, role: 'manager' }))).code).toBe('FORBIDDEN')
  expect((await failure(client.audit.verify())).code).toBe('FORBIDDEN')
  await client.app.signIn({ staffId: id, password: colleague.password })
  await client.settings.setRole({ id: 1, role: 'manager' })
})
