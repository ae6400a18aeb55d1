/** Keeping the data: an office whose code is known, and the ways to it that work before anybody is in. */
import type { Browser } from 'playwright-core'
import type { Client } from '#core/api/contract.ts'
import { Session, t } from '../harness.ts'
import { enter, newPc, startHost, type Host, type Pc } from '../host.ts'
import { officeName, password, staffName } from './first-start.ts'

export const colleague = { name: 'Karel Oefening', password: 'blauwe boot negen' }

export class KeptOffice {
  readonly pc: Pc
  readonly browser: Browser
  /** From the sheet. */
  readonly code: string
  host: Host
  session: Session

  private constructor(pc: Pc, browser: Browser, code: string, host: Host, session: Session) {
    this.pc = pc
    this.browser = browser
    this.code = code
    this.host = host
    this.session = session
  }

  /** Founded, with a colleague who is no manager, and its first member of staff signed in. */
  static async open(browser: Browser): Promise<KeptOffice> {
    const pc = newPc()
    const host = await startHost(pc)
    const { client, cookie } = await enter(host)
    const { code } = await client.setup.begin({ officeName })
    const office = { name: officeName, street: '', house_number: '', postcode: '', city: '', phone: '' }
    const staff = { name: staffName, function_title: 'begeleider', password }
    await client.setup.finish({ office, folder: pc.folder, typedCode: code, staff })
    await client.settings.addStaff({ ...colleague, function_title: '', role: 'coach' })
    return new KeptOffice(pc, browser, code, host, await Session.open(browser, host.origin, cookie))
  }

  client(): Promise<Client> {
    return this.session.client()
  }

  /** The program ends (`how`), something happens to its files, and it is started again, today or another `day`. */
  async again(
    how: 'stop' | 'kill' = 'stop',
    between: () => void = () => undefined,
    day?: string,
  ): Promise<void> {
    this.session.expectOffline(true)
    await this.host[how]()
    await this.session.close()
    between()
    this.host = await startHost(this.pc, day === undefined ? {} : { day })
    this.session = await Session.on(this.browser, this.host)
    await this.session.page.getByRole('heading', { level: 1 }).waitFor()
  }

  async close(): Promise<void> {
    await this.session.close()
    await this.host.stop()
    this.pc.remove()
  }
}

/** The names are cards that each have the focus. */
export async function chooseWho({ keys, page }: Pick<Session, 'keys' | 'page'>, name: string): Promise<void> {
  const card = page.getByRole('radio', { name })
  await card.waitFor()
  if (await card.isChecked()) return
  await keys.tabTo(card, {
    back: !(await page.locator('#password').evaluate((one) => one !== document.activeElement)),
  })
  await keys.press('Space')
}

/** On the first screen or the lock screen. */
export async function signIn({ keys, page }: Session, name = staffName, secret = password): Promise<void> {
  await chooseWho({ keys, page }, name)
  await keys.typeInto(page.locator('#password'), secret)
  await keys.press('Enter')
}

export async function go({ page }: Session, origin: string, address: string): Promise<void> {
  await page.goto(`${origin}/#${address}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
}

/** In the wizard, with what it showed last: on, and yes. */
export async function confirmRestore({ keys, page }: Session, answer: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  await keys.button(answer, dialog)
}

export const heading = ({ page }: Session, name: string) => page.getByRole('heading', { level: 1, name })

/** Somebody is in: the parts of the program are there. */
export async function inside({ page }: Session): Promise<void> {
  await page.getByRole('navigation', { name: t('app:shell.navLabel') }).waitFor()
}
