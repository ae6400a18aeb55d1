/**
 * Trajectboek: the look, as one Mantine theme and one set of CSS variables.
 *
 * Contrast ratios in the comments are against white / paper (#FAF7F1). Text needs 4.5:1, the edge of a
 * control and the focus ring need 3:1. Change a colour only together with its ratio.
 */
import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

/** The one accent: petrol. Buttons, links, the chosen item, focus. Never a status. */
const petrol: MantineColorsTuple = [
  '#F0F6F8',
  '#E3EFF2',
  '#C6DFE5',
  '#9CC5CF',
  '#6BA5B3',
  '#3F8798',
  '#1B6A7E',
  /* 7.96 / 7.44 */ '#14586B',
  /* 10.20 / 9.54 */ '#0F4757',
  '#0A3542',
]
/** Warm greys; replaces Mantine's cold ones so that every default border and hover is warm too. */
const clay: MantineColorsTuple = [
  '#FAF7F1',
  '#F1EBE1',
  '#E8E0D3',
  '#DFD6C9',
  /* index 4 is Mantine's border of inputs, boxes and radios: 4.38 / 4.09 */ '#82776A',
  '#786D60',
  '#6B6156',
  /* 7.65 / 7.15 */ '#5B5248',
  '#3D362E',
  '#251F19',
]
const brick: MantineColorsTuple = [
  '#FDF3F0',
  '#FAE3DD',
  '#F3C5BB',
  '#E79C8D',
  '#D77362',
  '#C24E3C',
  '#AD3729',
  /* 8.01 / 7.49 */ '#97271C',
  '#7C1E15',
  '#60160F',
]

const sans = "'Noto Sans', 'Noto Sans Arabic', 'Noto Sans Ethiopic', 'Segoe UI', sans-serif"

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: 7,
  autoContrast: false,
  black: '#251F19', // 16.30 / 15.24
  white: '#FFFFFF',
  colors: { petrol, gray: clay, red: brick },
  fontFamily: sans,
  fontFamilyMonospace: "'Noto Sans Mono', 'Cascadia Mono', Consolas, monospace",
  headings: {
    fontFamily: "Literata, 'Noto Sans Arabic', Georgia, serif", // titles and names only: it is a book about people
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '2.25rem' },
      h2: { fontSize: '1.25rem', lineHeight: '1.75rem' },
      h3: { fontSize: '1.0625rem', lineHeight: '1.5rem' },
    },
  },
  // Mantine's "sm" is what inputs and buttons use by default: it is 16 px here. 14 px is for labels in the
  // grid's head and on drawings only, never for something a person has to read as a sentence.
  fontSizes: { xs: '0.875rem', sm: '1rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  lineHeights: { xs: '1.4', sm: '1.5', md: '1.5', lg: '1.5', xl: '1.4' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '10px', xl: '16px' },
  defaultRadius: 'md',
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 6px 24px rgb(37 31 25 / 14%)',
    lg: '0 6px 24px rgb(37 31 25 / 14%)',
    xl: '0 10px 40px rgb(37 31 25 / 18%)',
  },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm' }, styles: { label: { fontWeight: 600 } } },
    TextInput: { defaultProps: { size: 'sm' } },
    Textarea: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'left' } },
    Checkbox: { defaultProps: { size: 'sm' } },
    Radio: { defaultProps: { size: 'sm' } },
    InputWrapper: {
      styles: {
        label: { fontWeight: 600, marginBottom: 2 },
        description: { fontSize: '1rem', marginBottom: 6, color: 'var(--mantine-color-dimmed)' },
        error: { fontSize: '1rem' },
      },
    },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 'lg',
        overlayProps: { backgroundOpacity: 0.35 },
        lockScroll: false,
        transitionProps: { duration: 0 },
        // A header of the page in the eyes of a screen reader; the page has its own.
        attributes: { header: { role: 'presentation' } },
      },
    },
    // The placeholder is a div with a role inside the menu, which screen readers count as an item.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } },
    Table: { defaultProps: { verticalSpacing: 7, horizontalSpacing: 12, withRowBorders: true } },
    Notification: { defaultProps: { radius: 'md', withBorder: true } },
  },
})

export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: {
    '--tb-paper': '#FAF7F1', // page
    '--tb-sheet': '#FFFFFF', // what you read or fill in
    '--tb-sunk': '#F1EBE1', // rail, table head, half-days without a plan
    '--tb-line': '#DFD6C9', // hairline between things; informs nobody alone
    '--tb-edge': '#82776A', // edge of a control: 4.38 / 4.09
    '--tb-ink': '#251F19',
    '--tb-ink-2': '#5B5248', // 7.65 / 7.15, on sunk 6.45
    '--tb-focus': '#0F4757',
    '--tb-ok': '#22592F',
    '--tb-ok-bg': '#E6F1E5', // 8.27; on its own tint 7.12
    '--tb-care': '#784600',
    '--tb-care-bg': '#FBEBCB',
    '--tb-care-edge': '#A9690B', // 7.85; 6.67; 4.46
    '--tb-stop': '#97271C',
    '--tb-stop-bg': '#FAE3DD', // 8.01; 6.52
    '--tb-leave': '#553C85',
    '--tb-leave-bg': '#ECE5F5', // 8.86; 7.21
    '--tb-away': '#14586B',
    '--tb-away-bg': '#E3EFF2', // 7.96; 6.78
  },
  light: {
    '--mantine-color-body': '#FAF7F1',
    '--mantine-color-text': '#251F19',
    '--mantine-color-dimmed': '#5B5248',
    '--mantine-color-placeholder': '#6B6156', // 6.05 on white
    '--mantine-color-error': '#97271C',
    '--mantine-color-anchor': '#14586B',
    '--mantine-color-default': '#FFFFFF',
    '--mantine-color-default-hover': '#F1EBE1',
    '--mantine-color-default-border': '#82776A',
    '--mantine-color-disabled-color': '#5B5248', // also what is switched off can be read
  },
  dark: {},
})
