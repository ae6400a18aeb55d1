/**
 * The theme's CSS variables, without a `<style>` element: the content security policy allows style sheets
 * from our own files only. A constructed sheet is script, not markup, so it may be made here.
 */
import {
  DEFAULT_THEME,
  convertCssVariables,
  defaultCssVariablesResolver,
  mergeMantineTheme,
} from '@mantine/core'
import { cssVariablesResolver, theme } from './theme.ts'

/** The variables of Mantine's own resolver with ours over them, as the text of one sheet. */
export function themeVariables(): string {
  const whole = mergeMantineTheme(DEFAULT_THEME, theme)
  const kit = defaultCssVariablesResolver(whole)
  const own = cssVariablesResolver(whole)
  return convertCssVariables({
    variables: { ...kit.variables, ...own.variables },
    light: { ...kit.light, ...own.light },
    dark: {},
  })
}

/** Puts the variables on the page. Call once, before the first render. */
export function installVariables(): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(themeVariables())
  document.adoptedStyleSheets = [sheet, ...document.adoptedStyleSheets]
}
