/** What `larger-freedom serve` says in the terminal and on the pages that stand in for the app. */
export const serveWords = {
  usage: `larger-freedom serve [STUDY|FILE] [options]

Serves the app to a browser on this machine: 127.0.0.1 only, one browser, no connection needed.

  --port N        the port to use; without it, a free one
  --open          open a browser (the default where there is a desktop)
  --no-open       only print the address
  --sample NAME   open a teaching survey: benin or bangladesh
  --help          print this text
`,
  unknownOption: (option: string) => `There is no option ${option}.`,
  valueMissing: (option: string) => `${option} needs a value.`,
  portInvalid: (value: string) => `--port takes a number from 1 to 65535, not “${value}”.`,
  sampleUnknown: (value: string, known: readonly string[]) =>
    `There is no teaching survey “${value}”. There are: ${known.join(', ')}.`,
  oneOnly: 'Name one study or one file.',
  notFound: (path: string) => `There is no file ${path}. Check the path.`,
  portTaken: (port: number) =>
    `Port ${port} is in use by another program. Choose another with --port, or leave --port out.`,
  portRefused: (port: number) => `This system does not let you use port ${port}. Choose one above 1023.`,
  nodeTooOld: (needed: number, version: string) =>
    `This needs Node ${needed} or newer, and this is Node ${version}. Run: npm start, which brings its own.`,
  notBuilt: 'The window is not built yet. Run: npm start',
  address: (address: string) => `Larger Freedom is at\n\n  ${address}\n`,
  oneUse: 'The address works once, in one browser. Press Ctrl+C to stop.',
  pages: {
    tokenRefused: {
      title: 'This address has been used',
      text: 'The address with the token lets one browser in, once. Go on in the browser window where you opened it first, or stop the program (Ctrl+C in its terminal), start it again, and open the new address that it prints.',
    },
    noSession: {
      title: 'Open the address from the terminal',
      text: 'Larger Freedom runs here, but this browser has not been let in. Open the whole address that the program printed in its terminal, with the token. If it has been used already, stop the program (Ctrl+C), start it again, and open the new address.',
    },
    notFromHere: {
      title: 'Refused',
      text: 'Larger Freedom answers only its own page, opened on this machine. Type or paste the address that the program printed in its terminal into the address bar, instead of following a link.',
    },
    notFound: { title: 'Not found', text: 'There is no such page.' },
  },
};
