/** How letters look: blocks with an example beside them, own paragraphs, letterhead, signature, and one letter alone. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Locator } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aPng } from '../builders/pictures.ts'
import { t, type Session } from './harness.ts'
import { openPractice, type Practice } from './practice.ts'

const patient = { timeout: 30_000 }
const sizes = [
  { width: 1366, height: 768 },
  { width: 683, height: 340 },
]
const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 150 40">
  <path d="M20 2 C38 10 38 30 20 38 C2 30 2 10 20 2 Z" fill="#14586B"/><path d="M20 8 V38" stroke="#fff" stroke-width="2"/>
  <text x="48" y="28" font-size="22" fill="#14586B">De Linde</text></svg>`

describe('how letters look', () => {
  let office: Practice
  let session: Session
  beforeAll(async () => {
    office = await openPractice()
    session = office.session
  })
  afterAll(() => office?.close())
  const show = (address: string) => office.show(address)
  const sideways = () => office.sideways()
  const names = (list: Locator) => list.locator('.blocks-name').allTextContents()
  const choose = async (label: string, name: string, content: Buffer) => {
    const file = path.join(office.pc.root, name)
    writeFileSync(file, content)
    const [chooser] = await Promise.all([
      session.page.waitForEvent('filechooser'),
      session.page.getByRole('button', { name: label }).click(),
    ])
    await chooser.setFiles(file)
  }

  it('moves, switches off and adds blocks with the keyboard, and shows the example', async () => {
    const { page } = session
    await show('/instellingen?deel=templates')
    const list = page.getByRole('list', { name: t('letterLook:blocks.list') })
    await list.waitFor()
    const before = await names(list)
    const goals = t('letterLook:block.goals')
    const at = before.indexOf(goals)
    const up = page.getByRole('button', { name: t('letterLook:blocks.up', { name: goals }) })
    await up.focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => names(list), patient).toEqual(before.toSpliced(at, 1).toSpliced(at - 1, 0, goals))
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-label')), patient)
      .toBe(t('letterLook:blocks.up', { name: goals }))
    const attendance = t('letterLook:block.attendance')
    await page.getByRole('checkbox', { name: t('letterLook:blocks.onLabel', { name: attendance }) }).uncheck()

    await page.getByRole('button', { name: t('letterLook:blocks.addOwn') }).click()
    const text = page.getByRole('textbox', {
      name: t('letterLook:editor.text', { name: t('letterLook:blocks.own') }),
    })
    await text.waitFor()
    await text.click()
    await page.keyboard.type('Wij werken samen met ')
    await page.getByRole('button', { name: t('letterLook:editor.chip') }).click()
    await page.getByRole('menuitem', { name: t('letter:chip.municipality'), exact: true }).click()
    await page.keyboard.type('en dat is ')
    await page.keyboard.press('Control+b')
    await page.keyboard.type('prettig')
    await session.typedIsKept()
    await page
      .locator('.letter-preview')
      .getByText(/samen met gemeente Voorbeeldstad en dat is prettig/)
      .waitFor({ state: 'attached' })
    await session.expectGood('brief-opbouw')

    const client = await session.client()
    const { layout, from } = await client.letterTemplates.get({ kind: 'progress', municipality_id: null })
    expect(from).toBe('office')
    expect(layout).toContainEqual({ type: 'block', code: 'attendance', on: false })
    expect(layout.at(-1)).toEqual({
      type: 'own',
      paragraphs: [
        {
          kind: 'text',
          runs: [
            { text: 'Wij werken samen met ' },
            { field: 'municipality' },
            { text: ' en dat is ' },
            { text: 'prettig', bold: true },
          ],
        },
      ],
    })

    await page.getByRole('button', { name: new RegExp(`^${t('letterLook:blocks.close')}`) }).click()
    await page.getByRole('button', { name: new RegExp(`^${t('letterLook:blocks.remove')}`) }).click()
    await expect.poll(async () => (await names(list)).length, patient).toBe(before.length)
    await page.getByRole('button', { name: t('common:undo') }).click()
    await expect.poll(async () => (await names(list)).length, patient).toBe(before.length + 1)
    session.expectQuiet()
  })

  it('shows in the example where the chosen block stands, and says so', async () => {
    const { page } = session
    await show('/instellingen?deel=templates')
    const list = page.getByRole('list', { name: t('letterLook:blocks.list') })
    await list.waitFor()
    const said = page.locator('.look-said')
    const mark = page.locator('.letter-preview .letter-mark')
    const agreements = t('letterLook:block.agreements')
    const name = list.getByRole('button', { name: agreements, exact: true })
    await name.focus()
    await page.keyboard.press('Enter')
    await expect
      .poll(() => said.innerText(), patient)
      .toMatch(new RegExp(`^${agreements} is omlijnd in het voorbeeld, op bladzijde \\d`))
    expect(await name.getAttribute('aria-pressed')).toBe('true')
    // It came into sight, inside the box of the example.
    await expect
      .poll(
        () =>
          mark.evaluate((line) => {
            const [own, box] = [line, line.closest('.letter-preview')].map((one) =>
              one?.getBoundingClientRect(),
            )
            return own !== undefined && box !== undefined && own.top >= box.top && own.bottom <= box.bottom
          }),
        patient,
      )
      .toBe(true)
    await session.expectGood('brief-opbouw-omlijnd')
    const opinion = t('letterLook:block.opinion')
    await page.getByRole('checkbox', { name: t('letterLook:blocks.onLabel', { name: opinion }) }).uncheck()
    await expect
      .poll(() => said.innerText(), patient)
      .toBe(t('letterLook:templates.notThere', { name: opinion }))
    expect(await mark.count()).toBe(0)
    session.expectQuiet()
  })

  it('an agreement keeps its head and its signatures, and takes the rules of the house between them', async () => {
    const { page } = session
    await show('/instellingen?deel=templates')
    const kind = page.getByRole('combobox', { name: t('letterLook:templates.kind') })
    const list = page.getByRole('list', { name: t('letterLook:blocks.list') })
    await kind.selectOption('placement')
    await list.getByText(t('letterLook:block.parties'), { exact: true }).waitFor()
    const before = await names(list)
    expect(before[0]).toBe(t('letterLook:block.parties'))
    expect(before.at(-1)).toBe(t('letterLook:block.signatures'))
    for (const code of ['parties', 'signatures', 'agree_work', 'agree_insurance'] as const)
      expect(
        await page
          .getByRole('checkbox', {
            name: t('letterLook:blocks.onLabel', { name: t(`letterLook:block.${code}`) }),
          })
          .count(),
      ).toBe(0)
    await page.getByRole('button', { name: t('letterLook:blocks.addOwn') }).click()
    await page
      .getByRole('textbox', { name: t('letterLook:editor.text', { name: t('letterLook:blocks.own') }) })
      .click()
    await page.keyboard.type('Om half elf is er pauze.')
    await session.typedIsKept()
    await page
      .locator('.letter-preview')
      .getByText(/Om half elf is er pauze/)
      .waitFor({ state: 'attached' })
    expect(await names(list)).toEqual(before.toSpliced(-1, 0, t('letterLook:blocks.own')))
    await session.expectGood('overeenkomst-opbouw')
    const client = await session.client()
    const { layout } = await client.letterTemplates.get({ kind: 'placement', municipality_id: null })
    expect(layout.at(-1)).toEqual({ type: 'block', code: 'signatures', on: true })
    expect(layout.at(-2)).toMatchObject({ type: 'own' })
    session.expectQuiet()
  })

  it('takes a logo, refuses a script and a pale colour, and makes a test page', async () => {
    const { page } = session
    await show('/instellingen?deel=letterhead')
    const label = t('letterLook:head.choose')
    const bad = svg.replace('<text', '<script>alert(1)</script><text')
    await choose(label, 'logo.svg', Buffer.from(bad))
    await page.getByText(t('problems:logo_script')).waitFor()
    await choose(label, 'logo.svg', Buffer.alloc(40 * 1024 * 1024, 'a'))
    await page.getByText(t('problems:logo_large')).waitFor()
    await choose(label, 'logo.svg', Buffer.from(svg))
    await page.getByRole('button', { name: t('letterLook:head.other') }).waitFor()

    const accent = page.getByRole('textbox', { name: t('letterLook:head.accent') })
    await accent.fill('#FFDD00')
    await accent.press('Tab')
    await page.getByText(t('problems:colour_light')).waitFor()
    await accent.fill('#14586B')
    await accent.press('Tab')
    await page.getByText(t('letterLook:head.contrast', { ratio: '8' })).waitFor()
    await page.getByRole('radio', { name: t('letterLook:window.right') }).check()
    const x = page.getByRole('textbox', { name: t('letterLook:window.x') })
    await x.fill('99')
    await x.press('Tab')
    await page.getByText(t('problems:number_range')).waitFor()
    await x.fill('-2,5')
    await x.press('Tab')
    await page.getByText(t('problems:number_range')).waitFor({ state: 'detached' })
    const form = page.getByRole('textbox', { name: t('letterLook:number.form') })
    await form.fill('DL-{year}-{number}')
    await form.press('Tab')
    await page.getByText(/krijgt nummer DL-2026-\d{4}/).waitFor()
    await session.expectGood('briefhoofd')
    const client = await session.client()
    expect(await client.letterhead.get()).toMatchObject({
      window_side: 'right',
      window_x: -25,
      accent: '#14586B',
    })
    const { url } = await client.letterhead.testPage()
    expect(url).not.toBeNull()
  })

  it('takes the signature of who is signed in, and lets it be withdrawn', async () => {
    const { page } = session
    await show('/instellingen?deel=signature')
    await choose(t('letterLook:signature.choose'), 'naam.png', aPng(300, 90))
    await page.getByRole('button', { name: t('letterLook:signature.other') }).waitFor()
    await session.expectGood('handtekening')
    await page.getByRole('button', { name: t('letterLook:signature.withdraw') }).click()
    await page.getByText(t('letterLook:signature.none')).waitFor()
    session.expectQuiet()
  })

  it('one letter has its own blocks; a chip without a value is told; the template changes only when asked', async () => {
    const { page } = session
    const client = await session.client()
    const draft = (await client.letters.register({ query: '', state: 'draft' })).find(
      (one) => one.kind === 'progress',
    )
    const due = (await client.letters.due())[0]
    const id =
      draft?.id ?? (await client.letters.open({ kind: 'progress', about: due?.trajectoryId ?? 0 })).id
    const before = await client.letterTemplates.get({ kind: 'progress', municipality_id: null })
    await client.letterTemplates.saveOfLetter({
      id,
      layout: [
        { type: 'own', paragraphs: [{ kind: 'text', runs: [{ text: 'Zie ' }, { field: 'shoe_size' }] }] },
      ],
    })
    await show(`/brieven/${id}`)
    const gap = page.getByRole('button', { name: /In een eigen alinea: shoe_size/ })
    const open = page.getByRole('button', { name: t('letterLook:letter.open') })
    await open.waitFor()
    await gap.click()
    await expect.poll(() => open.evaluate((button) => button === document.activeElement), patient).toBe(true)
    await open.press('Enter')
    await page.getByText(t('letterLook:letter.own')).waitFor()
    await page
      .locator('.letter-preview')
      .getByText(/\[shoe_size ontbreekt\]/)
      .waitFor({ state: 'attached' })
    await session.expectGood('brief-eigen-blokken')
    expect(await client.letterTemplates.get({ kind: 'progress', municipality_id: null })).toEqual(before)

    await page.getByRole('button', { name: t('letterLook:letter.toTemplate') }).click()
    await page
      .getByRole('dialog')
      .getByRole('radio', { name: t('letterLook:templates.everywhere') })
      .check()
    await session.expectGood('brief-naar-sjabloon')
    await page.getByRole('button', { name: t('letterLook:letter.toTemplateAnswer') }).click()
    await page.getByText(t('letterLook:letter.asTemplate')).waitFor()
    const after = await client.letterTemplates.get({ kind: 'progress', municipality_id: null })
    expect(JSON.stringify(after.layout)).toContain('shoe_size')
    session.expectQuiet()
  })

  it('are right at two sizes and in forced colours', async () => {
    const screens = {
      'brief-opbouw': '/instellingen?deel=templates',
      'briefhoofd': '/instellingen?deel=letterhead',
      'handtekening': '/instellingen?deel=signature',
    } // prettier-ignore
    for (const size of sizes) {
      await session.page.setViewportSize(size)
      for (const [name, address] of Object.entries(screens)) {
        await show(address)
        await session.expectGood(`${name}-${size.width}`)
        expect.soft(await sideways(), `${name} scrolls sideways at ${size.width}`).toBeLessThanOrEqual(0)
      }
    }
    await session.page.setViewportSize({ width: 1366, height: 768 })
    await session.page.emulateMedia({ forcedColors: 'active' })
    for (const [name, address] of Object.entries(screens)) {
      await show(address)
      await session.expectGood(`${name}-contrast`)
    }
    await session.page.emulateMedia({ forcedColors: 'none' })
  })
})
