/**
 * The package: Windows, per user, without administrator rights. `npm run dist` on a machine with internet
 * makes the installer; test/packaging builds the folder for Windows and Linux against a stub of the runtime.
 */
const { readdirSync } = require('node:fs')
const { join } = require('node:path')

const modules = join(__dirname, '..', 'node_modules')
/** The faces that the letters are set in; the packages hold every weight. */
const fonts = [
  'literata/500Medium/Literata_500Medium.ttf',
  'literata/600SemiBold/Literata_600SemiBold.ttf',
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-sans/600SemiBold_Italic/NotoSans_600SemiBold_Italic.ttf',
  'noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf',
  'noto-sans-ethiopic/400Regular/NotoSansEthiopic_400Regular.ttf',
]
const otherFonts = [...new Set(fonts.map((font) => font.split('/')[0]))].flatMap((name) =>
  readdirSync(join(modules, '@expo-google-fonts', name))
    .filter((entry) => !/^package\.json$|^LICENSE/.test(entry))
    .filter((entry) => !fonts.some((font) => font.startsWith(`${name}/${entry}/`)))
    .map((entry) => `!node_modules/@expo-google-fonts/${name}/${entry}{,/**}`),
)

/** @type {import('electron-builder').Configuration} */
module.exports = {
  appId: 'nl.trajectboek',
  productName: 'Trajectboek',
  copyright: 'EUPL-1.2',
  directories: { output: 'release', buildResources: 'build' },
  // The native module comes ready built, with the fixed interface of Node-API: nothing is compiled here.
  npmRebuild: false,
  nodeGypRebuild: false,
  buildDependenciesFromSource: false,
  asar: true,
  asarUnpack: ['**/*.node'], // Windows can load a library only from a real file
  electronLanguages: ['nl', 'en-US'],
  files: [
    'out/main/**',
    'out/preload/**',
    'out/renderer/**',
    'package.json',
    'LICENSE',
    'THIRD-PARTY-NOTICES.txt',
    '!**/*.map',
    '!**/*.{ts,mts,cts,tsx}',
    '!**/node_modules/**/{test,tests,__tests__,example,examples,docs}/**',
    '!node_modules/node-*/**', // Node for development; the package runs on Electron's own
    '!node_modules/better-sqlite3/{deps,src}/**',
    '!node_modules/better-sqlite3/binding.gyp',
    // The one native module of the platform; the others are 3 MB each. (Patterns under `win` would be a set of
    // their own, and copy the whole working folder.)
    '!node_modules/better-sqlite3/prebuilds/!(${os}*-${arch}.node)',
    '!node_modules/better-sqlite3/prebuilds/linuxmusl-*.node',
    '!node_modules/fontkit/src{,/**}',
    '!node_modules/pdfkit/{.yarn,tools}{,/**}',
    '!node_modules/svg-to-pdfkit/{examples,notes}{,/**}',
    '!node_modules/**/{.*,*.config.*,jsconfig.json}',
    ...otherFonts,
    '!node_modules/@expo-google-fonts/*/*/index.*',
  ],
  electronFuses: {
    runAsNode: false, // otherwise an environment variable makes the program a bare Node
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false, // no debugger on a running office
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    grantFileProtocolExtraPrivileges: false, // the page has a scheme of its own
    enableCookieEncryption: true,
  },
  win: {
    target: [{ target: 'nsis', arch: ['x64'] }],
    icon: 'build/icons/icon.ico',
    signExecutable: false, // until there is a certificate; see the manual for the message of SmartScreen
  },
  nsis: {
    oneClick: false, // a folder can be chosen, and it says what it does
    perMachine: false,
    allowElevation: false,
    allowToChangeInstallationDirectory: true,
    deleteAppDataOnUninstall: false, // the office stays when the program goes
    language: '1043',
    installerLanguages: ['nl_NL'],
    createDesktopShortcut: true,
    shortcutName: 'Trajectboek',
    artifactName: 'Trajectboek-${version}-installeren.${ext}',
  },
  linux: {
    target: ['dir'],
    icon: 'build/icons/icon.png',
    category: 'Office',
  },
  publish: null,
}
