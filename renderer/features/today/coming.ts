/** Who comes today, put together by how long they stay. */
import type { Today } from '#core/api/today.ts'

export type Coming = Today['coming'][number]
export type Half = Coming['halves'][number]
/** Minutes since midnight: when the first half-day begins and the last one ends. */
type Hours = { readonly from: number; readonly until: number }
export type Group = {
  readonly kind: 'allDay' | 'morning' | 'afternoon'
  /** Of most of them. */
  readonly hours: Hours
  /** `hours` where they differ from those of the group. */
  readonly people: { one: Coming; hours: Hours | null }[]
}

export function isAway({ mark }: Pick<Half, 'mark'>): boolean {
  return mark === 'ill' || mark === 'leave' || mark === 'no_show'
}

/** Who said that they do not come at all today. */
export function toldAway(one: Coming): boolean {
  return one.halves.every((half) => half.mark === 'ill' || half.mark === 'leave')
}

/** The half-days with one of these marks. */
export function marked(one: Coming, ...marks: readonly (Half['mark'] & string)[]): Half[] {
  return one.halves.filter((half) => half.mark !== null && marks.includes(half.mark))
}

/** Without whom is away: who comes for one half of a whole day stands with that half. */
export function groupsOf(coming: readonly Coming[]): Group[] {
  const there = coming.map((one) => ({ one, halves: one.halves.filter((half) => !isAway(half)) }))
  const of = (kind: Group['kind'], people: typeof there): Group[] => {
    if (people.length === 0) return []
    const each = people.map(({ one, halves }) => ({ one, hours: hoursOf(halves) }))
    const hours = mostUsual(each.map((person) => person.hours))
    return [
      {
        kind,
        hours,
        people: each.map((person) => ({
          one: person.one,
          hours: keyOf(person.hours) === keyOf(hours) ? null : person.hours,
        })),
      },
    ]
  }
  const only = (part: Half['part']) =>
    there.filter(({ halves }) => halves.length === 1 && halves[0]?.part === part)
  return [
    ...of(
      'allDay',
      there.filter(({ halves }) => halves.length > 1),
    ),
    ...of('morning', only('morning')),
    ...of('afternoon', only('afternoon')),
  ]
}

const keyOf = ({ from, until }: Hours): string => `${from} ${until}`

function hoursOf(halves: readonly Half[]): Hours {
  return {
    from: Math.min(...halves.map((half) => half.start_minute)),
    until: Math.max(...halves.map((half) => half.end_minute)),
  }
}

function mostUsual(all: readonly Hours[]): Hours {
  const alike = [...Map.groupBy(all, keyOf).values()].toSorted((a, b) => b.length - a.length)
  return alike[0]?.[0] ?? { from: 0, until: 0 }
}
