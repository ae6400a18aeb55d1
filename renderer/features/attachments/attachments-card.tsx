/** The files in a dossier, on the page of the person. */
import { ActionIcon, Button, Menu, UnstyledButton } from '@mantine/core'
import { IconDots, IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Attachment } from '#core/api/attachments.ts'
import { formatShort } from '#core/calendar/dates.ts'
import { formatSize } from '#core/files/size.ts'
import { mediaTypes } from '#core/files/type.ts'
import { client } from '../../client.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { FailureMessage, Message } from '../../ui/message.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'
import { PreviewDialog } from './preview-dialog.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import { useAddFiles, type Refused } from './use-add-files.ts'
import { useDrop } from './use-drop.ts'
import './attachments.css'

export function AttachmentsCard({ id }: { id: number }) {
  const { t } = useTranslation(['files', 'common'])
  const list = useQuery(orpc.attachments.list.queryOptions({ input: { participantId: id } })).data
  const { add, stop, adding, refused, clear } = useAddFiles(id)
  const over = useDrop((files) => void add(files))
  const chooser = useRef<HTMLInputElement>(null)
  const [shown, setShown] = useState<Attachment | null>(null)
  const [renaming, setRenaming] = useState<Attachment | null>(null)
  const actions = useFileActions()
  if (!list) return null
  return (
    <Sheet title={t('attachments.title')} className={over ? 'files files-over' : 'files'}>
      {list.length === 0 && <p className="dim">{t('attachments.none')}</p>}
      <ul className="files-list">
        {list.map((one) => (
          <Line
            key={one.id}
            attachment={one}
            onLook={() => setShown(one)}
            onRename={() => setRenaming(one)}
            actions={actions}
          />
        ))}
      </ul>
      {actions.failure && <FailureMessage failure={actions.failure} />}
      {adding ? (
        <div className="files-busy" role="status">
          <span>{t(adding.total > 1 ? 'attachments.busyOf' : 'attachments.busy', adding)}</span>
          {adding.total > 1 && (
            <Button variant="default" size="compact-md" onClick={stop}>
              {t('attachments.stop')}
            </Button>
          )}
        </div>
      ) : (
        <div className="files-add">
          <Button
            variant="default"
            leftSection={<IconPaperclip size={18} stroke={2} aria-hidden />}
            onClick={() => chooser.current?.click()}
          >
            {t('attachments.add')}
          </Button>
          <p className="dim">{t('attachments.hint')}</p>
        </div>
      )}
      {over && <p className="files-drop">{t('attachments.drop')}</p>}
      <input
        ref={chooser}
        type="file"
        multiple
        hidden
        accept={`.pdf,.png,.jpg,.jpeg,.docx,${Object.values(mediaTypes).join(',')}`}
        aria-label={t('attachments.add')}
        onChange={(event) => {
          void add([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = '' // the same file can be chosen again
        }}
      />
      {refused.length > 0 && <NotKept refused={refused} onClose={clear} />}
      {shown && <PreviewDialog attachment={shown} actions={actions} onClose={() => setShown(null)} />}
      {renaming && <RenameDialog attachment={renaming} onClose={() => setRenaming(null)} />}
    </Sheet>
  )
}

export type FileActions = ReturnType<typeof useFileActions>

function useFileActions() {
  const { t } = useTranslation('files')
  const toast = useToast()
  const openCommand = useCommand(client.attachments.open, { saves: false })
  const outCommand = useCommand(client.attachments.saveOut, { saves: false })
  const removeCommand = useCommand(client.attachments.remove)
  return {
    failure: openCommand.failure ?? outCommand.failure ?? removeCommand.failure,
    busy: openCommand.busy || outCommand.busy,
    open: async (id: number): Promise<void> => {
      const opened = await openCommand.run({ id })
      if (opened?.url) window.open(opened.url, '_blank', 'noopener')
      if (opened?.path) toast({ text: t('attachments.opened', { path: opened.path }) })
    },
    saveOut: async (id: number): Promise<void> => {
      const file = await outCommand.run({ id })
      if (file) saveFile(file.bytes, file.name, mediaTypes[file.type])
    },
    remove: async ({ id, name }: Attachment): Promise<void> => {
      const done = await removeCommand.run({ id })
      if (done) toast({ text: t('attachments.removed', { name }), changeSetId: done.changeSetId })
    },
  }
}

function Line({
  attachment,
  onLook,
  onRename,
  actions,
}: {
  attachment: Attachment
  onLook: () => void
  onRename: () => void
  actions: FileActions
}) {
  const { t } = useTranslation('files')
  const { language } = useOffice()
  const { id, name, type, size, added_on, staffName } = attachment
  return (
    <li className="files-item">
      <div>
        <UnstyledButton className="link files-name" onClick={onLook}>
          <bdi>{name}</bdi>
        </UnstyledButton>
        <p className="dim">
          {t('attachments.meta', {
            type: t(`attachments.type.${type}`),
            size: formatSize(size, language),
          })}
          , {formatShort(added_on)}, <bdi>{staffName}</bdi>
        </p>
      </div>
      <Menu position="bottom-end" withinPortal={false} transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <ActionIcon variant="subtle" size={32} aria-label={t('attachments.more', { name })}>
            <IconDots size={20} stroke={2} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={onLook}>{t('attachments.look')}</Menu.Item>
          <Menu.Item onClick={() => void actions.open(id)}>{t('attachments.open')}</Menu.Item>
          <Menu.Item onClick={() => void actions.saveOut(id)}>{t('attachments.saveOut')}</Menu.Item>
          <Menu.Item onClick={onRename}>{t('attachments.rename')}</Menu.Item>
          <Menu.Divider />
          <Menu.Item onClick={() => void actions.remove(attachment)}>{t('attachments.remove')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

function NotKept({ refused, onClose }: { refused: readonly Refused[]; onClose: () => void }) {
  const { t } = useTranslation(['files', 'problems', 'errors', 'common'])
  return (
    <div className="files-refused">
      {refused.map(({ name, why }, n) => (
        <Message
          key={n}
          live
          title={
            <bdi className="files-name">
              {t('attachments.refused', { name: name || t('attachments.noName') })}
            </bdi>
          }
        >
          <p>
            {why === 'unreadable'
              ? t('attachments.unreadable')
              : 'problem' in why
                ? t(`problems:${why.problem}`)
                : why.failure.code === 'LINE_LOST'
                  ? t('attachments.gone')
                  : `${t(`errors:${why.failure.code}.title`)} ${t(`errors:${why.failure.code}.body`)}`}
          </p>
        </Message>
      ))}
      <Button variant="default" size="compact-md" onClick={onClose}>
        {t('common:close')}
      </Button>
    </div>
  )
}
