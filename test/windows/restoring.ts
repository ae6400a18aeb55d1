import assert from 'node:assert/strict'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { profileFiles } from '#service/sidecar.ts'
import { hold, type Holder } from './holders.ts'
import { newPc, save, start, type Office, type Pc } from './pc.ts'
import type { Check } from './report.ts'

/** A PC with a copy and newer work, somebody signed in; and what the office holds now and in that copy. */
async function prepared(home: string, name: string) {
  const pc = await newPc(home, name)
  const office = await start(pc)
  await office.signIn()
  await office.client.copies.makeNow()
  const inCopy = office.content()
  await save(office.client, pc.facts)
  const inOffice = office.content()
  const { snapshots } = await office.client.restore.offered()
  const id = snapshots[0]?.id ?? ''
  const apply = () =>
    office.client.restore.apply({
      source: { kind: 'snapshot', id },
      typedCode: null,
      staff: null,
      folder: null,
    })
  return { pc, office, inCopy, inOffice, apply }
}

/** The office that was here is here, as a whole and as it was; nothing of it stands aside. */
async function assertUntouched(pc: Pc, office: Office, content: string, sets: number): Promise<void> {
  const files = profileFiles(pc.place.profileDir)
  assert.equal(existsSync(files.swapMark), false, 'nothing waits to be finished')
  const aside = existsSync(files.aside) ? readdirSync(files.aside) : []
  const filled = aside.filter((name) => readdirSync(join(files.aside, name)).length > 0)
  assert.equal(filled.length, sets, `aside: ${filled.join()}`)
  assert.equal(office.desk.state().failure, null)
  await office.signIn()
  assert.equal(office.content(), content)
}

async function refused(call: () => Promise<unknown>, file: string): Promise<void> {
  const problem = await call().then(
    () => null,
    (error: unknown) => error as { code?: string; data?: { path?: string } },
  )
  assert.equal(problem?.code, 'FILE_IN_USE')
  assert.equal(problem.data?.path, file, 'it says which file')
}

async function heldDuring(check: Check, home: string, what: string, holder: Holder): Promise<void> {
  const { pc, office, inCopy, inOffice, apply } = await prepared(home, `${what} ${holder}`)
  const files = profileFiles(pc.place.profileDir)
  const file = what === 'live.db' ? files.live : files.keyring
  await check(`a ${holder} holds ${what}: restoring says so, and nothing is half done`, async () => {
    const letGo = hold(file, holder)
    try {
      await refused(apply, file)
    } finally {
      letGo()
    }
    await assertUntouched(pc, office, inOffice, 0)
  })
  await check(`when the ${holder} lets go of ${what}, restoring works`, async () => {
    await apply()
    await office.signIn()
    assert.equal(office.content(), inCopy)
  })
  await check(
    `a ${holder} holds ${what}: taking a restore back says so, and nothing is half done`,
    async () => {
      const letGo = hold(file, holder)
      try {
        await refused(() => office.client.restore.undo(), file)
      } finally {
        letGo()
      }
      await assertUntouched(pc, office, inCopy, 1)
    },
  )
  await check(`when the ${holder} lets go of ${what}, the restore is taken back`, async () => {
    await office.client.restore.undo()
    await office.signIn()
    assert.equal(office.content(), inOffice)
  })
  await office.close()
}

async function heldShortly(check: Check, home: string): Promise<void> {
  const { pc, office, inCopy, inOffice, apply } = await prepared(home, 'even vast')
  const { live } = profileFiles(pc.place.profileDir)
  const during = async (call: () => Promise<unknown>) => {
    const letGo = hold(live, 'copier')
    const done = call()
    await wait(1_500)
    letGo()
    await done
    await office.signIn()
  }
  await check('a copier holds live.db for a moment: restoring and taking it back wait for it', async () => {
    await during(apply)
    assert.equal(office.content(), inCopy)
    await during(() => office.client.restore.undo())
    assert.equal(office.content(), inOffice)
  })
  await office.close()
}

/** A copy put back while another program has files of the office open. */
export async function restoring(check: Check, home: string): Promise<void> {
  // Mostly waiting: side by side.
  await Promise.all([
    heldDuring(check, home, 'live.db', 'copier'),
    heldDuring(check, home, 'keyring.json', 'copier'),
    heldShortly(check, home),
  ])
}
