/** The parts of a letter that staff write, or the participant says: the same in every kind of letter. */
import type { LetterTexts } from '../api/letters.ts'
import type { Block, ParagraphsBlock, QuestionBlock } from './content.ts'
import { paragraphsOf, type Person, type Words } from './words.ts'

/** What the office asks the reader, with the day before which. */
export function questionBlock(
  texts: Pick<LetterTexts, 'question' | 'question_before'>,
  { t, date }: Words,
): QuestionBlock | null {
  const paragraphs = paragraphsOf(texts.question)
  const last = paragraphs.pop()
  if (last === undefined) return null
  const before = texts.question_before
  const term =
    before === null
      ? []
      : [
          { text: ` ${t('question.before')}` },
          { text: t('question.beforeDate', { date: date(before) }), bold: true },
          { text: '.' },
        ]
  return {
    kind: 'question',
    heading: t('question.heading'),
    paragraphs: [...paragraphs.map((text) => [{ text }]), [{ text: last }, ...term]],
  }
}

/** What staff wrote, as it stands; null when they wrote nothing. */
export function written(heading: string | null, text: string): ParagraphsBlock | null {
  const paragraphs = paragraphsOf(text)
  if (paragraphs.length === 0) return null
  return { kind: 'paragraphs', heading, paragraphs: paragraphs.map((line) => [{ text: line }]) }
}

/** The participant's own words, when the letter was read together, whether they have a copy, and how satisfied they are. */
export function opinionBlock(
  texts: Pick<LetterTexts, 'opinion' | 'discussed_on' | 'copy_given'>,
  words: Words,
  person: Person,
  satisfied?: number,
): Block | null {
  const { t } = words
  const lines = paragraphsOf(texts.opinion)
  const on = texts.discussed_on
  const discussed = [
    satisfied === undefined
      ? ''
      : t('opinion.satisfied', {
          name: person.name,
          score: satisfied,
          word: t(`opinion.satisfiedWord.${satisfied as 1}`),
        }),
    on === null ? '' : t('opinion.discussed', { date: words.dayMonth(on), name: person.name }),
    texts.copy_given ? t(`opinion.copy.${texts.copy_given}`, { name: person.Name }) : '',
  ]
    .filter(Boolean)
    .join(' ')
  if (lines.length === 0)
    return discussed === ''
      ? null
      : { kind: 'paragraphs', heading: null, paragraphs: [[{ text: discussed }]] }
  return {
    kind: 'opinion',
    heading: t('opinion.heading', { name: person.name }),
    quote: quoted(lines),
    detail: discussed,
  }
}

/** Somebody's own words under a heading; null without them. */
export function quoteBlock(heading: string, text: string): Block | null {
  const lines = paragraphsOf(text)
  return lines.length === 0 ? null : { kind: 'opinion', heading, quote: quoted(lines), detail: '' }
}

/** In quotation marks, once: what the coach typed around it is taken off first. */
function quoted(lines: readonly string[]): string[] {
  const text = lines
    .join('\n')
    .replace(/^["“”„'‘’]+/u, '')
    .replace(/["“”„'‘’]+$/u, '')
  return `“${text}”`.split('\n')
}

export function agreementsBlock({ agreements }: Pick<LetterTexts, 'agreements'>, { t }: Words): Block | null {
  const rows = agreements
    .filter((row) => row.what.trim() !== '')
    .map((row): [string, string, string] => [row.what.trim(), row.who.trim(), row.when.trim()])
  if (rows.length === 0) return null
  return {
    kind: 'agreements',
    heading: t('agreements.heading'),
    columns: [t('agreements.what'), t('agreements.who'), t('agreements.when')],
    rows,
  }
}
