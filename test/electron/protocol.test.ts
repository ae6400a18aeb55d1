import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Session } from 'electron'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { contentSecurityPolicy } from '#core/api/csp.ts'
import { declareScheme, fileTable, servePage } from '../../electron/protocol.ts'
import { FakeSession, protocol } from './fake-electron.ts'

vi.mock('electron', () => import('./fake-electron.ts'))

describe('the scheme of the page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'))
  const root = join(folder, 'renderer')
  const session = new FakeSession()
  const get = (url: string, init?: RequestInit): Promise<Response> => {
    const serve = session.schemes.get('app')
    if (!serve) throw new Error('nothing serves app:')
    // `new Request` would tidy the address up before it is seen.
    return serve({ url, method: init?.method ?? 'GET' } as Request)
  }

  beforeAll(async () => {
    mkdirSync(join(root, 'assets'), { recursive: true })
    writeFileSync(join(root, 'index.html'), '<!doctype html><p>page')
    writeFileSync(join(root, 'assets', 'index-a1.js'), 'export {}')
    writeFileSync(join(root, 'assets', 'note.bak'), 'not served')
    writeFileSync(join(folder, 'secret.js'), 'secret')
    servePage(session as unknown as Session, await fileTable(root))
  })

  it('is a real and safe origin', () => {
    declareScheme()
    expect(protocol.privileged).toEqual([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('serves the page and its files with the right kind', async () => {
    const page = await get('app://trajectboek/')
    expect(page.status).toBe(200)
    expect(page.headers.get('Content-Type')).toBe('text/html; charset=utf-8')
    expect(await page.text()).toBe('<!doctype html><p>page')
    const script = await get('app://trajectboek/assets/index-a1.js?v=1')
    expect(script.headers.get('Content-Type')).toBe('text/javascript')
    expect(await script.text()).toBe('export {}')
  })

  it('sends the policy with every answer, also with a 404', async () => {
    for (const url of ['app://trajectboek/', 'app://trajectboek/nothing.js']) {
      const { headers } = await get(url)
      expect(headers.get('Content-Security-Policy')).toBe(contentSecurityPolicy)
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff')
    }
  })

  it('has a policy that lets scripts come from the program alone', () => {
    const policy = new Map(
      contentSecurityPolicy
        .split('; ')
        .map((rule) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    )
    expect(policy.get('default-src')).toBe("'none'")
    expect(policy.get('script-src')).toBe("'self'")
    expect(policy.get('connect-src')).toBe("'self'")
    for (const name of ['object-src', 'base-uri', 'form-action', 'frame-ancestors'])
      expect(policy.get(name)).toBe("'none'")
    expect(contentSecurityPolicy).not.toMatch(/https?:|unsafe-eval/)
  })

  it.each([
    'app://trajectboek/../secret.js',
    'app://trajectboek/%2e%2e/secret.js',
    'app://trajectboek/..%2fsecret.js',
    'app://trajectboek/assets/../../secret.js',
    'app://trajectboek/assets\\index-a1.js',
    'app://trajectboek/assets/',
    'app://trajectboek/assets/note.bak',
    'app://trajectboek//index.html',
    'app://trajectboek/INDEX.HTML',
    'app://elsewhere/index.html',
    'nonsense',
  ])('answers 404 to %s', async (url) => {
    const answer = await get(url)
    expect(answer.status).toBe(404)
    expect(await answer.text()).toBe('')
  })

  it('only ever reads', async () => {
    expect((await get('app://trajectboek/', { method: 'POST' })).status).toBe(404)
  })

  it('refuses to start without the page', async () => {
    await expect(fileTable(join(root, 'assets'))).rejects.toThrow('the page is not in the program')
  })
})
