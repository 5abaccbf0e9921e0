export const about = {
  title: 'About Larger Freedom',
  lead: 'Freedom from fear beside freedom from want, in one household survey, with intervals that follow from how the sample was drawn.',
  version: 'Version {version}',
  offline: 'It opens no connection. A study is one file on this computer; nothing is sent anywhere.',
  cite: 'To cite it: Larger Freedom, version {version}, free software under the MIT licence.',
  own: 'Licence of Larger Freedom',
  parts: 'Made with the work of others: {count} package | Made with the work of others: {count} packages',
  partsLead:
    'Each with its licence. The desktop program also holds Electron, Chromium and Node.js; their licences lie beside it.',
  part: '{name} {version}, {licence}',
};
