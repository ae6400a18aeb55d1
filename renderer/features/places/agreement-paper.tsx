/** The agreement on paper: what is still missing, the day of it, and the button. */
import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client } from '../../client.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { usePaper } from '../../ui/paper.ts'
import type { OpenPlacement } from './place-dialog.tsx'

export function AgreementPaper({ open, children }: { open: OpenPlacement; children: ReactNode }) {
  const { t } = useTranslation('placing')
  const paper = usePaper(client.placing.printAgreement)
  const [cut, setCut] = useState(false)
  async function run(): Promise<void> {
    const opened = await paper.run({ id: open.placement.id })
    if (opened !== null) setCut(!opened.fits)
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
      {paper.failure && <FailureMessage failure={paper.failure} />}
      <div className="form-actions">
        <Button
          variant="default"
          leftSection={<IconPrinter size={18} stroke={2} aria-hidden />}
          loading={paper.busy}
          onClick={() => void run()}
        >
          {t('agree.print')}
        </Button>
      </div>
    </section>
  )
}
