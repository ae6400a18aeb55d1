import { password, planted } from '../office.ts'
import type { Flow } from './flow.ts'

/** Another code: a new file under a new key. */
export const rotate: Flow = {
  name: 'rotate',
  async run({ client, facts, save, publish, tellCode, type }) {
    const [participant_id = null] = facts.people
    await type(1)
    const { code } = await client.access.beginRotate({ password })
    tellCode(code)
    await save(() => client.access.finishRotate({ typedCode: code, password }))
    await save(() =>
      client.tasks.create({ participant_id, title: `${planted} met de nieuwe code`, due_on: null }),
    )
    await publish()
  },
}
