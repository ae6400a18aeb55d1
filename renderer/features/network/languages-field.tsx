/** Languages one by one: typed freely, with those that somebody speaks already as suggestions. */
import { Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../forms/text-field.tsx'
import './network.css'

export function LanguagesField({
  value,
  known,
  onChange,
}: {
  value: readonly string[]
  known: readonly string[]
  onChange: (value: string[]) => void
}) {
  const { t } = useTranslation('network')
  const [typed, setTyped] = useState('')
  const has = (language: string) => value.some((one) => one.toLowerCase() === language.toLowerCase())
  function add(): void {
    const language = typed.trim()
    setTyped('')
    if (language !== '' && !has(language)) onChange([...value, language])
  }
  return (
    <div role="group" aria-label={t('ambassador.languages')}>
      <ul className="network-languages">
        {value.map((language) => (
          <li key={language} className="network-language">
            {language}
            <button
              type="button"
              className="network-x"
              aria-label={t('ambassador.takeLanguage', { language })}
              onClick={() => onChange(value.filter((one) => one !== language))}
            >
              <IconX size={18} stroke={2} aria-hidden />
            </button>
          </li>
        ))}
      </ul>
      <div className="network-add">
        <TextField
          label={t('ambassador.addLanguage')}
          hint={t('ambassador.languageHint')}
          noSpelling
          list={known.filter((one) => !has(one))}
          value={typed}
          onChange={setTyped}
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return
            event.preventDefault() // adds the language; it does not send a form off
            add()
          }}
          // What stands in the box when it is left was meant.
          onBlur={add}
        />
        <Button variant="default" onClick={add}>
          {t('add')}
        </Button>
      </div>
    </div>
  )
}
