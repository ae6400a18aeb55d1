/** What the appointments are for, with how many minutes they take. */
type Kind = readonly [title: string, minutes: number]

export const talks: readonly Kind[] = [
  ['Voortgang bespreken', 45],
  ['Doelen bespreken', 60],
  ['Cv maken', 60],
  ['Rooster bespreken', 30],
  ['Gesprek met de klantmanager', 60],
  ['Brief doornemen', 30],
  ['Talentkaart maken', 90],
]

export const visits: readonly Kind[] = [
  ['Kennismaken', 60],
  ['Rondleiding', 60],
  ['Hoe gaat het op de plek', 45],
]

export const officeAppointments: readonly Kind[] = [
  ['Overleg begeleiders', 60],
  ['Overleg met de vrijwilligers', 45],
]

export const talkPlaces: readonly string[] = ['Spreekkamer', 'Spreekkamer', 'Keuken', '']
