/** The word itself, large, with what it means. Dutch, whatever language the screen has. */
import type { DailyWord } from '#core/api/words.ts'
import { articleOf, wordInExample } from '#core/words/word.ts'

export function BigWord({ word, picture, alt }: { word: DailyWord; picture: string | null; alt: string }) {
  const { article, rest } = articleOf(word.word)
  const example = wordInExample(word.word, word.example)
  return (
    <div className="word-big" lang="nl">
      <p className="word-big-word">
        {article !== '' && <span className="word-article">{`${article} `}</span>}
        {rest}
      </p>
      {picture !== null && <img className="word-picture" src={pictureAddress(picture)} alt={alt} />}
      <p>{word.meaning}</p>
      {word.example !== '' && (
        <p className="word-example">
          {`“${example.before}`}
          {example.word !== '' && <strong>{example.word}</strong>}
          {`${example.after}”`}
        </p>
      )}
    </div>
  )
}

/** The bytes say what they are: a PNG begins with the same letters always. */
export function pictureAddress(base64: string): string {
  return `data:image/${base64.startsWith('iVBOR') ? 'png' : 'jpeg'};base64,${base64}`
}
