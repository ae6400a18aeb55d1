/** A draft of one of the further kinds: its facts, and the words of staff beside it. */
import type { ComponentType, ReactNode } from 'react'
import type { Inputs } from '#core/api/contract.ts'
import type { LetterView } from '#core/api/letters.ts'
import type { AftercareFacts } from '#core/letters/kind-facts.ts'
import { client } from '../../client.ts'
import { useAutosave } from '../../forms/use-autosave.ts'
import { KindTextsSheet } from './kind-texts.tsx'

export type KindLetter = Extract<
  LetterView,
  { kind: 'end' | 'no_show' | 'invitation' | 'placement' | 'extension' | 'aftercare' | 'certificate' }
>
type Frame = ComponentType<{ letter: LetterView; children: ReactNode }>

/** `frame`: what is around every draft. */
export function KindDraft({ letter, frame: Frame }: { letter: KindLetter; frame: Frame }) {
  // An agreement has no words of its own: they are those of the place.
  if (letter.kind === 'placement') return <Frame letter={letter}>{null}</Frame>
  return <WithTexts letter={letter} frame={Frame} />
}

function WithTexts({
  letter,
  frame: Frame,
}: {
  letter: Exclude<KindLetter, { kind: 'placement' }>
  frame: Frame
}) {
  const { id, kind } = letter
  const draft = useAutosave<{ texts: object }>('draft', letter.draft, (value) =>
    // The sheet below changes texts of this kind only.
    client.letters.saveDraft({ id, kind, draft: value } as Inputs['letters']['saveDraft']),
  )
  return (
    <Frame letter={letter}>
      <KindTextsSheet
        kind={kind}
        story={hasStory(letter)}
        texts={draft.value.texts}
        onChange={(texts) => draft.onChange({ texts })}
        onBlur={draft.onBlur}
      />
    </Frame>
  )
}

function hasStory(letter: KindLetter): boolean {
  if (letter.kind !== 'aftercare') return false
  const { story, story_kept_back } = letter.facts as unknown as AftercareFacts
  return story !== '' || story_kept_back || !letter.draft.texts.withStory
}
