import { currentVersion, definition } from '#core/intake/definition.ts'
import { planted } from '../office.ts'
import type { Flow } from './flow.ts'

const questions = definition(currentVersion).sections.flatMap((section) => section.questions)
const long = questions.filter(({ type }) => type === 'longText').slice(0, 3)

/** A new person; and the intake of another one, answered, with notes, and finished; something else half typed. */
export const intake: Flow = {
  name: 'intake',
  async prepare({ client, facts }) {
    const [participantId = 0] = facts.people
    const { id } = await client.intakes.start({ participantId })
    for (const { key: question } of questions.filter(({ needed }) => needed))
      await client.intakes.saveAnswer({ id, answer: { question, value: null, noAnswer: 'declined' } })
  },
  async run({ client, facts, save, publish, type }) {
    await type(1)
    await save(() =>
      client.participants.create({ given_names: 'Vier', surname: planted, form_of_address: 'heer' }),
    )
    const [participantId = 0] = facts.people
    const { id } = await save(() => client.intakes.start({ participantId }))
    for (const { key: question } of long)
      await save(() =>
        client.intakes.saveAnswer({
          id,
          answer: { question, value: `${planted} ${'zegt het zelf '.repeat(40)}`, noAnswer: null },
        }),
      )
    for (const number of [2, 3]) await type(number)
    await save(() => client.intakes.saveNotes({ id, notes: `${planted} was op tijd. `.repeat(60) }))
    await save(() => client.intakes.finish({ id }))
    await publish()
  },
}
