import type { Host, HostPerson } from '#core/api/hosts.ts'

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
  'offers',
  'guidance',
  'languages',
  'experience',
  'remarks',
] as const satisfies (keyof Host)[]

export const personFields = [
  'name',
  'function_title',
  'phone',
  'email',
  'remark',
] as const satisfies (keyof HostPerson)[]

export interface HostPersonRow extends Omit<HostPerson, 'active'> {
  active: 0 | 1
}
