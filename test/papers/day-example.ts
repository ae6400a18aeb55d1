/** Invented days for the papers: a usual group, sixty people, nobody, and names that are hard to set. */
import type { SignInPerson, SignInSheet } from '#service/papers/sign-in-sheet.ts'
import type { TodaySheet } from '#service/papers/today-sheet.ts'
import type { WeekSheet, WeekSheetCell } from '#service/papers/week-sheet.ts'

export const hardNames = [
  'Khatib, Samira el',
  'الخطيب, سميرة',
  'ተስፋይ, ሰላም',
  'Wolfeschlegelsteinhausenbergerdorff-van den Oudenallen, Maximiliaan Alexander',
  'Đặng, Łukasz Ünal',
  'Е, Оксана',
]
export const names = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => hardNames[n] ?? `Proefpersoon ${n + 1}, Deelnemer`)

const [morning, afternoon] = ['9.00–12.00', '12.30–15.30']
const person = (name: string, n: number): SignInPerson => ({
  name,
  halves: [n % 3 === 1 ? null : n % 7 === 5 ? 'afgemeld' : morning, n % 3 === 2 ? null : afternoon],
})

export const signIn: SignInSheet = {
  fileName: 'Presentielijst 2026-11-18.pdf',
  title: 'Presentielijst',
  officeName: 'Werkplaats De Linde',
  language: 'nl',
  day: '2026-11-18',
  heading: 'Woensdag 18 november 2026',
  lead: 'Zet uw handtekening in het vak als u er bent.',
  columns: ['Naam', 'Ochtend', 'Middag'],
  groups: [{ heading: '', people: names(14).map(person) }],
  visitors: { heading: 'Bezoekers en anderen', columns: ['Naam', 'Van welke organisatie', 'Handtekening'] },
  continued: 'Presentielijst · Woensdag 18 november 2026',
  word: 'Woord van de dag: de hamer. Gereedschap om spijkers in hout te slaan.',
  page: 'Bladzijde {page} van {pages}',
}
const sixty = names(60)
export const signInSixty: SignInSheet = {
  ...signIn,
  groups: [
    { heading: 'Begeleider: Annemiek Jansen', people: sixty.slice(0, 33).map(person) },
    { heading: 'Begeleider: Proef Persoon', people: sixty.slice(33).map(person) },
  ],
}
export const signInNobody: SignInSheet = {
  ...signIn,
  lead: 'De werkplaats is deze dag gesloten: Eerste Kerstdag.',
  groups: [],
  word: '',
}

const cell = (n: number, filled: boolean): WeekSheetCell => {
  const planned = n % 4 !== 1
  const letters = ['A', 'A', 'Z', 'L', 'O', 'V', 'A']
  const mark = filled && (planned || n % 13 === 0) ? (letters[n % 7] ?? '') : ''
  return { planned, mark, detail: mark === 'L' ? '45' : '' }
}
const row = (filled: boolean) => (name: string, n: number) => ({
  name,
  cells: Array.from({ length: 10 }, (_, at) => cell(n + at, filled)),
})
const open = (label: string) => ({ label, closed: null })

export const week: WeekSheet = {
  fileName: 'Weeklijst 2026 week 47.pdf',
  title: 'Week 47',
  officeName: 'Werkplaats De Linde',
  language: 'nl',
  monday: '2026-11-16',
  heading: 'Week 47',
  range: '16 november tot en met 20 november 2026',
  people: '14 mensen',
  days: ['Maandag 16', 'Dinsdag 17', 'Woensdag 18', 'Donderdag 19', 'Vrijdag 20'].map(open),
  parts: ['ochtend', 'middag'],
  groups: [{ heading: '', people: names(14).map(row(false)) }],
  nobody: 'In deze week staat niemand op het rooster.',
  legend:
    'Wit: gepland. Gestreept: niet gepland of gesloten. Letters: A = aanwezig, L = te laat, Z = ziek gemeld, V = verlof, T = taalles, O = zonder bericht, S = elders, op een plek.',
  continued: 'Week 47, 16 november tot en met 20 november 2026',
  page: 'Bladzijde {page} van {pages}',
}
export const weekSixty: WeekSheet = {
  ...week,
  people: '60 mensen',
  groups: [
    { heading: 'Maandag, woensdag', people: sixty.slice(0, 33).map(row(true)) },
    { heading: 'Dinsdag, donderdag, vrijdag', people: sixty.slice(33).map(row(true)) },
  ],
}
/** The week of Christmas. */
export const weekHolidays: WeekSheet = {
  ...week,
  days: [
    open('Maandag 21'),
    open('Dinsdag 22'),
    { label: 'Woensdag 23', closed: 'Gesloten: studiedag van het hele team met een lange naam' },
    { label: 'Donderdag 24', closed: 'Gesloten' },
    { label: 'Vrijdag 25', closed: 'Gesloten: Eerste Kerstdag' },
  ],
}
export const weekNobody: WeekSheet = { ...weekHolidays, groups: [], people: '0 mensen' }

