/** The program with the keyboard alone. At every stop the focus has to be in sight, with a ring around it. */
import type { Locator, Page } from 'playwright-core'

/** Longer than any way through a screen; the week has the most stops. */
const mostStops = 160

type Role = Parameters<Page['getByRole']>[0]
type Where = Page | Locator

/** What has the focus, and what is wrong with how it shows it ('' when nothing is). Runs in the page. */
function focusNow(): { what: string; wrong: string } {
  const one = document.activeElement
  if (!one || one === document.body) return { what: 'the page', wrong: '' }
  const label =
    one.getAttribute('aria-label') ??
    (one instanceof HTMLInputElement ? one.labels?.[0]?.textContent : one.textContent)
  const what = `<${one.tagName.toLowerCase()}> "${(label ?? '').trim().slice(0, 60)}"`
  if (one instanceof HTMLIFrameElement) return { what, wrong: '' }
  const box = one.getBoundingClientRect()
  const inSight =
    box.width > 0 &&
    box.height > 0 &&
    box.bottom > 0 &&
    box.top < innerHeight &&
    box.right > 0 &&
    box.left < innerWidth
  if (!inSight) return { what, wrong: 'is not in sight' }
  const ring = [one, one.parentElement, one.nextElementSibling].some((part) => {
    if (!part || (part !== one && !part.matches(':focus-within, :focus-visible + *'))) return false
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(part)
    return (
      outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 && !/, 0\)$|transparent/.test(outlineColor)
    )
  })
  if (!ring) return { what, wrong: 'has no ring around it' }
  const points = [0.5, 0.1, 0.9].flatMap((x) =>
    [0.5, 0.15, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y] as const),
  )
  const seen = points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    if (top === null) return false
    const mine =
      one.contains(top) || top.contains(one) || (one as HTMLInputElement).labels?.[0]?.contains(top)
    return mine || top.closest('.mantine-Notifications-root') !== null // goes away by itself
  })
  return { what, wrong: seen ? '' : 'lies under something else' }
}

/** "Straat" finds "Straat" and "Straat (niet verplicht)", not "Straat en nummer". */
export function named(name: string): RegExp {
  return new RegExp(`^\\s*${name.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}( \\(niet verplicht\\))?\\s*$`)
}

export class Keyboard {
  readonly page: Page
  readonly #note: (problem: string) => void

