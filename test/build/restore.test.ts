import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import path from 'node:path'
import { expect, it } from 'vitest'
import { formatCode, newRecoveryCode } from '#db/keys/recovery-code.ts'
import { foundOffice } from '#service/founding.ts'
import { root } from '../../build/setup.mjs'
import { newPc, sealingHost, start } from '../service/harness.ts'

const code = newRecoveryCode(randomBytes)

async function officeOn(pc: ReturnType<typeof newPc>, withCode = code) {
  await foundOffice({
    profileDir: pc.profileDir,
    folder: pc.folder,
    code: withCode,
    office: { name: 'Werkplaats De Proef' },
    staff: { name: 'Proef Begeleider', function_title: '', password: 'oud wachtwoord' },
    version: '0.1.0',
    today: '2026-11-02',
    now: '2026-11-02T09:00:00Z',
    practice: false,
    host: sealingHost(),
    passwordCost: 1024,
  })
}

function restore(copy: string, pc: ReturnType<typeof newPc>, lines: string[]) {
  const script = path.join(root, 'build', 'restore.ts')
  return spawnSync(process.execPath, [script, copy, '--profile', pc.profileDir, '--folder', pc.folder], {
    cwd: root,
    encoding: 'utf8',
    input: `${lines.join('\n')}\n`,
  })
}

it('a copy and the code make the office on another PC, and the new password opens it', async () => {
  const [old, fresh] = [newPc(), newPc()]
  await officeOn(old)
  const copy = path.join(fresh.root, 'stick.db')
  copyFileSync(old.visible, copy)

  const done = restore(copy, fresh, [formatCode(code), '1', 'nieuw wachtwoord'])
  expect(done.stderr).toBe('')
  expect(done.stdout).toContain('Restored.')
  const { client } = start(fresh)
  const { people } = await client.app.state()
  expect(people.map((one) => one.name)).toEqual(['Proef Begeleider'])
  await client.app.signIn({ staffId: people[0]?.id ?? 0, password: 'nieuw wachtwoord' })
  expect((await client.settings.office()).name).toBe('Werkplaats De Proef')
})

it('moves what stood there aside and deletes nothing', async () => {
  const [old, other] = [newPc(), newPc()]
  await officeOn(old)
  await officeOn(other, newRecoveryCode(randomBytes))
  const live = readFileSync(path.join(other.profileDir, 'live.db'))
  expect(restore(old.visible, other, [code, '1', 'nieuw wachtwoord']).status).toBe(0)
  const aside = readdirSync(other.profileDir).find((name) => name.startsWith('live.db.aside-'))
  expect(readFileSync(path.join(other.profileDir, aside ?? 'none')).equals(live)).toBe(true)
  expect(readdirSync(other.folder).some((name) => name.startsWith('Trajectboek.db.aside-'))).toBe(true)
})

it.each([
  ['another code', [newRecoveryCode(randomBytes), '1', 'nieuw wachtwoord'], 'UNREADABLE_FILE'],
  ['a typing slip', [code.slice(1), '1', 'nieuw wachtwoord'], 'typing slip'],
  ['nobody of the list', [code, '7', 'nieuw wachtwoord'], 'number of the list'],
  ['a short password', [code, '1', 'kort'], 'too short'],
])('with %s nothing changes', async (_what, lines, message) => {
  const [old, fresh] = [newPc(), newPc()]
  await officeOn(old)
  mkdirSync(fresh.profileDir, { recursive: true })
  const done = restore(old.visible, fresh, lines)
  expect(done.status).toBe(1)
  expect(done.stderr).toContain(message)
  expect(existsSync(path.join(fresh.profileDir, 'live.db'))).toBe(false)
  expect(readdirSync(fresh.profileDir)).toEqual([])
})

it('refuses while the program is open', async () => {
  const [old, open] = [newPc(), newPc()]
  await officeOn(old)
  await officeOn(open)
  const { client } = start(open)
  const { people } = await client.app.state()
  await client.app.signIn({ staffId: people[0]?.id ?? 0, password: 'oud wachtwoord' })
  const done = restore(old.visible, open, [code, '1', 'nieuw wachtwoord'])
  expect(done.stderr).toContain('still open')
  expect(done.status).toBe(1)
})
