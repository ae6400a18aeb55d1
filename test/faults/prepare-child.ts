import { flowNamed } from './flows/index.ts'
import { password, placeIn, startAt } from './office.ts'
import type { RecordJob } from './recording.ts'
import { toolsFor } from './tools.ts'

/** Brings an office to where a flow begins. A program of its own, so that nothing of it stays open. */
const { root, flow: name, facts } = JSON.parse(process.argv[2] ?? '') as RecordJob
const flow = flowNamed(name)
const place = placeIn(root)
if (flow.prepare) {
  const office = await startAt(place)
  await office.client.app.signIn({ staffId: facts.staffId, password })
  await flow.prepare(toolsFor(office, facts, () => undefined))
  await office.close()
}
await flow.prepareFiles?.(place, facts)
