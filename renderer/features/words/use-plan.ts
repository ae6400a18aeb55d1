import { useEffect } from 'react'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'

/** Has the plan written down when the service says that it is not: once a month or so, and after a closure. */
export function useKeepPlan(planned: boolean | undefined): void {
  const { run } = useCommand(() => client.words.plan(), { saves: false })
  useEffect(() => {
    if (planned === false) void run(undefined)
  }, [planned, run])
}
