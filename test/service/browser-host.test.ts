import { spawn } from 'node:child_process'
import { existsSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import type { AnyRouter } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { contentSecurityPolicy } from '#core/api/csp.ts'
import { DocumentShelf, browserHostServices, startBrowserHost } from '#service/browser-host/server.ts'
import { staticFiles } from '#service/browser-host/static.ts'
import { builtPage } from '../contract/connections.ts'
import { newPc, start } from './harness.ts'

interface Answer {
  status: number
  headers: Record<string, string | string[] | undefined>
  body: string
}

/** A request in which every header can be chosen, Host too. */
function ask(
  origin: string,
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      origin + path,
      { method, headers, setHost: headers['host'] === undefined },
      (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (text: string) => (body += text))
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
        )
      },
    )
    call.on('error', reject)
    call.end(method === 'POST' ? '{"json":null}' : undefined)
  })
}

async function open() {
  const page = builtPage()
  const { server } = start(newPc())
  const shelf = new DocumentShelf()
  const host = await startBrowserHost({
    router: server.router as AnyRouter,
    files: staticFiles(page.root),
    shelf,
  })
  onTestFinished(async () => {
    await host.close()
    page.remove()
  })
  const path = host.address.slice(host.origin.length)
  const enter = () => ask(host.origin, path)
  return { host, shelf, path, enter, origin: host.origin }
}

async function entered() {
  const opened = await open()
  const { headers } = await opened.enter()
  const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
  return { ...opened, cookie }
}

const rpc = '/rpc/app/state'

describe('the browser host', () => {
  it('lets in who has the address, once, and that browser again and again', async () => {
    const { origin, enter, path } = await open()
    const first = await enter()
    expect(first.status).toBe(303)
    expect(first.headers['location']).toBe('/')
    const cookie = String(first.headers['set-cookie'])
    expect(cookie).toMatch(/^trajectboek-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/)

    expect((await enter()).status).toBe(403)
    const mine = { cookie: cookie.split(';')[0] ?? '' }
    expect((await ask(origin, '/', mine)).body).toContain('<title>Trajectboek</title>')
    expect((await ask(origin, '/', mine)).status).toBe(200)
    expect((await ask(origin, path, mine)).status).toBe(303)
    const called = await ask(origin, rpc, { ...mine, origin, 'content-type': 'application/json' }, 'POST')
    expect(called.status).toBe(200)
    expect(called.body).toContain('"state":"setup"')
  })

  it('tells in words what to do without the key, and gives nothing away', async () => {
    const { origin } = await open()
    for (const path of ['/', '/?key=', '/?key=geraden']) {
      const answer = await ask(origin, path)
      expect(answer.status).toBe(403)
      expect(answer.body).toContain('start het opnieuw')
      expect(answer.headers['set-cookie']).toBeUndefined()
    }
    for (const path of ['/index.html', '/app.js', '/document/x/y.pdf'])
      expect(await ask(origin, path)).toMatchObject({ status: 403, body: '' })
    expect((await ask(origin, rpc, { origin, cookie: 'trajectboek-1=x' }, 'POST')).status).toBe(403)
  })

  it('refuses a wrong Host and a wrong or missing Origin, whatever the cookie', async () => {
    const { origin, cookie } = await entered()
    const port = new URL(origin).port
    for (const host of ['localhost', `localhost:${port}`, 'kwaad.example', `127.0.0.1:${Number(port) + 1}`])
      expect((await ask(origin, '/', { host, cookie })).status).toBe(421)
    for (const wrong of [
      'null',
      'http://kwaad.example',
      `http://localhost:${port}`,
      `https://127.0.0.1:${port}`,
    ]) {
      expect((await ask(origin, '/', { cookie, origin: wrong })).status).toBe(403)
      expect((await ask(origin, rpc, { cookie, origin: wrong }, 'POST')).status).toBe(403)
    }
    expect((await ask(origin, rpc, { cookie }, 'POST')).status).toBe(403)
  })

  it('serves the built page and nothing beside it, with the policy of the program', async () => {
    const { origin, cookie } = await entered()
    const script = await ask(origin, '/app.js', { cookie })
    expect(script).toMatchObject({ status: 200, body: 'export {}' })
    expect(script.headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'content-type': 'text/javascript; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
    })
    for (const path of ['/../package.json', '/%2e%2e/package.json', '/app.js/', '//etc/passwd', '/nergens'])
      expect((await ask(origin, path, { cookie })).status).toBe(404)
    expect((await ask(origin, '/app.js', { cookie }, 'DELETE')).status).toBe(405)
  })

  it('gives an opened document once, at an address that nobody guesses', async () => {
    const { origin, cookie, shelf } = await entered()
    const { url, path } = await browserHostServices(shelf).openDocument({
      fileName: '2026-001 brief.pdf',
      bytes: Buffer.from('%PDF-1.7'),
    })
    expect(path).toBeNull()
    expect(url).toMatch(/^\/document\/[\w-]{32}\/2026-001%20brief\.pdf$/)
    expect((await ask(origin, url ?? '')).status).toBe(403)
    const document = await ask(origin, url ?? '', { cookie })
    expect(document).toMatchObject({ status: 200, body: '%PDF-1.7' })
    expect(document.headers['content-type']).toBe('application/pdf')
    expect((await ask(origin, url ?? '', { cookie })).status).toBe(404)
  })

  it('listens on this PC alone', async () => {
    const { origin } = await open()
    const port = Number(new URL(origin).port)
    const reached = await new Promise((resolve) => {
      const socket = createConnection({ port, host: '::1' }, () => resolve(true))
      socket.on('error', () => resolve(false))
    })
    expect(reached).toBe(false)
  })
})

describe('the browser host as a program', () => {
  it('prints the address, and ends in order when it is asked to', async () => {
    const pc = newPc()
    const page = builtPage()
    onTestFinished(() => page.remove())
    writeFileSync(join(pc.root, 'x'), '')
    const main = join(import.meta.dirname, '../../service/browser-host/main.ts')
    const args = [main, '--profile', pc.profileDir, '--folder', pc.folder, '--renderer', page.root]
    const child = spawn(process.execPath, [...args, '--today', '2026-11-02'])
    onTestFinished(() => void child.kill('SIGKILL'))
    const line = await new Promise<string>((resolve, reject) => {
      child.stdout.setEncoding('utf8').on('data', resolve)
      child.stderr.setEncoding('utf8').on('data', (text: string) => reject(new Error(text)))
    })
    const address = /http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+/.exec(line)?.[0] ?? ''
    const origin = new URL(address).origin
    const { headers } = await ask(origin, address.slice(origin.length))
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    const state = await ask(origin, rpc, { cookie, origin, 'content-type': 'application/json' }, 'POST')
    expect(state.body).toContain('"today":"2026-11-02"')
    const ended = new Promise((resolve) => child.on('exit', resolve))
    child.kill('SIGTERM')
    expect(await ended).toBe(0)
    expect(existsSync(join(pc.profileDir, 'open.busy'))).toBe(false)
  })
})
