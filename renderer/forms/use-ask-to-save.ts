/** What a dialog with `AskToSave` does: keep what is typed, save it, say so with a way back, and close. */
import { useState } from 'react'
import { useCommand, type Command } from '../office/use-command.ts'
import { useToast } from '../ui/toast.tsx'
import { useDraft, type Draft } from './draft.tsx'

/**
 * `form` names the dialog and what it is about, for what was typed before; `start` is what stands in the fields while
 * nobody typed. `dialog` goes to `AskToSave`, `send` to its answer: what `call` gets, and what is said when it is saved.
 */
export function useAskToSave<Fields extends object, Input, Output extends { changeSetId: number | null }>({
  form,
  start,
  call,
  opened,
  onClose,
}: {
  form: string
  start: Fields
  call: (input: Input) => Promise<Output>
  opened: boolean
  onClose: () => void
}) {
  const toast = useToast()
  const save: Command<Input, Output> = useCommand(call)
  const [typed, setTyped] = useState<Partial<Fields>>({})
  const draft: Draft = useDraft(form, { typed }, (left) => setTyped(left.typed), { on: opened })

  /** What was put back as it stands is as good as not typed. */
  const type = (part: Partial<Fields>): void =>
    setTyped((before) => {
      const fields = Object.entries({ ...before, ...part })
      return Object.fromEntries(
        fields.filter(([name, value]) => value !== start[name as keyof Fields]),
      ) as Partial<Fields>
    })

  async function send(input: Input, said: string): Promise<void> {
    const answer = await save.run(input)
    if (!answer) return
    draft.clear()
    toast({ text: said, changeSetId: answer.changeSetId })
    setTyped({})
    onClose()
  }
  return {
    fields: { ...start, ...typed } as Fields,
    type,
    send,
    failure: save.failure,
    dialog: { opened, onClose, save, draft },
  }
}
