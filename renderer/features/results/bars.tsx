/** Bars that read in black and white: filled is how many there are, the outline is how many were agreed. */
export function Bar({ part, whole }: { part: number; whole?: number | null }) {
  const full = Math.max(part, whole ?? 0, 1e-9)
  return (
    <svg
      className="results-bar"
      width="100%"
      height="18"
      viewBox="0 0 100 18"
      preserveAspectRatio="none"
      aria-hidden
    >
      {whole != null && (
        <rect
          x="0.2"
          y="1"
          width={(100 * whole) / full - 0.4}
          height="16"
          fill="none"
          stroke="currentColor"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <rect y="1" width={(100 * part) / full} height="16" fill="currentColor" />
    </svg>
  )
}
