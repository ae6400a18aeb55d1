/** Language schools and the like of invented people. */
export const languageSchools: readonly string[] = ['Taalhuis Lindwijk', 'Taalschool De Brug']
export const pauses: readonly string[] = ['Operatie aan de knie, daarna rust.', 'Zorgt voor een zieke vader.']
/** Name of the file, and the lines on it. */
export const papers: readonly (readonly [name: string, ...lines: string[]])[] = [
  ['Rooster taalschool.pdf', 'Taalschool De Brug', 'Rooster: dinsdag en donderdag, 19.00 tot 21.00 uur'],
  ['Bewijs van deelname.pdf', 'Vakschool Elzendrecht', 'Proefles techniek: aanwezig geweest'],
]
