import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/**
 * Three bundles in out/: main (the shell, and beside it the data process and the thread that draws its letters), preload
 * (CommonJS, as a sandboxed preload has to be), and renderer. What stands under `dependencies` stays outside and is
 * packed as it is; everything else goes in. The browser host is not built here, so it cannot get into a package.
 */
export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      minify: true,
      sourcemap: false,
      rollupOptions: {
        input: {
          index: resolve('electron/main.ts'),
          'data-process': resolve('electron/data-process.ts'),
          'draw-thread': resolve('service/letters/thread/draw-thread.ts'),
        },
        // All in one folder: wherever the bundler puts what starts the thread, the thread is beside it.
        output: { chunkFileNames: '[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: resolve('electron/preload.ts'),
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react()],
    build: {
      outDir: resolve('out/renderer'),
      emptyOutDir: true,
      minify: true,
      sourcemap: false,
      // A data: address for a small file would be one more kind of source in the CSP.
      assetsInlineLimit: 0,
      rollupOptions: { input: resolve('renderer/index.html') },
    },
  },
})
