import { flowNamed } from './flows/index.ts'
import { password, placeIn, startAt } from './office.ts'
import type { RecordJob } from './recording.ts'
import { lookAt } from './state.ts'
import { make, marksTo, toolsFor } from './tools.ts'

/** Runs one flow, from start to close: under the recorder, or until it is killed. */
const { root, flow, facts, mistake, control, times } = JSON.parse(process.argv[2] ?? '') as RecordJob
const { mark, close } = marksTo(control)
const office = await startAt(placeIn(root), times ? { times } : {})
await office.client.app.signIn({ staffId: facts.staffId, password })
mark({ state: 0, ...lookAt(office.db()) })
make(mistake, office.db())
try {
  await flowNamed(flow).run(toolsFor(office, facts, mark, { mistake }))
} catch (error) {
  throw new Error(`the flow stopped: ${office.logged.join('\n')}`, { cause: error })
}
// A mistake is looked for where it is made, not in what closing puts right.
if (mistake === null) await office.close()
close()
process.exit(0)
