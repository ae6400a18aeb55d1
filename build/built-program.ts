import { ensureBuilt } from './setup.mjs'

/** Before the end-to-end tests: `out/` is what the sources say. */
export default function builtProgram(): void {
  ensureBuilt(process.execPath)
}
