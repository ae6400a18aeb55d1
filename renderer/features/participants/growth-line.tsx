/** A small drawing of steps over time. The words beside it say the same, so it is hidden from screen readers. */
import { daysBetween } from '#core/calendar/dates.ts'

/** `on`: YYYY-MM-DD. `height`: steps, higher is further. */
export type Point = { on: string; height: number }

const width = 122
const height = 40
const edge = 6

export function GrowthLine({ points }: { points: readonly Point[] }) {
  const inOrder = [...points].sort((a, b) => a.on.localeCompare(b.on))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (!first || !last) return null
  const days = Math.max(1, daysBetween(first.on, last.on))
  const heights = inOrder.map((point) => point.height)
  const [low, high] = [Math.min(...heights), Math.max(...heights)]
  const rows = Math.max(2, high - low + 1)
  const x = (point: Point) => edge + (daysBetween(first.on, point.on) / days) * (width - 2 * edge)
  const y = (step: number) => height - edge - ((step - low) / rows) * (height - 2 * edge) - 4
  const path = inOrder
    .map((point, index) =>
      index === 0 ? `M${x(point)} ${y(point.height)}` : `H${x(point)}V${y(point.height)}`,
    )
    .join('')
  return (
    <svg
      className="growth-line"
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      aria-hidden="true"
    >
      {Array.from({ length: rows + 1 }, (_, row) => (
        <path key={row} d={`M0 ${y(low + row - 0.5) + 0.5}H${width}`} stroke="var(--tb-line)" />
      ))}
      <path d={path} fill="none" stroke="var(--tb-away)" strokeWidth="2.5" />
      {inOrder.length > 1 && (
        <circle
          cx={x(first)}
          cy={y(first.height)}
          r="4"
          fill="var(--tb-sheet)"
          stroke="var(--tb-away)"
          strokeWidth="2"
        />
      )}
      <circle cx={x(last)} cy={y(last.height)} r="4.5" fill="var(--tb-away)" />
    </svg>
  )
}
