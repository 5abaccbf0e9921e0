/** What `larger-freedom serve` says in the terminal. */
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
};
