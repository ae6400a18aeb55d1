/**
 * Makes the icons of the program from build/icons/icon.svg: `npx node build/icons.ts`, after a change of the
 * drawing. Chromium draws it; the results are committed, so that building a package needs no browser.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { chromium } from 'playwright-core'
import { findBrowser } from './find-browser.mjs'

/** What Windows asks for between the title bar at 100 % and the large tiles at 250 %. */
const icoSizes = [16, 20, 24, 32, 40, 48, 64, 128, 256]
const file = (name: string) => new URL(`./icons/${name}`, import.meta.url)

/** An .ico with a PNG per size: a header of 6 bytes, 16 per picture, then the pictures (Windows Vista on). */
export function ico(pictures: readonly { size: number; png: Buffer }[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length)
  header.writeUInt16LE(1, 2) // 1 = icon
  header.writeUInt16LE(pictures.length, 4)
  let offset = header.length
  for (const [index, { size, png }] of pictures.entries()) {
    const at = 6 + 16 * index
    header.writeUInt8(size % 256, at) // 0 stands for 256
    header.writeUInt8(size % 256, at + 1)
    header.writeUInt16LE(1, at + 4) // colour planes
    header.writeUInt16LE(32, at + 6) // bits per pixel
    header.writeUInt32LE(png.length, at + 8)
    header.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([header, ...pictures.map(({ png }) => png)])
}

async function draw(sizes: readonly number[]): Promise<Map<number, Buffer>> {
  const executablePath = findBrowser()
  if (!executablePath) throw new Error('no Chromium, Chrome or Edge here to draw the icons')
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
  const svg = readFileSync(file('icon.svg'), 'utf8')
  const drawn = new Map<number, Buffer>()
  const page = await browser.newPage()
  await page.setContent(`<style>html,body{margin:0}svg{display:block;width:100vw;height:100vh}</style>${svg}`)
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size })
    drawn.set(size, await page.screenshot({ omitBackground: true }))
  }
  await browser.close()
  return drawn
}

if (import.meta.main) {
  const drawn = await draw([...icoSizes, 512])
  const picture = (size: number): Buffer => drawn.get(size) ?? Buffer.alloc(0)
  writeFileSync(file('icon.png'), picture(512))
  writeFileSync(file('icon.ico'), ico(icoSizes.map((size) => ({ size, png: picture(size) }))))
}
