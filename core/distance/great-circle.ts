/** How far two points are apart, as the crow flies. */

export interface Point {
  readonly latitude: number // degrees, WGS 84
  readonly longitude: number
}

/** Mean radius of the earth in km (IUGG). */
const radius = 6371.009
const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Kilometres along the great circle (haversine formula): exact to half a percent. */
export function kilometres(a: Point, b: Point): number {
  const half = (x: number, y: number) => Math.sin(radians(y - x) / 2) ** 2
  const h =
    half(a.latitude, b.latitude) +
    Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * half(a.longitude, b.longitude)
  return 2 * radius * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** What the schema takes: the European part of the kingdom, with a little room. */
export const country = { south: 50.5, north: 53.8, west: 3.1, east: 7.4 } as const

export function isInCountry({ latitude, longitude }: Point): boolean {
  return (
    latitude >= country.south &&
    latitude <= country.north &&
    longitude >= country.west &&
    longitude <= country.east
  )
}
