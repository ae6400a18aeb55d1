/** The text of an own paragraph: bold, italic, underlined, lists, headings, and facts that are filled in by themselves. */
import { Button, Menu } from '@mantine/core'
import { IconBold, IconH3, IconItalic, IconList, IconPlus, IconUnderline } from '@tabler/icons-react'
import type { ChainedCommands } from '@tiptap/core'
import { Bold } from '@tiptap/extension-bold'
import { Document } from '@tiptap/extension-document'
import { Heading } from '@tiptap/extension-heading'
import { Italic } from '@tiptap/extension-italic'
import { BulletList, ListItem, ListKeymap } from '@tiptap/extension-list'
import { Paragraph } from '@tiptap/extension-paragraph'
import { Text } from '@tiptap/extension-text'
import { Underline } from '@tiptap/extension-underline'
import { UndoRedo } from '@tiptap/extensions'
import { EditorContent, useEditor, useEditorState, type Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { chipCodes } from '#core/letters/chips.ts'
import type { OwnParagraph } from '#core/letters/layout.ts'
import { ChipNode } from './chip-node.ts'
import { useChipLabel } from './names.ts'
import { documentOf, paragraphsOf } from './own-document.ts'

/** `paragraphs` is what it begins with; what is typed goes to `onChange`. */
export function OwnEditor({
  name,
  paragraphs,
  onChange,
  onBlur,
}: {
  name: string
  paragraphs: readonly OwnParagraph[]
  onChange: (paragraphs: OwnParagraph[]) => void
  onBlur: () => void
}) {
  const { t } = useTranslation('letterLook')
  const label = useChipLabel()
  const editor = useEditor({
    injectCSS: false, // the policy of the page refuses it; letter-look.css has what is needed
    autofocus: 'end',
    extensions: [
      Document,
      Paragraph,
      Text,
      Bold,
      Italic,
      Underline,
      BulletList,
      ListItem,
      ListKeymap,
      Heading.configure({ levels: [3] }),
      UndoRedo,
      ChipNode.configure({ label }),
    ],
    content: documentOf(paragraphs),
    editorProps: {
      attributes: {
        class: 'own-text',
        role: 'textbox',
        'aria-multiline': 'true',
        'aria-label': t('editor.text', { name }),
        lang: 'nl', // letters are in Dutch
      },
    },
    onUpdate: ({ editor: changed }) => onChange(paragraphsOf(changed.getJSON())),
    onBlur,
  })
  return (
    <div className="own-editor">
      <Tools editor={editor} label={label} />
      <EditorContent editor={editor} />
      <p className="dim own-hint">{t('editor.chipHint')}</p>
    </div>
  )
}

function Tools({ editor, label }: { editor: Editor; label: (field: string) => string }) {
  const { t } = useTranslation('letterLook')
  const on = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      underline: now.isActive('underline'),
      bullet: now.isActive('bulletList'),
      heading: now.isActive('heading'),
    }),
  })
  const run = (change: (chain: ChainedCommands) => ChainedCommands) => () =>
    void change(editor.chain().focus()).run()
  const tools = [
    ['bold', IconBold, run((chain) => chain.toggleBold())],
    ['italic', IconItalic, run((chain) => chain.toggleItalic())],
    ['underline', IconUnderline, run((chain) => chain.toggleUnderline())],
    ['bullet', IconList, run((chain) => chain.toggleBulletList())],
    ['heading', IconH3, run((chain) => chain.toggleHeading({ level: 3 }))],
  ] as const
  return (
    <div className="own-tools" role="group" aria-label={t('editor.tools')}>
      {tools.map(([key, Icon, change]) => (
        <Button
          key={key}
          variant={on[key] ? 'light' : 'default'}
          size="compact-md"
          aria-pressed={on[key]}
          leftSection={<Icon size={18} stroke={2} aria-hidden />}
          onClick={change}
        >
          {t(`editor.${key}`)}
        </Button>
      ))}
      <Menu position="bottom-start" returnFocus={false}>
        <Menu.Target>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<IconPlus size={18} stroke={2} aria-hidden />}
          >
            {t('editor.chip')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown className="own-chips">
          {chipCodes.map((field) => (
            <Menu.Item
              key={field}
              onClick={run((chain) =>
                chain.insertContent([
                  { type: 'chip', attrs: { field } },
                  { type: 'text', text: ' ' },
                ]),
              )}
            >
              {label(field)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  )
}
