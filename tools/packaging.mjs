/**
 * What `npm run package` makes: AppImage and deb, dmg, nsis. Nothing is published or updated from a server.
 * The package holds the built program, what it needs from npm, the study file's migrations and the samples.
 *
 * @type {import('electron-builder').Configuration}
 */
export const packaging = {
  appId: 'org.largerfreedom.app',
  productName: 'Larger Freedom',
  copyright: 'MIT licence',
  directories: { output: 'dist', buildResources: 'build' },
  files: [
    'out/**',
    'migrations/**',
    'samples/*.{sav,json,md}',
    'package.json',
    'LICENSE',
    '!**/*.{map,d.ts,d.cts,d.mts,ts,iife.js,umd.cjs}',
    '!node_modules/better-sqlite3-multiple-ciphers/{deps,src}/**',
    '!node_modules/docx/dist/*.cjs',
    '!node_modules/@types/**',
  ],
  asar: true,
  // Native code is read by the system, which knows nothing of an asar.
  asarUnpack: ['node_modules/better-sqlite3-multiple-ciphers/prebuilds/**', 'node_modules/@napi-rs/**'],
  npmRebuild: false,
  publish: null,
  fileAssociations: [
    {
      ext: 'lfstudy',
      name: 'Larger Freedom study',
      role: 'Editor',
      mimeType: 'application/x-larger-freedom-study',
    },
  ],
  // The program runs its own code alone: no Node from outside, no debugger, no code beside the asar.
  electronFuses: {
    runAsNode: false,
    enableCookieEncryption: true,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  },
  linux: { target: ['AppImage', 'deb'], category: 'Science', executableName: 'larger-freedom' },
  mac: { target: ['dmg'], category: 'public.app-category.education', hardenedRuntime: true },
  win: { target: ['nsis'] },
  nsis: { oneClick: false, perMachine: false, allowToChangeInstallationDirectory: true },
};
