/** Where the private part of the office lives on this PC, and the command line of `npm start`. No dependencies. */
import os from 'node:os'
import path from 'node:path'

/**
 * The profile folder: the live database, the wrapped keys, drafts and window places. Never synced. The practice
 * office has its own, so that nothing invented ever stands beside a person.
 */
export function profileFolder(practice, platform = process.platform, env = process.env, home = os.homedir()) {
  const name = practice ? 'Trajectboek oefenen' : 'Trajectboek'
  if (platform === 'win32')
    return path.win32.join(env.LOCALAPPDATA || path.win32.join(home, 'AppData', 'Local'), name)
  return path.posix.join(env.XDG_DATA_HOME || path.posix.join(home, '.local', 'share'), name)
}

/**
 * Reads `npm start -- [--practice] [--browser] [...]`; what is not known goes on to the program.
 * @param {string[]} args
 */
export function parseStart(args) {
  const own = new Set(['--practice', '--browser', '--no-open'])
  return {
    practice: args.includes('--practice'),
    browser: args.includes('--browser'),
    open: !args.includes('--no-open'),
    rest: args.filter((arg) => !own.has(arg)),
  }
}
