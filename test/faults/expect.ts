import type { OfficeFacts } from './office.ts'
import type { Mark } from './recording.ts'
import type { Expected } from './verify.ts'

/**
 * What must be found after `told`, the marks up to the fault. `all` are those of the whole run where it is known:
 * it also says what a command that was never answered would have left. `first` is what the office held before.
 */
export function expectedAfter(
  told: readonly Mark[],
  all: readonly Mark[],
  { first, facts }: { first: string; facts: OfficeFacts },
): Expected {
  const states: (string | undefined)[] = [first]
  const codes = [facts.code]
  for (const mark of all) {
    if ('state' in mark) states[mark.state] = mark.content
    if ('code' in mark) codes.unshift(mark.code)
  }
  const last = (pick: (mark: Mark) => number | undefined) =>
    Math.max(0, ...told.map((mark) => pick(mark) ?? 0))
  const begun = last((mark) => ('begin' in mark ? mark.begin : undefined))
  const seen = told.findLast((mark) => 'state' in mark)
  return {
    states,
    codes,
    staffId: facts.staffId,
    answered: last((mark) => ('answered' in mark ? mark.answered : undefined)),
    begun,
    unseen: begun > (seen?.state ?? 0) && states[begun] === undefined ? (seen?.seq ?? NaN) + 1 : null,
    draft: last((mark) => ('draft' in mark ? mark.draft : undefined)),
    published: last((mark) => ('published' in mark ? mark.published : undefined)),
  }
}
