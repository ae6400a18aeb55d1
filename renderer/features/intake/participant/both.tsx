import { useText, type Pair } from './view-words.ts'

/** A word in Dutch with the same word in the second language behind or under it. */
export function Both({ words }: { words: Pair }) {
  const { language, direction } = useText()
  return (
    <span className="view-both">
      <span lang="nl">{words.nl}</span>
      {words.other !== '' && language !== null && (
        <span className="view-other" lang={language} dir={direction}>
          {words.other}
        </span>
      )}
    </span>
  )
}

/** For an `aria-label`: both, one after the other. */
export const inWords = (...pairs: Pair[]): string =>
  [...pairs.map(({ nl }) => nl), ...pairs.map(({ other }) => other)].filter((word) => word !== '').join(' ')
