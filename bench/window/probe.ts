import type { Page } from 'playwright-core';

/** What the page itself saw of one choice, in milliseconds of `performance.now()`. */
export interface Seen {
  /** The last input event: a mouse button let go, a key pressed. */
  readonly input: number;
  /** The end of the last frame in which something had changed. */
  readonly painted: number;
  /** Frames with a change. */
  readonly frames: number;
  /** What stands there now is not painted yet, or an answer is still to come. */
  readonly waiting: boolean;
  readonly now: number;
}

declare global {
  interface Window {
    windowProbe: { arm(watched: string): void; seen(): Seen };
  }
}

/**
 * Watches what changes in the page and when it was painted: the nodes below `watched`, and every canvas. A change made in
 * a frame's own callbacks is painted with that frame, any other with the next; a message sent from the callbacks
 * arrives when the frame is painted.
 */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const request = window.requestAnimationFrame.bind(window);
    const { port1, port2 } = new MessageChannel();
    const state = { input: 0, painted: 0, frames: 0 };
    let inFrame = false;
    let changed = false;
    let asked = false;
    const enterFrame = (): void => {
      if (inFrame) return;
      inFrame = true;
      port2.postMessage(null);
    };
    port1.onmessage = () => {
      inFrame = false;
      if (!changed) return;
      changed = false;
      state.painted = performance.now();
      state.frames++;
    };
    window.requestAnimationFrame = (callback) =>
      request((time) => {
        enterFrame();
        callback(time);
      });
    const note = (): void => {
      if (inFrame) changed = true;
      else if (!asked) {
        asked = true;
        request(() => {
          asked = false;
          changed = true;
          enterFrame();
        });
      }
    };
    const { clearRect } = CanvasRenderingContext2D.prototype;
    CanvasRenderingContext2D.prototype.clearRect = function (...box) {
      note();
      clearRect.apply(this, box);
    };
    for (const kind of ['click', 'keydown'])
      window.addEventListener(kind, ({ timeStamp }) => (state.input = timeStamp), { capture: true });
    const asking = new Set<string>();
    const { fetch } = window;
    window.fetch = (address, options) => {
      if (address === '/call') asking.add(JSON.parse(String(options?.body)).id);
      return fetch(address, options);
    };
    let listening = false;
    const listen = (): void => {
      if (listening) return;
      listening = true;
      window.largerFreedom?.subscribe(({ id, kind }) => kind !== 'progress' && asking.delete(id));
    };
    let watched: Element | null = null;
    const observer = new MutationObserver((records) => {
      if (records.some(({ target }) => watched?.contains(target))) note();
    });
    window.windowProbe = {
      arm(selector) {
        listen();
        asking.clear();
        observer.disconnect();
        watched = document.querySelector(selector);
        const what = { subtree: true, childList: true, attributes: true, characterData: true };
        observer.observe(document, what);
        Object.assign(state, { input: 0, painted: 0, frames: 0 });
      },
      seen: () => ({ ...state, waiting: asked || changed || asking.size > 0, now: performance.now() }),
    };
  });
}

const quietMs = 250;
const longestMs = 20_000;

/**
 * Milliseconds from the input event to the end of the frame in which the last of its result was painted: nothing
 * changed for a quarter of a second after it, and nobody was being asked.
 */
export async function paintedAfter(page: Page, act: () => Promise<void>, watched = 'main'): Promise<number> {
  await page.evaluate((selector) => window.windowProbe.arm(selector), watched);
  await act();
  const end = performance.now() + longestMs;
  for (;;) {
    const { input, painted, waiting, now } = await page.evaluate(() => window.windowProbe.seen());
    const still = !waiting && now - Math.max(painted, input) > quietMs;
    if (still && painted > input && input > 0) return painted - input;
    if (performance.now() > end) throw new Error(`nothing was painted: input ${input}, painted ${painted}`);
    await page.waitForTimeout(60);
  }
}