export const today: TodaySheet = {
  fileName: 'Vandaag 2026-11-18.pdf',
  title: 'Vandaag',
  officeName: 'Werkplaats De Linde',
  language: 'nl',
  day: '2026-11-18',
  heading: 'Woensdag 18 november 2026',
  lead: 'Vandaag komen 12 mensen. 2 mensen hebben zich afgemeld.',
  who: 'Wie komt er',
  columns: ['Naam', 'Tijd', 'Te bereiken'],
  coming: names(14).map((name, n) => ({
    name,
    first: n === 3 ? 'eerste keer' : '',
    when: n % 5 === 4 ? '9.00–12.00, middag afgemeld' : n % 3 === 1 ? afternoon : '9.00–15.30',
    reach: n === 2 ? '06 00 00 00 00 (na 12 uur)' : `06 00 00 00 ${String(n).padStart(2, '0')}`,
  })),
  sections: [
    {
      heading: 'Niet geweest, geen bericht',
      items: [{ name: 'Lina Haddad', text: 'di 17 nov, 06 00 00 00 09' }],
    },
    {
      heading: 'Taken',
      items: [
        {
          name: 'Werkschoenen maat 42 bestellen',
          text: 'Samira el Khatib, voor wo 18 nov, voor Annemiek Jansen',
        },
        { name: 'Terugbellen over de kinderopvang', text: 'voor do 19 nov' },
      ],
    },
    {
      heading: 'Brieven',
      items: [{ name: 'Proef Persoon', text: 'Lindwijk, voor vr 20 nov, concept staat klaar' }],
    },
    { heading: 'Nazorg', items: [{ name: 'Oude Bekende', text: 'na 3 maanden, wo 18 nov' }] },
    { heading: 'Loopt af', items: [{ name: 'Proef Persoon', text: 'traject, vr 4 dec' }] },
  ],
  nothing: 'Er wacht niets.',
  word: {
    title: 'Woord van de dag: de hamer',
    text: 'Gereedschap om spijkers in hout te slaan. “Mag ik de hamer even lenen?”',
  },
  more: (count) => `en nog ${count} meer`,
  foot: 'Vertrouwelijk. Versnipper dit blad aan het eind van de dag.',
}
const many = (what: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: `${what} ${n + 1}`,
    text: 'met nogal wat woorden erachter, voor do 19 nov',
  }))
/** More than any page holds. */
export const todayTooMuch: TodaySheet = {
  ...today,
  coming: names(75).map((name) => ({ name, first: '', when: morning, reach: '06 00 00 00 00' })),
  sections: [
    { heading: 'Niet geweest, geen bericht', items: many('Afwezige', 2) },
    { heading: 'Taken', items: many('Taak', 60) },
    { heading: 'Brieven', items: many('Brief', 40) },
    { heading: 'Nazorg', items: many('Nazorg', 3) },
  ],
}
/** A day on which much waits: the list leaves room under it. */
export const todayBusy: TodaySheet = {
  ...todayTooMuch,
  coming: names(30)
    .slice(6)
    .map((name) => ({ name, first: '', when: morning, reach: '06 00 00 00 00' })),
  sections: [
    { heading: 'Afspraken', first: true, items: many('Afspraak', 8) },
    { heading: 'Taken', items: many('Taak', 20) },
    { heading: 'Brieven', items: many('Brief', 25) },
    { heading: 'Nazorg', items: many('Nazorg', 4) },
  ],
}
export const todaySixty: TodaySheet = {
  ...today,
  lead: 'Vandaag komen 60 mensen.',
  coming: names(60).map((name, n) => ({
    name: n < 6 ? name : `Deelnemer Proefpersoon ${n}`,
    first: '',
    when: '9.00–15.30',
    reach: '06 00 00 00 00',
  })),
}
export const todayNobody: TodaySheet = {
  ...today,
  lead: 'Vandaag gesloten: Eerste Kerstdag.',
  coming: [],
  sections: [],
  word: null,
}
