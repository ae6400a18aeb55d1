/** A file, looked at: drawn from its bytes, never opened as a page. */
import { Button, Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#core/api/attachments.ts'
import { mediaTypes } from '#core/files/type.ts'
import { failureOf } from '../../office/failure.ts'
import { orpc } from '../../office/query.ts'
import { FailureMessage } from '../../ui/message.tsx'
import { bytesOf } from '../../ui/save-file.ts'
import type { FileActions } from './attachments-card.tsx'
import { PdfPages } from './pdf-pages.tsx'

/** More pages than anybody reads in a window; each is a picture in memory. */
const mostPages = 20

export function PreviewDialog({
  attachment,
  actions,
  onClose,
}: {
  attachment: Attachment
  actions: FileActions
  onClose: () => void
}) {
  const { t } = useTranslation(['files', 'common'])
  const { id, name, type } = attachment
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      title={<bdi className="files-name">{name}</bdi>}
      closeButtonProps={{ 'aria-label': t('common:close') }}
    >
      <div className="files-look">
        {type === 'docx' ? <p>{t('preview.word')}</p> : <Content attachment={attachment} />}
        {actions.failure && <FailureMessage failure={actions.failure} />}
        <div className="form-actions ask-actions">
          <Button variant="default" loading={actions.busy} onClick={() => void actions.saveOut(id)}>
            {t('attachments.saveOut')}
          </Button>
          <Button variant="default" loading={actions.busy} onClick={() => void actions.open(id)}>
            {t('attachments.open')}
          </Button>
        </div>
      </div>
    </Modal>
  )
}

function Content({ attachment: { id, name, type } }: { attachment: Attachment }) {
  const { t } = useTranslation('files')
  // What is in a file never changes; it is not kept in memory once the dialog is closed.
  const file = useQuery(
    orpc.attachments.read.queryOptions({
      input: { id },
      staleTime: Infinity,
      gcTime: 0,
      structuralSharing: false,
    }),
  )
  if (file.isLoadingError) return <FailureMessage failure={failureOf(file.error)} />
  if (!file.data) return <p className="dim">{t('preview.drawing')}</p>
  return (
    <div
      className="files-window"
      role="region"
      aria-label={t('preview.label', { name })}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, and nothing in it takes the focus
      tabIndex={0}
    >
      {type === 'pdf' ? (
        <PdfPages
          pdf={file.data.bytes}
          most={mostPages}
          foreign
          drawing={t('preview.drawing')}
          broken={t('preview.broken')}
        />
      ) : (
        <Picture bytes={file.data.bytes} name={name} type={mediaTypes[type]} />
      )}
    </div>
  )
}

function Picture({ bytes, name, type }: { bytes: string; name: string; type: string }) {
  const { t } = useTranslation('files')
  const [broken, setBroken] = useState(false)
  const url = useMemo(() => URL.createObjectURL(new Blob([bytesOf(bytes)], { type })), [bytes, type])
  useEffect(() => () => URL.revokeObjectURL(url), [url])
  if (broken) return <p>{t('preview.broken')}</p>
  return (
    <img
      className="files-picture"
      src={url}
      alt={t('preview.image', { name })}
      onError={() => setBroken(true)}
    />
  )
}
