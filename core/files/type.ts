/**
 * What a file is, by its bytes: a name says nothing, and what we cannot recognise we do not keep. Only kinds that
 * can be shown without running anything: PDF, PNG, JPEG, and Word without macros.
 */
import type { FieldProblem } from '../api/errors.ts'
import { listZip } from './zip.ts'

export type FileType = 'pdf' | 'png' | 'jpeg' | 'docx'

/** The largest file that is kept, bytes: 15 MB. */
export const largestFile = 15 * 1024 * 1024

export const mediaTypes: Readonly<Record<FileType, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

export type FileCheck =
  { readonly ok: true; readonly type: FileType } | { readonly ok: false; readonly problem: FieldProblem }

const signatures: Readonly<Record<'pdf' | 'png' | 'jpeg' | 'zip' | 'ole', readonly number[]>> = {
  pdf: [0x25, 0x50, 0x44, 0x46, 0x2d], // %PDF-
  png: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  jpeg: [0xff, 0xd8, 0xff],
  zip: [0x50, 0x4b, 0x03, 0x04], // PK
  ole: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], // what Office wrote before 2007, and writes with a password
}

/** @returns the kind, or what to do about it. Reads the bytes, unpacks nothing. */
export function checkFile(bytes: Uint8Array): FileCheck {
  if (bytes.length === 0) return refused('file_empty')
  if (bytes.length > largestFile) return refused('file_too_large')
  if (startsWith(bytes, signatures.pdf)) return { ok: true, type: 'pdf' }
  if (startsWith(bytes, signatures.png))
    return textAt(bytes, 12, 4) === 'IHDR' ? { ok: true, type: 'png' } : refused('file_damaged')
  if (startsWith(bytes, signatures.jpeg)) return { ok: true, type: 'jpeg' }
  if (startsWith(bytes, signatures.zip)) return checkDocx(bytes)
  if (startsWith(bytes, signatures.ole))
    return refused(holdsWide(bytes, 'EncryptedPackage') ? 'file_locked' : 'file_old_word')
  if (textAt(bytes, 4, 4) === 'ftyp' && /^(?:hei[cmsx]|hev[cmsx]|mif1|msf1)$/u.test(textAt(bytes, 8, 4)))
    return refused('file_heic')
  return refused('file_type')
}

/** A docx is a zip with the document in it; a docm has the same, with a program beside it. */
function checkDocx(bytes: Uint8Array): FileCheck {
  const entries = listZip(bytes)
  if (entries === null) return refused('file_damaged')
  const names = entries.map(({ name }) => name.toLowerCase())
  if (entries.some(({ encrypted }) => encrypted)) return refused('file_locked')
  if (names.some((name) => program.test(name))) return refused('file_macros')
  const isWord = names.includes('word/document.xml') && names.includes('[content_types].xml')
  return isWord ? { ok: true, type: 'docx' } : refused('file_type')
}

const program = /vbaproject\.bin$|vbadata\.xml$|\/activex\//u

const refused = (problem: FieldProblem): FileCheck => ({ ok: false, problem })

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, n) => bytes[n] === byte)
}

function textAt(bytes: Uint8Array, from: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(from, from + length))
}

/** Whether the text stands in it in UTF-16, as names do in Office's old files. */
function holdsWide(bytes: Uint8Array, text: string): boolean {
  const wanted = [...text].flatMap((letter) => [letter.charCodeAt(0), 0])
  const first = wanted[0] ?? 0
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (wanted.every((byte, n) => bytes[at + n] === byte)) return true
  return false
}
