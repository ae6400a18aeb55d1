/** The agreement on paper: what is still missing, the day of it, and the way to its sheet. */
import { Button } from '@mantine/core'
import { IconFileText } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { FailureMessage } from '../../ui/message.tsx'
import { useMakeLetter } from '../letters/make-letter.ts'
import type { OpenPlacement } from './place-dialog.tsx'

export function AgreementPaper({ open, children }: { open: OpenPlacement; children: ReactNode }) {
  const { t } = useTranslation(['placing', 'letters'])
  const { make, busy, failure } = useMakeLetter()
  const kept = open.agreements.filter((one) => one.number !== null)
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
      {kept.length > 0 && (
        <div>
          <p className="dim">{t('letters:kinds.agreedText')}</p>
          <ul className="places-gaps">
            {kept.map(({ id, number }) => (
              <li key={id}>
                <Link className="link" to="/brieven/$id" params={{ id: String(id) }}>
                  {t('letters:kinds.agreed', { number })}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {failure && <FailureMessage failure={failure} />}
      <div className="form-actions">
        <Button
          variant="default"
          leftSection={<IconFileText size={18} stroke={2} aria-hidden />}
          loading={busy}
          onClick={() => void make({ kind: 'placement', about: open.placement.id })}
        >
          {t('letters:kinds.make.placement')}
        </Button>
      </div>
    </section>
  )
}
