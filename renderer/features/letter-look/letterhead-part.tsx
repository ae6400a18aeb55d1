/** Settings: logo and colour, the window of the envelope, and the number of a letter. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Outputs } from '#core/api/contract.ts'
import type { LetterheadFields } from '#core/api/letterhead.ts'
import { contrastOnWhite, leastContrast } from '#core/letters/contrast.ts'
import { client } from '../../client.ts'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { TextField } from '../../forms/text-field.tsx'
import { useAutosave, type AutosaveField } from '../../forms/use-autosave.ts'
import { problemOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { usePaper } from '../../ui/paper.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { ChoosePicture, pictureAddress } from './choose-picture.tsx'
import { MmField } from './mm-field.tsx'
import './letter-look.css'

type Head = Outputs['letterhead']['get']

export function LetterheadPart() {
  const head = useQuery(orpc.letterhead.get.queryOptions())
  const number = useQuery(orpc.letterhead.numberForm.queryOptions())
  return (
    <div className="settings-stack">
      {head.isSuccess && (
        <div className="settings-columns look-heads">
          <HeadSheet head={head.data} />
          <WindowSheet head={head.data} />
        </div>
      )}
      {number.isSuccess && <NumberSheet number={number.data} />}
    </div>
  )
}

function useHead<K extends keyof LetterheadFields>(head: Head, key: K): AutosaveField<LetterheadFields[K]> {
  return useAutosave<LetterheadFields[K]>(key, head[key], (value) => client.letterhead.save({ [key]: value }))
}

function HeadSheet({ head }: { head: Head }) {
  const { t } = useTranslation('letterLook')
  const toast = useToast()
  const name = useHead(head, 'logo_name')
  const height = useHead(head, 'logo_height')
  const accent = useHead(head, 'accent')
  const setLogo = useCommand(client.letterhead.setLogo)
  const remove = useCommand(client.letterhead.removeLogo)
  async function choose(picture: string): Promise<void> {
    const done = await setLogo.run({ picture })
    if (done) toast({ text: t('head.set'), changeSetId: done.changeSetId })
  }
  async function takeAway(): Promise<void> {
    const done = await remove.run(undefined)
    if (done) toast({ text: t('head.removed'), changeSetId: done.changeSetId })
  }
  const failure = setLogo.failure?.code === 'INVALID' ? remove.failure : (setLogo.failure ?? remove.failure)
  return (
    <Sheet title={t('head.title')}>
      <p className="dim settings-lead">{t('head.lead')}</p>
      <div className="form">
        <div className="look-logo">
          {head.logo ? (
            <img src={pictureAddress(head.logo)} alt={head.logo_name || t('head.logo')} />
          ) : (
            <p>{t('head.noLogo')}</p>
          )}
        </div>
        <div className="look-buttons">
          <ChoosePicture
            label={t(head.logo ? 'head.other' : 'head.choose')}
            hint={t('head.hint')}
            busy={setLogo.busy}
            problem={problemOf(setLogo.failure, 'picture')}
            onChoose={(picture) => void choose(picture)}
          />
          {head.logo && (
            <button type="button" className="link settings-link" onClick={() => void takeAway()}>
              {t('head.remove')}
            </button>
          )}
        </div>
        {failure && <FailureMessage failure={failure} />}
        {head.logo && (
          <>
            <TextField label={t('head.name')} hint={t('head.nameHint')} optional {...name} />
            <MmField label={t('head.height')} least={50} most={300} {...height} />
          </>
        )}
        <Accent {...accent} />
      </div>
    </Sheet>
  )
}

/** The colour as text, as it looks, and how well it reads. */
function Accent(field: AutosaveField<string>) {
  const { t } = useTranslation('letterLook')
  const colour = field.value.trim()
  const isColour = /^#[\dA-F]{6}$/iu.test(colour)
  const ratio = isColour ? contrastOnWhite(colour) : 0
  return (
    <div className="look-accent">
      <TextField label={t('head.accent')} hint={t('head.accentHint')} optional noSpelling {...field} />
      {ratio >= leastContrast && (
        <p style={{ color: colour }}>
          {t('head.contrast', { ratio: (Math.round(ratio * 10) / 10).toString().replace('.', ',') })}
        </p>
      )}
    </div>
  )
}

function WindowSheet({ head }: { head: Head }) {
  const { t } = useTranslation('letterLook')
  const side = useHead(head, 'window_side')
  const x = useHead(head, 'window_x')
  const y = useHead(head, 'window_y')
  const test = usePaper(client.letterhead.testPage)
  return (
    <Sheet title={t('window.title')}>
      <div className="form">
        <ChoiceField
          row
          label={t('window.side')}
          value={side.value}
          onChange={(value) => {
            side.onChange(value)
            side.onBlur()
          }}
          choices={(['left', 'right'] as const).map((value) => ({ value, label: t(`window.${value}`) }))}
        />
        <MmField label={t('window.x')} hint={t('window.hint')} least={-150} most={150} {...x} />
        <MmField label={t('window.y')} hint={t('window.hint')} least={-100} most={150} {...y} />
        <p className="dim">{t('window.testHint')}</p>
        <div className="form-actions">
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
            loading={test.busy}
            onClick={() => void test.run(undefined)}
          >
            {t('window.test')}
          </Button>
        </div>
        {test.failure && <FailureMessage failure={test.failure} />}
      </div>
    </Sheet>
  )
}

function NumberSheet({ number }: { number: Outputs['letterhead']['numberForm'] }) {
  const { t } = useTranslation('letterLook')
  const form = useAutosave('form', number.form, (value) => client.letterhead.saveNumberForm({ form: value }))
  return (
    <Sheet title={t('number.title')} className="settings-sheet">
      <p className="dim settings-lead">{t('number.lead')}</p>
      <div className="form">
        <TextField label={t('number.form')} hint={t('number.hint')} noSpelling {...form} />
        <p>{t('number.example', { number: number.example })}</p>
      </div>
    </Sheet>
  )
}
