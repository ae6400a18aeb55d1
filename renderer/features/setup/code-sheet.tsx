/** The sheet: on the screen with dots, on paper with the code. */
import { useTranslation } from 'react-i18next'

/** As in db/keys/recovery-code.ts: seven groups of four. */
export const groupCount = 7

export function groupsOf(code: string): string[] {
  return code.replace(/[\s-]/g, '').match(/.{1,4}/g) ?? []
}

export function SheetPicture({ subtitle }: { subtitle: string }) {
  return <CodePaper subtitle={subtitle} groups={Array<string>(groupCount).fill('••••')} hidden />
}

/** Two sheets, one per page; `display: none` except on paper. */
export function PrintedSheets({
  groups,
  keyId,
  subtitle,
}: {
  groups: string[]
  keyId: string
  subtitle: string
}) {
  return (
    <div className="code-print">
      {[1, 2].map((copy) => (
        <CodePaper key={copy} subtitle={subtitle} groups={groups} keyId={keyId} />
      ))}
    </div>
  )
}

function CodePaper({
  subtitle,
  groups,
  keyId,
  hidden = false,
}: {
  subtitle: string
  groups: string[]
  keyId?: string
  hidden?: boolean
}) {
  const { t } = useTranslation('setup')
  return (
    <div className="code-paper">
      <p className="code-paper-title">{t('code.sheetTitle')}</p>
      <p className="dim">{subtitle}</p>
      <p className="code-groups" aria-hidden={hidden}>
        {groups.map((group, index) => (
          <span key={index}>{group}</span>
        ))}
      </p>
      {hidden && <p className="dim">{t('code.sheetHidden')}</p>}
      <p>{t('code.sheetKeep')}</p>
      {keyId && <p className="dim">{t('code.keyId', { keyId })}</p>}
      <div className="code-lines">
        <span>{t('code.keptBy')}</span>
        <span>{t('code.place')}</span>
      </div>
    </div>
  )
}
