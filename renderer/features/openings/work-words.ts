/** The intake's words for kinds of work, licences and what is heavy: the same for a person and for an opening. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { findQuestion } from '#core/intake/definition.ts'
import { formWords } from '#core/intake/form-words.ts'
import { orpc } from '../../office/query.ts'

type Word = { value: string; label: string }
export type WorkWords = {
  sectors: readonly Word[]
  /** Only what is a licence: not "none" or "from another country". */
  licences: readonly Word[]
  items: readonly Word[]
  sector: (key: string) => string
  licence: (key: string) => string
  item: (key: string) => string
}

const noLicence: ReadonlySet<string> = new Set(['foreign', 'exchanged', 'none'])

/** With the office's own words and options; null while they are not there yet. */
export function useWorkWords(): WorkWords | null {
  const { i18n } = useTranslation()
  const language = i18n.language === 'en' ? 'en' : 'nl'
  const current = useQuery(orpc.intakeForms.current.queryOptions()).data
  return useMemo(() => {
    if (!current) return null
    const { form, builtIn } = current
    const words = formWords(form, language)
    // A question that the office does not ask has its built-in options: an opening may still say them.
    const question = (key: string) => findQuestion(form, key) ?? findQuestion(builtIn, key)
    const options = (key: string): Word[] => {
      const found = question(key)
      return found !== null && 'options' in found
        ? found.options.map((value) => ({ value, label: words.option(key, value) }))
        : []
    }
    const body = question('body_work')
    const items = body?.type === 'grid' ? body.items : []
    return {
      sectors: options('sectors'),
      licences: options('driving').filter(({ value }) => !noLicence.has(value)),
      items: items.map((value) => ({ value, label: words.item('body_work', value) })),
      sector: (key) => words.option('sectors', key),
      licence: (key) => words.option('driving', key),
      item: (key) => words.item('body_work', key),
    }
  }, [current, language])
}

/** The choices with what was chosen before, where the office does not offer that any more. */
export function withChosen(choices: readonly Word[], chosen: string, label: string): Word[] {
  return chosen === '' || choices.some(({ value }) => value === chosen)
    ? [...choices]
    : [...choices, { value: chosen, label }]
}
