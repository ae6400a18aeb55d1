/** A button that chooses a picture for letters: an SVG as it is, another one drawn again as a plain PNG. */
import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import type { FieldProblem } from '#core/api/errors.ts'
import { largestLetterPicture, type LetterPicture } from '#core/api/letterhead.ts'
import { FieldMessage } from '../../forms/problem.tsx'

/** Bytes of a file that is opened at all. */
const largestFile = 20 * 1024 * 1024
/** Dots along the longest side: 10 cm of paper, sharp. */
const longestSide = 1600

export function ChoosePicture({
  label,
  hint,
  problem,
  busy,
  onChoose,
}: {
  label: string
  hint: string
  problem: FieldProblem | null
  busy: boolean
  onChoose: (base64: string) => void
}) {
  const file = useRef<HTMLInputElement>(null)
  const [own, setOwn] = useState<FieldProblem | null>(null)
  async function choose(chosen: File | undefined): Promise<void> {
    if (!chosen) return
    const read = await readPicture(chosen)
    setOwn('problem' in read ? read.problem : null)
    if ('base64' in read) onChoose(read.base64)
  }
  const shown = own ?? problem
  return (
    <div className="look-choose">
      <input
        ref={file}
        type="file"
        accept=".png,.svg,.jpg,.jpeg"
        hidden
        onChange={(event) => {
          const input = event.currentTarget
          void choose(input.files?.[0]).finally(() => (input.value = ''))
        }}
      />
      <Button variant="default" loading={busy} onClick={() => file.current?.click()}>
        {label}
      </Button>
      <p className="dim">{hint}</p>
      <div role="alert">{shown && <FieldMessage problem={shown} />}</div>
    </div>
  )
}

/** Never throws. An SVG that is too large is refused by its size, before it is read. */
async function readPicture(file: File): Promise<{ base64: string } | { problem: FieldProblem }> {
  const isSvg = file.type === 'image/svg+xml' || /\.svg$/iu.test(file.name)
  if (file.size > (isSvg ? largestLetterPicture : largestFile)) return { problem: 'logo_large' }
  if (isSvg) return { base64: base64Of(new Uint8Array(await file.arrayBuffer())) }
  if (file.type !== 'image/png' && file.type !== 'image/jpeg') return { problem: 'logo_kind' }
  try {
    const image = await createImageBitmap(file)
    for (const most of [longestSide, longestSide / 2, longestSide / 4]) {
      const blob = await drawn(image, most)
      if (blob.size <= largestLetterPicture)
        return { base64: base64Of(new Uint8Array(await blob.arrayBuffer())) }
    }
    return { problem: 'logo_large' }
  } catch {
    return { problem: 'logo_broken' } // the browser cannot read it
  }
}

function drawn(image: ImageBitmap, most: number): Promise<Blob> {
  const scale = Math.min(1, most / Math.max(image.width, image.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(image.width * scale))
  canvas.height = Math.max(1, Math.round(image.height * scale))
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('not drawn'))), 'image/png'),
  )
}

function base64Of(bytes: Uint8Array): string {
  const piece = 0x8000 // more arguments than this is too many for one call
  let text = ''
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece))
  return btoa(text)
}

/** For an `img`: there a script in a drawing does not run. */
export const pictureAddress = ({ type, base64 }: LetterPicture): string =>
  `data:image/${type === 'svg' ? 'svg+xml' : 'png'};base64,${base64}`
