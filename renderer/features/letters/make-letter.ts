/** Opens the letter of a kind, or begins it: what is typed is kept first. */
import { useNavigate } from '@tanstack/react-router'
import type { Inputs } from '#core/api/contract.ts'
import { client } from '../../client.ts'
import { saveEverything } from '../../forms/autosaver.ts'
import { useCommand } from '../../office/use-command.ts'

export function useMakeLetter() {
  const navigate = useNavigate()
  const { run, busy, failure } = useCommand(client.letters.open)
  async function make(about: Inputs['letters']['open']): Promise<void> {
    await saveEverything()
    const opened = await run(about)
    if (opened) void navigate({ to: '/brieven/$id', params: { id: String(opened.id) } })
  }
  return { make, busy, failure }
}
