import { describe, expect, test } from 'vitest'
import { cleanName, freeName, renamed } from '#core/files/name.ts'
import { checkFile, largestFile, type FileType } from '#core/files/type.ts'
import { aDocx, aJpeg, aPdf, aPng, aZip } from '../../builders/files.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('what a file is', () => {
  test.each([
    ['a PDF', aPdf(), 'pdf'],
    ['a PNG', aPng(), 'png'],
    ['a JPEG', aJpeg(), 'jpeg'],
    ['a Word file', aDocx(), 'docx'],
  ])('%s is known by its bytes', (_, file, type) => expect(checkFile(file)).toEqual({ ok: true, type }))

  test.each([
    ['nothing', new Uint8Array(), 'file_empty'],
    ['more than 15 MB', new Uint8Array(largestFile + 1), 'file_too_large'],
    ['a program', bytes('MZ\u0090\0\u0003'), 'file_type'],
    ['a page', bytes('<!doctype html><script>alert(1)</script>'), 'file_type'],
    ['a page before a PDF', bytes(`<script>alert(1)</script>\n%PDF-1.7`), 'file_type'],
    ['a drawing', bytes('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'), 'file_type'],
    ['text', bytes('hallo'), 'file_type'],
    ['a GIF', bytes('GIF89a'), 'file_type'],
    ['a picture of an iPhone', bytes('\0\0\0\u0018ftypheic\0\0\0\0'), 'file_heic'],
    ['a spreadsheet', aZip(['[Content_Types].xml', 'xl/workbook.xml']), 'file_type'],
    ['any zip', aZip(['a.txt']), 'file_type'],
    [
      'Word with macros',
      aZip(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
      'file_macros',
    ],
    [
      'macros with a way back',
      aZip(['[Content_Types].xml', 'word/document.xml', 'word\\VBAPROJECT.BIN']),
      'file_macros',
    ],
    [
      'Word with controls',
      aZip(['[Content_Types].xml', 'word/document.xml', 'word/activeX/activeX1.bin']),
      'file_macros',
    ],
    ['a locked zip', aZip(['[Content_Types].xml', 'word/document.xml'], { encrypted: true }), 'file_locked'],
    ['half a zip', aDocx().subarray(0, 60), 'file_damaged'],
    ['half a PNG', aPng().subarray(0, 8), 'file_damaged'],
    ['old Word', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), 'file_old_word'],
    [
      'Word with a password',
      Uint8Array.from([
        ...Buffer.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
        ...Array.from('EEncryptedPackage').flatMap((letter) => [letter.charCodeAt(0), 0]),
      ]),
      'file_locked',
    ],
  ])('%s is refused with what to do', (_, file, problem) =>
    expect(checkFile(file)).toEqual({ ok: false, problem }),
  )

  test('a directory that points anywhere is no zip, and ends nothing', () => {
    const zip = aDocx()
    for (let at = 0; at < zip.length; at += 1) {
      const broken = zip.slice()
      broken[at] = 0xff
      expect(['docx', 'file_damaged', 'file_locked', 'file_type', 'file_macros']).toContain(said(broken))
      expect(typeof said(zip.subarray(0, at))).toBe('string')
    }
  })
})

const said = (file: Uint8Array): string => {
  const checked = checkFile(file)
  return checked.ok ? checked.type : checked.problem
}

describe('what a file is called', () => {
  const clean = (name: string, type: FileType = 'pdf') => cleanName(name, type, 'bijlage')

  test.each<[string, FileType, string]>([
    ['cv.pdf', 'pdf', 'cv.pdf'],
    ['CV Samira (def).PDF', 'pdf', 'CV Samira (def).PDF'],
    ['foto.JPG', 'jpeg', 'foto.JPG'],
    ['verslag v2.0.docx', 'docx', 'verslag v2.0.docx'],
    ['أحمد.pdf', 'pdf', 'أحمد.pdf'],
  ])('%s stays', (name, type, kept) => expect(clean(name, type)).toEqual({ name: kept, changed: false }))

  test.each<[string, FileType, string]>([
    ['cv.pdf.exe', 'pdf', 'cv.pdf'],
    ['cv.exe', 'pdf', 'cv.pdf'],
    ['diploma.docm', 'docx', 'diploma.docx'],
    ['foto.html', 'png', 'foto.png'],
    ['scan', 'pdf', 'scan.pdf'],
    ['v\u202efdp.exe', 'pdf', 'vfdp.pdf'],
    ['\u2067a\u2069\u200bb\u0000\u0007.pdf', 'pdf', 'ab.pdf'],
    ['../../etc/passwd', 'pdf', 'passwd.pdf'],
    ['C:\\Users\\x\\Desktop\\brief.docx', 'docx', 'brief.docx'],
    ['.htaccess', 'pdf', 'htaccess.pdf'],
    ['a<b>:"c"|?*.pdf', 'pdf', 'a-b---c----.pdf'],
    ['con.pdf', 'pdf', 'con_.pdf'],
    ['LPT1', 'png', 'LPT1_.png'],
    ['   ', 'pdf', 'bijlage.pdf'],
    ['', 'jpeg', 'bijlage.jpg'],
    ['...', 'pdf', 'bijlage.pdf'],
    ['\u202e\u200b', 'pdf', 'bijlage.pdf'],
    ['a\r\nb\t\tc.pdf', 'pdf', 'a b c.pdf'],
    ['naam.pdf. . ', 'pdf', 'naam.pdf'],
    ['e\u0301\u0301.pdf', 'pdf', 'é\u0301.pdf'],
  ])('%j becomes harmless, and is told', (given, type, name) => {
    const { name: kept, changed } = clean(given, type)
    expect(kept).toBe(name)
    expect(changed).toBe(kept !== given.normalize('NFC').trim())
  })

  test('300 letters become 100, between two letters', () => {
    const { name } = clean(`${'👩‍👩‍👧'.repeat(60)}.pdf`)
    expect(name.length).toBeLessThanOrEqual(104)
    expect(name.endsWith('.pdf')).toBe(true)
    expect(name).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/u)
    expect(clean(`${'a'.repeat(300)}.pdf`).name).toBe(`${'a'.repeat(100)}.pdf`)
  })

  test('another name keeps the end', () => {
    expect(renamed('Diploma', 'pdf')).toBe('Diploma.pdf')
    expect(renamed('Diploma.exe', 'png')).toBe('Diploma.png')
    expect(renamed(' .pdf', 'pdf')).toBeNull()
    expect(renamed('', 'pdf')).toBeNull()
  })

  test('the same name twice gets a number', () => {
    expect(freeName('cv.pdf', new Set())).toBe('cv.pdf')
    expect(freeName('cv.pdf', new Set(['cv.pdf', 'cv (2).pdf']))).toBe('cv (3).pdf')
  })
})
