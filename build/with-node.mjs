/** Runs a TypeScript file of the project with the project's own Node: `node build/with-node.mjs FILE [args]`. */
import { spawn } from 'node:child_process'
import { projectEnv, root, setUp, SetUpError } from './setup.mjs'

try {
  const node = setUp()
  const child = spawn(node, process.argv.slice(2), { cwd: root, env: projectEnv(node), stdio: 'inherit' })
  // A terminal sends Ctrl+C to the child as well: stay until it has ended, then take over its answer.
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.on(signal, () => signal === 'SIGTERM' && child.kill('SIGTERM'))
  child.on('error', (problem) => {
    console.error(problem.message)
    process.exitCode = 1
  })
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal ? 1 : 0)
  })
} catch (problem) {
  if (!(problem instanceof SetUpError)) throw problem
  console.error(problem.message)
  process.exitCode = 1
}
