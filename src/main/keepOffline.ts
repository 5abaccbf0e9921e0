import { app, type Session } from 'electron';
import { isPageAddress, pageOrigin } from './pageAddress.ts';

/** Chromium's own errands are switched off, and no name or address can be looked up at all. */
export function keepChromiumOffline(): void {
  const switches = {
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-domain-reliability': '',
    'disable-breakpad': '',
    'disable-sync': '',
    'disable-quic': '',
    'no-pings': '',
    'no-first-run': '',
    'dns-prefetch-disable': '',
    'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
    'host-resolver-rules': `MAP * ~NOTFOUND${developmentServer()}`,
  };
  for (const [name, value] of Object.entries(switches)) app.commandLine.appendSwitch(name, value);
}

function developmentServer(): string {
  const { protocol, hostname } = new URL(pageOrigin());
  return protocol === 'app:' ? '' : `, EXCLUDE ${hostname}`;
}

/** No request leaves for anything but the window's own page; no permission, device or download is granted. */
export function keepSessionOffline(session: Session): void {
  session.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !isOurs(url) }));
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setBluetoothPairingHandler((_details, answer) => answer({ confirmed: false }));
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  session.setSpellCheckerEnabled(false);
  session.on('will-download', (event, item) => {
    if (!item.getURL().startsWith('blob:')) event.preventDefault();
  });
}

function isOurs(url: string): boolean {
  if (isPageAddress(url) || url.startsWith('blob:') || url.startsWith('data:')) return true;
  const development = pageOrigin().startsWith('http:');
  return development && (url.startsWith('devtools:') || isPageAddress(url.replace(/^ws:/, 'http:')));
}
