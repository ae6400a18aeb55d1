/** The places to look, in order, for one platform. */
export function browserPlaces(platform?: string, env?: Record<string, string | undefined>): string[]
/** The path of a Chromium, Chrome or Edge, or null; TRAJECTBOEK_BROWSER wins. */
export function findBrowser(
  platform?: string,
  env?: Record<string, string | undefined>,
  exists?: (file: string) => boolean,
): string | null
