/** Which of somebody's trajectories the page is about. */
import type { TrajectoryView } from '#core/api/programme.ts'

/** The running one, else the one that began last; undefined when there is none. */
export function currentTrajectory(all: readonly TrajectoryView[] | undefined): TrajectoryView | undefined {
  const newestFirst = [...(all ?? [])].sort((a, b) => b.starts_on.localeCompare(a.starts_on))
  return newestFirst.find((one) => one.ended_on === null) ?? newestFirst[0]
}