  /** `note` takes what is wrong with how the focus shows; the way goes on. */
  constructor(page: Page, note: (problem: string) => void) {
    this.page = page
    this.#note = note
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key)
  }

  /** The words of what has the focus; what is wrong with how it shows is noted. */
  async focus(): Promise<string> {
    const { what, wrong } = await this.page.evaluate(focusNow)
    if (wrong !== '') this.#note(`the focus is on ${what}, and that ${wrong}`)
    return what
  }

  /** Walks with Tab (or Shift+Tab) until `target` has the focus. */
  async tabTo(target: Locator, { back = false } = {}): Promise<void> {
    const way: string[] = []
    await target.first().waitFor({ state: 'attached' })
    for (let stop = 0; stop <= mostStops; stop++) {
      // The focus may stand on the target from the start: where the screen put it.
      if (stop > 0) {
        await this.press(back ? 'Shift+Tab' : 'Tab')
        way.push(await this.focus())
      }
      if (await target.first().evaluate((one) => one === document.activeElement)) return
    }
    throw new Error(`Tab never comes to ${target}. It passed:\n${way.slice(-60).join('\n')}`)
  }

  #find(role: Role, name: string | RegExp, within: Where): Locator {
    return within.getByRole(role, { name: typeof name === 'string' ? named(name) : name })
  }

  /** Types in the text box, over what stands there. The caller leaves it by going on. */
  async type(name: string | RegExp, text: string, within: Where = this.page): Promise<void> {
    await this.tabTo(this.#find('textbox', name, within))
    await this.press('Control+A')
    await this.page.keyboard.type(text)
  }

  /** As `type`, for a field that is no plain text box (a password). */
  async typeInto(field: Locator, text: string): Promise<void> {
    await this.tabTo(field)
    await this.press('Control+A')
    await this.page.keyboard.type(text)
  }

  async activate(
    role: 'button' | 'link' | 'menuitem',
    name: string | RegExp,
    within: Where = this.page,
  ): Promise<void> {
    await this.tabTo(this.#find(role, name, within))
    await this.press('Enter')
  }

  button(name: string | RegExp, within: Where = this.page): Promise<void> {
    return this.activate('button', name, within)
  }

  link(name: string | RegExp, within: Where = this.page): Promise<void> {
    return this.activate('link', name, within)
  }

  /** An item of the menu behind a button. */
  async menu(button: string | RegExp, item: string | RegExp, within: Where = this.page): Promise<void> {
    await this.button(button, within)
    const target = this.#find('menuitem', item, this.page)
    await target.waitFor()
    const many = await this.page.getByRole('menuitem').count()
    for (let step = 0; step <= many; step++) {
      if (await target.evaluate((one) => one === document.activeElement)) return this.press('Enter')
      await this.press('ArrowDown')
      await this.focus()
    }
    throw new Error(`The arrows never come to ${target}`)
  }

  /** As `button`, for one that stands before what has the focus. */
  async buttonBack(name: string | RegExp): Promise<void> {
    await this.tabTo(this.#find('button', name, this.page), { back: true })
    await this.press('Enter')
  }

  /** A radio button of a group: Tab to the group, then the arrows. */
  async choose(group: string | RegExp, option: string | RegExp, within: Where = this.page): Promise<void> {
    await this.pick(this.#find('radiogroup', group, within), option)
  }

  async pick(group: Locator, option: string | RegExp): Promise<void> {
    const radios = group.getByRole('radio')
    const target = this.#find('radio', option, group)
    await target.waitFor()
    const count = await radios.count()
    for (let stop = 0; stop <= mostStops; stop++) {
      if (
        await group.evaluate(
          (one) =>
            one.contains(document.activeElement) &&
            (document.activeElement as HTMLInputElement).type === 'radio',
        )
      )
        break
      if (stop === mostStops) throw new Error(`Tab never comes to ${group}`)
      await this.press('Tab')
      await this.focus()
    }
    for (let step = 0; step <= count; step++) {
      if (await target.evaluate((one) => one === document.activeElement)) {
        if (!(await target.isChecked())) await this.press('Space')
        return
      }
      await this.press('ArrowDown')
      await this.focus()
    }
    throw new Error(`The arrows never come to ${target}`)
  }

  async tick(name: string | RegExp, within: Where = this.page): Promise<void> {
    const box = this.#find('checkbox', name, within)
    await this.tabTo(box)
    if (!(await box.isChecked())) await this.press('Space')
  }

  /** A radio button in a table, where each line is a group without a name. */
  async tickRadio(name: string, within: Where): Promise<void> {
    const target = this.#find('radio', name, within)
    const siblings = await target.evaluate((one) => (one as HTMLInputElement).name)
    for (let stop = 0; stop <= mostStops; stop++) {
      const here = await this.page.evaluate(
        () => (document.activeElement as HTMLInputElement | null)?.name ?? '',
      )
      if (here === siblings) break
      await this.press('Tab')
      await this.focus()
    }
    for (let step = 0; step < 12; step++) {
      if (await target.evaluate((one) => one === document.activeElement)) {
        if (!(await target.isChecked())) await this.press('Space')
        return
      }
      await this.press('ArrowDown')
      await this.focus()
    }
    throw new Error(`The arrows never come to ${target}`)
  }

  /** An option of a native list, by typing its first letters as Windows does it; then the arrows. */
  async select(name: string | RegExp, option: string, within: Where = this.page): Promise<void> {
    const list = this.#find('combobox', name, within)
    await this.tabTo(list)
    const now = () => list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.text ?? '')
    await this.press('Home')
    const many = await list.evaluate((one) => (one as HTMLSelectElement).options.length)
    for (let step = 0; step < many; step++) {
      if ((await now()).includes(option)) return
      await this.press('ArrowDown')
    }
    if (!(await now()).includes(option)) throw new Error(`${list} has no "${option}"`)
  }
}
