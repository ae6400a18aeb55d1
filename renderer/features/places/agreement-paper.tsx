/** The agreement on paper: what is still missing, the day of it, and the button. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { OpenPlacement } from './place-dialog.tsx'

export function AgreementPaper({ open, children }: { open: OpenPlacement; children: ReactNode }) {
  const { t } = useTranslation('placing')
  const toast = useToast()
  const print = useCommand(client.placing.printAgreement, { saves: false })
  const [cut, setCut] = useState(false)
  async function run(): Promise<void> {
    const opened = await print.run({ id: open.placement.id })
    if (!opened) return
    setCut(!opened.fits)
    if (opened.url !== null) window.open(opened.url, '_blank', 'noopener')
    if (opened.path !== null) toast({ text: t('agree.ready', { path: opened.path }) })
  }
  return (
    <section className="places-paper" aria-labelledby="places-paper">
      <h3 id="places-paper" className="places-part">
        {t('agree.title')}
      </h3>
      <p>{t('agree.text')}</p>
      {open.gaps.length > 0 && (
        <div>
          <p className="dim">{t('agree.missing')}</p>
          <ul className="places-gaps">
            {open.gaps.map((gap) => (
              <li key={gap}>{t(`missing.${gap}`)}</li>
            ))}
          </ul>
        </div>
      )}
      {children}
      {cut && <Message title={t('agree.cut')} live />}
      {print.failure && <FailureMessage failure={print.failure} />}
      <div className="form-actions">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
          loading={print.busy}
          onClick={() => void run()}
        >
          {t('agree.print')}
        </Button>
      </div>
    </section>
  )
}
