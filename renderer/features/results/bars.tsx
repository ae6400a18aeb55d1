/** Bars that read in black and white: filled is how many there are, the outline is how many were agreed; a gap stands there where there are more. */
/** `whole` 0: nothing was agreed. */
export function Bar({ part, whole = 0 }: { part: number; whole?: number }) {
  const full = Math.max(part, whole, 1e-9)
  return (
    <svg
      className="results-bar"
      width="100%"
      height="18"
      viewBox="0 0 100 18"
      preserveAspectRatio="none"
      aria-hidden
    >
      {whole > part && (
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
      {whole > 0 && part > whole && (
        <rect x={(100 * whole) / full} y="1" width="0.6" height="16" fill="Canvas" />
      )}
    </svg>
  )
}
