/** Runs in the page: everything a page could try in order to reach the world. Gives what succeeded. */
export async function tryToEscape(): Promise<string[]> {
  const there = 'https://example.org/';
  const got: string[] = [];
  const soon = (milliseconds: number): Promise<undefined> =>
    new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
  const attempt = async (name: string, work: () => unknown): Promise<void> => {
    try {
      const outcome = await Promise.race([Promise.resolve(work()), soon(1500)]);
      if (outcome) got.push(name);
    } catch {
      // Refused: as it should be.
    }
  };
  const element = (tag: string, properties: object): Promise<boolean> =>
    new Promise((resolve) => {
      const made = Object.assign(document.createElement(tag), properties);
      made.addEventListener('load', () => resolve(true));
      made.addEventListener('error', () => resolve(false));
      document.body.append(made);
    });
  const opens = (socket: EventTarget): Promise<boolean> =>
    new Promise((resolve) => {
      socket.addEventListener('open', () => resolve(true));
      socket.addEventListener('error', () => resolve(false));
    });

  await attempt('fetch', () => fetch(there, { mode: 'no-cors' }));
  await attempt('XMLHttpRequest', () => {
    const request = new XMLHttpRequest();
    request.open('GET', there, false);
    request.send();
    return true;
  });
  await attempt('websocket', () => opens(new WebSocket('wss://example.org/')));
  await attempt('event source', () => opens(new EventSource(there)));
  await attempt('image', () => element('img', { src: 'http://example.org/a.png' }));
  await attempt('script', () => element('script', { src: `${there}a.js` }));
  await attempt('style sheet', () => element('link', { rel: 'stylesheet', href: `${there}a.css` }));
  await attempt('video', () => element('video', { src: `${there}a.mp4` }));
  await attempt('font', () => new FontFace('there', `url(${there}a.woff2)`).load());
  await attempt('module', () => import(/* @vite-ignore */ `${there}a.js`));
  await attempt('worker', () => opens(new Worker(`${there}a.js`)));
  await attempt('service worker', () => navigator.serviceWorker.register('/worker.js'));
  await attempt('evaluated text', () => (0, eval)('true') as boolean);
  await attempt('inline script', () => {
    document.body.append(
      Object.assign(document.createElement('script'), { text: 'window.inlineRan = true' }),
    );
    return 'inlineRan' in window;
  });
  await attempt('camera', () => navigator.mediaDevices.getUserMedia({ video: true }));
  await attempt('screen', () => navigator.mediaDevices.getDisplayMedia());
  await attempt('clipboard reading', () => navigator.clipboard.readText().then(() => true));
  await attempt('notifications', async () => (await Notification.requestPermission()) === 'granted');
  await attempt(
    'position',
    () =>
      new Promise((resolve) =>
        navigator.geolocation.getCurrentPosition(
          () => resolve(true),
          () => resolve(false),
        ),
      ),
  );
  // These report nothing to the page: the records of requests tell.
  navigator.sendBeacon(there, 'answers');
  document.body.style.backgroundImage = `url(${there}b.png)`;
  for (const rel of ['prefetch', 'preconnect', 'dns-prefetch', 'preload', 'modulepreload']) {
    void element('link', { rel, href: `${there}${rel}`, as: 'script' });
  }
  // Refused as well, but browsers look the name up before they ask the page's policy.
  void element('iframe', { src: 'https://refused.example.org/' });
  const form = Object.assign(document.createElement('form'), {
    action: 'https://refused.example.org/',
    method: 'post',
  });
  document.body.append(form);
  form.submit();
  await soon(500);
  document.body.style.backgroundImage = '';
  return got;
}

/** Ways out that only a window of its own can close: in a browser they are the user's. */
export async function tryToLeave(): Promise<void> {
  window.open('https://example.org/opened');
  Object.assign(document.createElement('a'), {
    href: 'https://example.org/linked',
    target: '_blank',
  }).click();
  Object.assign(document.createElement('a'), { href: 'https://example.org/saved', download: 'x' }).click();
  const connection = new RTCPeerConnection({
    iceServers: [
      { urls: 'stun:192.0.2.1:3478' },
      { urls: 'turn:192.0.2.1:3478?transport=tcp', username: 'x', credential: 'x' },
    ],
  });
  connection.createDataChannel('x');
  await connection.setLocalDescription(await connection.createOffer());
  await new Promise((resolve) => setTimeout(resolve, 500));
  connection.close();
  location.href = 'https://example.org/went';
  await new Promise((resolve) => setTimeout(resolve, 300));
}
