import { readFileSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'

const root = path.join(import.meta.dirname, '../..')

/** Programs in one bundle, as the package has them: what it brings along stays outside. @returns its folder */
export async function bundled(programs: Readonly<Record<string, string>>): Promise<string> {
  const outDir = path.join(root, '.cache', 'bench')
  const { dependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>
  }
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    ssr: { noExternal: true, external: Object.keys(dependencies) },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: true,
      rollupOptions: {
        input: Object.fromEntries(
          Object.entries(programs).map(([name, file]) => [name, path.join(root, file)]),
        ),
        output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  return outDir
}
