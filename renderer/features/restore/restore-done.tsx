/** After it: what stands there now, where the former is kept, and the way back. */
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Message } from '../../ui/message.tsx'
import type { Finished } from './store.ts'
import { UndoQuestion } from './undo-restore.tsx'
import '../setup/setup.css'
import './restore.css'

export function RestoreDone({ finished, onSignIn }: { finished: Finished; onSignIn: () => void }) {
  const { t } = useTranslation('keeping')
  const [asking, setAsking] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${t('restore.screen')} - Trajectboek`
    heading.current?.focus()
  }, [t, finished])
  const titles = {
    restored: t('restore.done.title'),
    newPc: t('restore.done.titleNewPc'),
    undone: t('restore.done.titleUndone'),
  }
  const texts = {
    restored: t('restore.done.text'),
    newPc: t('restore.done.textNewPc'),
    undone: t('restore.done.textUndone'),
  }
  return (
    <main className="failure">
      <h1 ref={heading} tabIndex={-1}>
        {titles[finished.kind]}
      </h1>
      <p className="page-lead">{texts[finished.kind]}</p>
      {finished.aside && (
        <Message kind="ok" title={t('restore.done.aside')}>
          <p className="restore-path">{finished.aside}</p>
        </Message>
      )}
      <div className="form-actions">
        <Button onClick={onSignIn}>{t('restore.done.signIn')}</Button>
        {finished.kind === 'restored' && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('restore.done.undo')}
          </Button>
        )}
      </div>
      {asking && <UndoQuestion onClose={() => setAsking(false)} />}
    </main>
  )
}
