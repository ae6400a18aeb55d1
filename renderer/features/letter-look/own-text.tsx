/** An own paragraph to read: with its chips by name. */
import type { OwnParagraph, OwnRun } from '#core/letters/layout.ts'
import { useChipLabel } from './names.ts'

export function OwnText({ paragraphs }: { paragraphs: readonly OwnParagraph[] }) {
  const label = useChipLabel()
  return (
    <div className="blocks-text" lang="nl">
      {paragraphs.map(({ kind, runs }, n) => (
        <p key={n} className={`own-${kind}`}>
          {runs.map((run, at) => (
            <OwnWords key={at} run={run} label={label} />
          ))}
        </p>
      ))}
    </div>
  )
}

function OwnWords({ run, label }: { run: OwnRun; label: (field: string) => string }) {
  if ('field' in run) return <span className="own-chip">{label(run.field)}</span>
  const bold = run.bold === true ? <strong>{run.text}</strong> : run.text
  const italic = run.italic === true ? <em>{bold}</em> : bold
  return run.underline === true ? <u>{italic}</u> : <>{italic}</>
}
