import { MessageChannel } from 'node:worker_threads'
import { setTimeout as wait } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { describe, expect, it } from 'vitest'
import { contract, type Client } from '#core/api/contract.ts'
import type { ServicePort } from '#service/transport/message-port.ts'
import { failure, newPc, setUp, start } from '../service/harness.ts'
import { overDirectCall, overHttp, overMessageChannel } from './connections.ts'
import { contractSuite, withLettersDue } from './contract-suite.ts'

contractSuite('a direct call', overDirectCall)
contractSuite('a MessageChannel', overMessageChannel)
contractSuite('HTTP', overHttp)

describe('a port that closes in the middle of a call', () => {
  it('leaves the command whole, ends the stream, and harms nobody else', async () => {
    const pc = newPc()
    const { client, server } = start(pc)
    await setUp(pc, client)
    await withLettersDue(client, 5)

    const { port1, port2 } = new MessageChannel()
    server.serveMessagePort(port1)
    port2.start()
    const windowClient: Client = createORPCClient(new RPCLink({ port: port2 as never }))
    const lost = failure(
      windowClient.settings.addStaff({
        name: 'Halverwege',
        function_title: '',
        role: 'coach',
        password: 'halverwege-1',
      }),
    ).catch(() => undefined)
    let parts = 0
    for await (const _ of await windowClient.letters.draftAllDue()) {
      parts += 1
      break
    }
    port2.close()
    await Promise.race([lost, wait(300)])

    expect(parts).toBe(1)
    const staff = await client.settings.staff()
    const people = (await client.app.state()).people
    expect(staff.map(({ name }) => name).toSorted()).toEqual(people.map(({ name }) => name).toSorted())
    await client.settings.saveOffice({ tagline: 'gaat door' })
    await server.close()
  })

  it('survives a port that refuses the answer', async () => {
    const pc = newPc()
    const { client, server } = start(pc)
    await setUp(pc, client)
    const { port1, port2 } = new MessageChannel()
    const refusing: ServicePort = {
      on: (event: string, listener: (message: unknown) => void) => port1.on(event as never, listener),
      start: () => port1.start(),
      postMessage: () => {
        throw new Error('port is closed')
      },
    }
    server.serveMessagePort(refusing)
    port2.start()
    const windowClient: Client = createORPCClient(new RPCLink({ port: port2 as never }))
    void windowClient.settings.addClosure({ day: '2026-12-24', reason: 'Kerst' }).catch(() => undefined)
    await expect.poll(() => client.settings.closures({ year: 2026 })).toHaveLength(1)
    port2.close()
  })
})

describe('the router', () => {
  it('has a handler for every procedure of the contract', async () => {
    const { client } = start(newPc())
    for (const [branch, procedures] of Object.entries(contract))
      for (const name of Object.keys(procedures)) {
        const call = (client as never as Record<string, Record<string, () => Promise<unknown>>>)[branch]?.[
          name
        ]
        expect(call, `${branch}.${name}`).toBeTypeOf('function')
        // Without an office each answers from the list, and none is missing.
        const error = await failure(Promise.resolve(call?.())).catch(() => null)
        if (error !== null) expect(error.defined, `${branch}.${name} ${error.code}`).toBe(true)
      }
  })
})
