export const wordFields = ['word', 'meaning', 'example', 'theme', 'fits'] as const
export const pictureTypes = ['png', 'jpeg'] as const

export interface Picture {
  readonly bytes: Buffer
  readonly type: (typeof pictureTypes)[number]
}

export interface WordDayRow {
  day: string
  word_id: number
  /** Put there by hand. */
  chosen: boolean
}

/** A participant's name as the rules for names want it. */
export interface NameRow {
  participant_id: number
  given_names: string
  call_name: string
  initials: string
  prefix: string
  surname: string
  partner_prefix: string
  partner_surname: string
  name_use: 'own' | 'partner' | 'partner_own' | 'own_partner'
  form_of_address: 'mevrouw' | 'heer' | 'none'
}
