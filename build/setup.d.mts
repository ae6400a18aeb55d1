export const root: string
export const NODE_MAJOR: number
export class SetUpError extends Error {}
/** Whether node_modules is what package-lock.json asks for. */
export function isInstalled(folder: string): boolean
/** Where the package with the project's Node puts its program; null on platforms that have none. */
export function packagedNode(folder: string, platform?: string, arch?: string): string | null
/** The environment for the project's programs: its own Node and tools come first on PATH. */
export function projectEnv(node: string, extra?: Record<string, string>): Record<string, string | undefined>
/** Installs when needed and gives the path of the project's Node; throws SetUpError. */
export function setUp(): string
/** The newest moment of change (ms) in a file or anywhere in a folder. */
export function newest(entry: string): number
/** Whether `out/` is older than the sources, or not there. */
export function needsBuild(folder: string): boolean
/** Builds `out/` when a source is newer; returns whether it built; throws SetUpError. */
export function ensureBuilt(node: string, options?: { force?: boolean; quiet?: boolean }): boolean
