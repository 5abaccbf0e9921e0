/** The pages of `larger-freedom serve` that stand in for the app. */
export const pages = {
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
};
