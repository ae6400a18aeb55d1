/** The sections of a form on paper: blank where there are no answers, filled where there are. */
import type { Answer } from '#core/api/intake.ts'
import { formWords, type FormWords } from '#core/intake/form-words.ts'
import { questionNumbers, type ResolvedForm } from '#core/intake/form.ts'
import type { Question } from '#core/intake/definition.ts'
import type { Piece } from '../letters/flow.ts'
import type { Unprintable } from '../letters/lines.ts'
import { GIVEN, NEXT, WIDE } from './measures.ts'
import { givenRows, isWideAnswer } from './given.ts'
import { factPieces, questionPieces, sectionHead, textRows, type Asked, type Fact } from './pieces.ts'
import { isWide, noAnswerRow, roomFor } from './room.ts'
import type { PaperWords } from './words.ts'

/** By section: what stands above its questions. A section without questions and facts is left out. */
export type SectionFacts = { readonly [section: string]: readonly Fact[] }

const KEEP_UNDER = (NEXT.bottom - NEXT.top) / 2

interface Drawing {
  readonly form: ResolvedForm
  readonly words: FormWords
  readonly paper: PaperWords
  readonly unprintable: Unprintable
}

export function blankPieces(
  form: ResolvedForm,
  facts: SectionFacts,
  paper: PaperWords,
  unprintable: Unprintable,
): Piece[] {
  const drawing = { form, words: formWords(form, paper.language), paper, unprintable }
  return sections(drawing, facts, (question, number) => ({
    ...said(question, number, drawing),
    rows: [
      ...roomFor(question, drawing.words, paper, unprintable),
      noAnswerRow(
        reasons(question).map((reason) => paper.noAnswer[reason]),
        unprintable,
      ),
    ],
    wide: isWide(question, drawing.words),
  }))
}

export function filledPieces(
  form: ResolvedForm,
  facts: SectionFacts,
  intake: { answers: readonly Answer[]; notes: string },
  paper: PaperWords,
  unprintable: Unprintable,
): Piece[] {
  const drawing = { form, words: formWords(form, paper.language), paper, unprintable }
  const given = new Map(intake.answers.map((answer) => [answer.question, answer]))
  const asked = (question: Question, number: string): Omit<Asked, 'first'> => {
    const answer = given.get(question.key)
    return {
      ...said(question, number, drawing),
      hint: '',
      reason: '',
      rows: givenRows(question, answer, drawing.words, paper, unprintable),
      wide: isWideAnswer(question, answer, drawing.words),
    }
  }
  const former = form.former.flatMap(({ question }, n) =>
    questionPieces({ ...asked(question, ''), first: n === 0 }, unprintable, KEEP_UNDER),
  )
  return [
    ...sections(drawing, facts, asked),
    ...(former.length > 0 ? [sectionHead(paper.t('paper.former'), unprintable), ...former] : []),
    ...(intake.notes.trim() === '' ? [] : notes(intake.notes, drawing)),
  ]
}

function sections(
  { form, words, unprintable }: Drawing,
  facts: SectionFacts,
  asked: (question: Question, number: string) => Omit<Asked, 'first'>,
): Piece[] {
  const numbers = questionNumbers(form)
  return form.sections.flatMap((section) => {
    const above = facts[section.key] ?? []
    if (above.length === 0 && section.questions.length === 0) return []
    return [
      sectionHead(words.section(section.key), unprintable),
      ...factPieces(above, unprintable),
      ...section.questions.flatMap((question, n) => {
        const one = asked(question, String(numbers.get(question.key) ?? ''))
        return questionPieces({ ...one, first: n === 0 && above.length === 0 }, unprintable, KEEP_UNDER)
      }),
    ]
  })
}

/** What can be ticked instead of an answer. A question with "unknown" among its answers does not ask it twice. */
function reasons(question: Question): ('unknown' | 'declined' | 'later')[] {
  return [
    ...(question.type === 'yesNoUnknown' ? [] : ['unknown' as const]),
    ...(question.coachOnly ? [] : ['declined' as const]),
    'later',
  ]
}

function said({ key, coachOnly }: Question, number: string, { words, paper }: Drawing) {
  return {
    number,
    question: words.question(key),
    hint: words.hint(key),
    reason: words.reason(key),
    mark: coachOnly ? paper.t('paper.coachOnly') : '',
  }
}

function notes(text: string, { paper, unprintable }: Drawing): Piece[] {
  return [
    sectionHead(paper.t('paper.notes'), unprintable),
    ...textRows(text, GIVEN, WIDE, unprintable).map((row, n): Piece => ({
      gap: n === 0 ? 6 : 0,
      height: row.height,
      keep: false,
      draw: (pen, y) => row.draw(pen, y, () => pen.root),
    })),
  ]
}
