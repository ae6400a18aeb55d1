import { useSyncExternalStore } from 'react'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { forgetWith, refreshAll } from '../../office/query.ts'
import { afterPaint } from '../../ui/after-paint.ts'
import { createSteps, type Steps } from './steps.ts'

let current: { staffId: number; steps: Steps } | null = null
forgetWith.add(() => {
  current = null
})

/** What was read reaches the screen a task later: until then the edits stand over it, or the marks would be gone a moment. */
async function readAndShown(): Promise<void> {
  await refreshAll()
  await new Promise((go) => setTimeout(go, 0))
}

function stepsOf(staffId: number): Steps {
  if (current?.staffId !== staffId) {
    const { mark } = client.attendance
    const calls = { mark, undo: client.app.undo, refresh: readAndShown, shown: afterPaint }
    current = { staffId, steps: createSteps(calls) }
  }
  return current.steps
}

/** The steps of who is signed in; they stay while other screens are open. */
export function useSteps(): Steps {
  return stepsOf(useOffice().me.id)
}

export function useStepsState(steps: Steps) {
  return useSyncExternalStore(steps.subscribe, steps.now)
}
