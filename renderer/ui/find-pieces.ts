/** Where in a name something that was searched for stands. */
import { fold } from '#core/names/fold.ts'

/** `[from, to)` of each found piece in `text`, in order, not overlapping. Indexes are in UTF-16 units. */
export function findPieces(text: string, query: string): [number, number][] {
  const letters: { folded: string; from: number; to: number }[] = []
  let at = 0
  for (const letter of text) {
    letters.push({ folded: fold(letter), from: at, to: at + letter.length })
    at += letter.length
  }
  const places: number[] = [] // for each letter of the folded text: which letter of the text it came from
  const folded = letters
    .flatMap(({ folded: one }, index) => [...(one || ' ')].map((part) => (places.push(index), part)))
    .join('')
  const taken = new Set<number>()
  for (const word of fold(query).split(' ').filter(Boolean)) {
    for (let found = folded.indexOf(word); found >= 0; found = folded.indexOf(word, found + word.length)) {
      for (let i = found; i < found + word.length; i += 1) taken.add(places[i] ?? -1)
    }
  }
  const pieces: [number, number][] = []
  letters.forEach(({ from, to }, index) => {
    if (!taken.has(index)) return
    const last = pieces.at(-1)
    if (last && last[1] === from) last[1] = to
    else pieces.push([from, to])
  })
  return pieces
}
