/** The office's own paragraphs: chips become words, and what is missing stays to be seen. */
import { chipText, isChip, type ChipFacts } from './chips.ts'
import type { OwnBlock, Run } from './content.ts'
import { isBlank, type Layout, type OwnParagraph, type OwnRun } from './layout.ts'
import type { Words } from './words.ts'

type Paragraphs = readonly OwnParagraph[]

/** Null when there is nothing to print: an empty paragraph is no empty line. */
export function ownBlock(paragraphs: Paragraphs, facts: ChipFacts, words: Words): OwnBlock | null {
  const printed = paragraphs
    .filter((paragraph) => !isBlank([paragraph]))
    .map(({ kind, runs }) => ({ kind, text: runs.map((run) => said(run, facts, words)) }))
  return printed.length === 0 ? null : { kind: 'own', paragraphs: printed }
}

/** "[Kenmerk van de gemeente ontbreekt]" where a value is missing. */
function said(run: OwnRun, facts: ChipFacts, words: Words): Run {
  const marks = {
    ...(run.bold === true ? { bold: true } : {}),
    ...(run.italic === true ? { italic: true } : {}),
    ...(run.underline === true ? { underline: true } : {}),
  }
  if ('text' in run) return { text: run.text, ...marks }
  const value = chipText(run.field, facts, words)
  return value === ''
    ? { text: words.t('chipMissing', { what: chipName(run.field, words) }), bold: true, missing: true }
    : { text: value, ...marks }
}

/** What a chip is called; of one that is no longer there, the code that the template has. */
function chipName(code: string, { t }: Words): string {
  return isChip(code) ? t(`chip.${code}`) : code
}

/** The chips of this letter's own paragraphs that would print as a gap, each once. */
export function missingChips(
  facts: ChipFacts & { readonly layout?: Layout },
  words: Words,
): { field: string }[] {
  const fields = (facts.layout ?? []).flatMap((item) =>
    item.type === 'own'
      ? item.paragraphs.flatMap(({ runs }) => runs.flatMap((run) => ('field' in run ? [run.field] : [])))
      : [],
  )
  return [...new Set(fields)]
    .filter((field) => chipText(field, facts, words) === '')
    .map((field) => ({ field }))
}
