/** A chip in the text: one thing that is put in, chosen and taken out as a whole. */
import { Node, mergeAttributes } from '@tiptap/core'

export const ChipNode = Node.create<{ label: (field: string) => string }>({
  name: 'chip',
  group: 'inline',
  inline: true,
  atom: true,
  addOptions: () => ({ label: (field) => field }),
  addAttributes: () => ({
    field: {
      default: '',
      parseHTML: (element: HTMLElement) => element.getAttribute('data-field') ?? '',
      renderHTML: ({ field }: Record<string, unknown>) => ({ 'data-field': String(field) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-field]' }],
  renderHTML({ node, HTMLAttributes }) {
    const attributes = mergeAttributes(HTMLAttributes, { class: 'own-chip' })
    return ['span', attributes, this.options.label(String(node.attrs['field']))]
  },
  renderText({ node }) {
    return `[${this.options.label(String(node.attrs['field']))}]`
  },
})
