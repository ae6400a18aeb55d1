import { describe, expect, it } from 'vitest'
import { textOutsideI18n } from './rules/user-text.ts'
import { readSources, rooms } from './sources.ts'

describe('text for people stands in core/i18n only', () => {
  it('holds for every file', () => {
    expect(textOutsideI18n(readSources(rooms))).toEqual([])
  })

  it.each([
    ['text between tags', 'renderer/a.tsx', 'export const A = () => <p>Nog geen brieven</p>'],
    ['one word between tags', 'renderer/a.tsx', 'export const A = () => <b>Letters</b>'],
    ['a literal as a child', 'renderer/a.tsx', "export const A = () => <p>{open ? 'Sluit' : x}</p>"],
    ['a label', 'renderer/a.tsx', 'export const A = () => <Field label="Naam" />'],
    ['a label in braces', 'renderer/a.tsx', 'export const A = () => <Field label={`Naam ${n}`} />'],
    ['an aria-label', 'renderer/a.tsx', 'export const A = () => <button aria-label="close" />'],
    ['a notification', 'renderer/a.ts', "show({ title: 'Saved', message: t('x') })"],
    ['a menu label', 'electron/menu.ts', "const item = { label: 'Over dit programma' }"],
    ['a Dutch sentence', 'service/a.ts', "throw new Error('Het bestand is niet gevonden')"],
    ['a Dutch sentence in a template', 'service/a.ts', 'const a = `Brief aan ${name} van uw begeleider`'],
  ])('catches %s', (_what, path, text) => {
    expect(textOutsideI18n([{ path, text }])).toHaveLength(1)
  })

  it.each([
    ['a key', 'renderer/a.tsx', "export const A = () => <Field label={t('people:name')}>{t('x')}</Field>"],
    [
      'a class and a role',
      'renderer/a.tsx',
      'export const A = () => <p className="row wide" role="note">·</p>',
    ],
    [
      'an English error for a developer',
      'service/a.ts',
      "throw new Error('the port was closed before the answer')",
    ],
    ['a statement', 'db/a.ts', "const sql = 'SELECT id, van FROM letter WHERE op = ?'"],
    ['an enum value', 'core/a.ts', "const forms = ['mevrouw', 'heer', 'none']"],
    ['the texts themselves', 'core/i18n/nl/a.ts', "export default { title: 'Nog geen brieven' }"],
  ])('lets %s through', (_what, path, text) => {
    expect(textOutsideI18n([{ path, text }])).toEqual([])
  })
})
