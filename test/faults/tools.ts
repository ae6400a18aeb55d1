import { closeSync, openSync, writeSync } from 'node:fs'
import { connection, type WritableDb } from '#db/database.ts'
import { nodeFiles } from '#db/file-ops.ts'
import { dataKey } from '#db/keys/recovery-code.ts'
import { publish } from '#db/publish.ts'
import type { FlowTools } from './flows/flow.ts'
import { draftForm, password, planted, today, type OfficeFacts, type RunningOffice } from './office.ts'
import type { Mark, Mistake } from './recording.ts'
import { lookAt, type Looked } from './state.ts'

/**
 * Where marks go, one to a line: to the recorder, or to the parent where `path` is `stdout`. Each is one write, so
 * that its place among the calls to the disk is certain, and nothing of it waits in this process when it is killed.
 */
export function marksTo(path: string): { mark: (mark: Mark) => void; close: () => void } {
  const handle = path === 'stdout' ? 1 : openSync(path, 'w')
  return {
    mark: (mark) => void writeSync(handle, `${JSON.stringify(mark)}\n`),
    close: () => handle !== 1 && closeSync(handle),
  }
}

export function toolsFor(
  office: RunningOffice,
  facts: OfficeFacts,
  mark: (mark: Mark) => void,
  options: {
    mistake?: Mistake | null
    look?: () => Looked
    /** After a command that ends with nobody signed in. */
    signIn?: () => Promise<unknown>
  } = {},
): FlowTools {
  const { client } = office
  const { mistake = null, look = () => lookAt(office.db()) } = options
  const { signIn = () => client.app.signIn({ staffId: facts.staffId, password }) } = options
  let index = 0

  return {
    office,
    client,
    facts,
    async save(call) {
      index += 1
      mark({ begin: index })
      const answer = await call()
      mark({ answered: index })
      if (!isOpen(office)) await signIn()
      mark({ state: index, ...look() })
      return answer
    },
    async publish() {
      if (mistake === 'publish-unflushed') await publishUnflushed(office, facts)
      else {
        const { pending, problem } = await client.snapshots.publishNow()
        if (pending || problem !== null) throw Object.assign(new Error('not published'), { code: problem })
      }
      mark({ published: index })
    },
    async type(number) {
      await client.drafts.save({ form: draftForm, content: { number, text: planted } })
      mark({ draft: number })
    },
    tellCode: (code) => mark({ code }),
  }
}

/** False also where nobody can be signed in any more. */
export function isOpen({ desk }: RunningOffice): boolean {
  try {
    return desk.withOffice(() => true)
  } catch {
    return false
  }
}

/** The publish of the program, but nothing is flushed before the rename: not by us, and not by the engine. */
async function publishUnflushed(office: RunningOffice, facts: OfficeFacts): Promise<void> {
  const raw = connection(office.db())
  raw.pragma('synchronous = OFF')
  await publish(office.db(), {
    folder: office.place.folder,
    fileName: 'Trajectboek.db',
    key: dataKey(facts.code),
    now: `${today}T09:30:00Z`,
    ops: { ...nodeFiles, sync: () => undefined },
  })
  raw.pragma('synchronous = FULL')
}

/** The settings that the program would have had by a known mistake. */
export function make(mistake: Mistake | null, db: WritableDb): void {
  const raw = connection(db)
  if (mistake === 'wal-normal') {
    raw.pragma('journal_mode = WAL')
    raw.pragma('synchronous = NORMAL')
  }
  if (mistake === 'delete-off') {
    raw.pragma('journal_mode = DELETE')
    raw.pragma('synchronous = OFF')
  }
}
