import type { Host } from '#core/api/places.ts'

export const hostFields = [
  'name',
  'kind',
  'sector',
  'street',
  'house_number',
  'postcode',
  'city',
  'phone',
  'email',
  'contact_name',
  'contact_function',
  'remarks',
] as const satisfies (keyof Host)[]
