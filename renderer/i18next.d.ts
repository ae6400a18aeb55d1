import type { Texts } from '#core/i18n/index.ts'

// As core/i18n/i18next.d.ts: a declaration of another project does not reach this one.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Texts
  }
}
