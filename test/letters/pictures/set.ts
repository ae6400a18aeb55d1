/**
 * The letters of which approved pictures are kept: every kind, and what may go wrong on a page besides. All people and
 * places are invented, and every date is fixed: the same letters on every day and machine.
 */
import type { LetterKind } from '#core/api/letters.ts'
import type { FrameFacts, ProgressFacts } from '#core/letters/facts.ts'
import { kindOf } from '#service/letters/kinds.ts'
import { checkPicture } from '#service/letters/pictures/check.ts'
import type { Pictures } from '#service/letters/pictures/picture.ts'
import { drawLetter } from '#service/letters/render.ts'
import { fullFacts, typicalFacts } from '../example.ts'
import { hoursFacts } from '../hours-example.ts'
import { fullIntake } from '../intake-example.ts'
import * as further from '../kinds-example.ts'
import { fullReady } from '../ready-example.ts'
import { fullResults } from '../results-example.ts'

const logoFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40">
  <path d="M20 2 C38 10 38 30 20 38 C2 30 2 10 20 2 Z" fill="#7A2E8C"/><path d="M20 8 V38" stroke="#fff" stroke-width="2"/>
  <text x="48" y="28" font-size="22" fill="#7A2E8C">De Linde</text></svg>`
const signatureFile = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 180 60">
  <path d="M8 44 C28 4 38 4 40 44 C52 20 60 20 62 42 C72 26 80 28 84 42 C100 20 120 50 170 30" fill="none" stroke="#251F19" stroke-width="2.4"/></svg>`

function chosen(file: string) {
  const read = checkPicture(Buffer.from(file).toString('base64'))
  if ('problem' in read) throw new Error(read.problem)
  return read.picture
}
const [logo, signature] = [chosen(logoFile), chosen(signatureFile)]
const pictures: Pictures = (sha256) => (sha256 === logo.sha256 ? logo : signature)

/** Names as people have them, in the four scripts that the letters know. */
const scripts: ProgressFacts = {
  ...typicalFacts,
  number: '2026-0168',
  participant: {
    ...typicalFacts.participant,
    given_names: 'Zoë Đặng',
    initials: 'Z.Đ.',
    prefix: '',
    surname: 'Šćepanović-Łukaszewicz',
  },
  caseManager: { ...fullFacts.caseManager!, surname: 'Ğülşen-Çelik', prefix: '' },
  attendance: { ...typicalFacts.attendance, weeks: [] },
  skills: { start_on: null, now_on: null, rows: [] },
  language: [],
  placements: [],
  goals: [],
  notes: [
    { date: '2026-11-09', body: 'Zij werkt samen met سميرة الخطيب en met أحمد بن يوسف (ploeg 2).' },
    { date: '2026-11-10', body: 'De uitleg ging in het Tigrinya: ሰምሃር ተስፋይ en ኣብርሃም ገብረ።' },
    { date: '2026-11-12', body: 'Оксана Коваленко-Їжак en Ђорђе Љубичић hielpen met tolken.' },
    {
      date: '2026-11-16',
      body: 'Ook daar: Ñandú, Åse Øystein, Ğül İşık, Nguyễn Thị Ệ, Ķēniņš, Đorđe, Œuvre, straße.',
    },
  ],
  texts: {
    ...typicalFacts.texts,
    opening: 'Namen staan in deze brief zoals mensen ze zelf schrijven.',
    question: 'Wilt u de naam Šćepanović-Łukaszewicz zo overnemen?',
    attendance: '',
    skills: '',
    opinion: 'أريد أن أعمل في مطبخ.\nIk wil in een keuken werken.',
    agreements: [],
  },
}

const letterhead: NonNullable<FrameFacts['letterhead']> = {
  logo: { sha256: logo.sha256, name: 'De Linde', height: 140 },
  accent: '#7A2E8C',
  window_side: 'right',
  window_x: 0,
  window_y: 0,
}

interface Pictured {
  readonly name: string
  readonly kind: LetterKind
  readonly facts: FrameFacts
  readonly draft?: boolean
}

export const pictured: readonly Pictured[] = [
  { name: 'progress', kind: 'progress', facts: fullFacts },
  { name: 'intake', kind: 'intake', facts: fullIntake },
  { name: 'hours', kind: 'hours', facts: hoursFacts },
  { name: 'ready-for-work', kind: 'ready_for_work', facts: fullReady },
  { name: 'end', kind: 'end', facts: further.fullEnd },
  { name: 'no-show', kind: 'no_show', facts: further.fullNoShow },
  { name: 'invitation', kind: 'invitation', facts: further.fullInvitation },
  { name: 'placement', kind: 'placement', facts: further.fullPlacement },
  { name: 'extension', kind: 'extension', facts: further.fullExtension },
  { name: 'aftercare', kind: 'aftercare', facts: further.fullAftercare },
  { name: 'certificate', kind: 'certificate', facts: further.fullCertificate },
  { name: 'results', kind: 'results', facts: fullResults },
  { name: 'scripts', kind: 'progress', facts: scripts },
  { name: 'draft', kind: 'no_show', facts: { ...further.fullNoShow, number: null }, draft: true },
  {
    name: 'correction',
    kind: 'aftercare',
    facts: { ...further.fullAftercare, replaces: { number: '2026-0147', dated_on: '2026-11-04' } },
  },
  {
    name: 'letterhead',
    kind: 'ready_for_work',
    facts: { ...fullReady, letterhead, signature: signature.sha256 },
  },
  {
    name: 'letterhead-drawings',
    kind: 'progress',
    facts: { ...typicalFacts, letterhead, signature: signature.sha256 },
  },
]

/** The letter as a file. */
export async function drawn(
  { kind, facts, draft = false }: Pictured,
  draw = drawLetter,
): Promise<Uint8Array> {
  return (await draw(kindOf(kind).compose(facts, 'nl'), { draft, pictures })).pdf
}
