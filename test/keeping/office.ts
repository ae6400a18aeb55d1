import { onTestFinished } from 'vitest'
import type { Client } from '#core/api/contract.ts'
import type { OfficeServerOptions } from '#service/server.ts'
import { newPc, setUp, start, type Running, type TestPc } from '../service/harness.ts'

export const colleague = {
  name: 'Tweede Proefpersoon',
  function_title: '',
  role: 'coach' as const,
  password: 'tweede-ww-1',
}
export const secondManager = {
  ...colleague,
  name: 'Derde Proefpersoon',
  role: 'manager' as const,
  password: 'derde-ww-1',
}

export interface Office extends Running {
  readonly pc: TestPc
  /** On the paper. */
  readonly code: string
  /** Closes the program and starts it again; nobody is signed in. */
  restart(options?: Partial<OfficeServerOptions>): Promise<Running>
}

/** An office on a PC, opened by its founder, who is manager with id 1. */
export async function anOffice(options: Partial<OfficeServerOptions> = {}): Promise<Office> {
  const pc = newPc()
  const first = start(pc, options)
  const code = await setUp(pc, first.client)
  let running = first
  onTestFinished(() => running.server.close())
  return {
    pc,
    code,
    ...first,
    async restart(other = {}) {
      await running.server.close()
      running = start(pc, { ...options, ...other })
      await running.server.ready()
      return running
    },
  }
}

export async function addParticipant(client: Client, surname: string): Promise<number> {
  return (await client.participants.create({ given_names: 'Testpersoon', surname })).id
}

/** A clock that a test moves. */
export function movingClock(start = '2026-11-18T09:30:00Z') {
  let at = Date.parse(start)
  return {
    read: () => new Date(at),
    addDays: (days: number) => void (at += days * 86_400_000),
    addMinutes: (minutes: number) => void (at += minutes * 60_000),
  }
}
