import { readFileSync, writeFileSync } from 'node:fs';
import { BrowserWindow, screen, type Rectangle } from 'electron';
import { z } from 'zod';
import { cascade } from './cascade.ts';
import { fitToScreens } from './fitToScreens.ts';

const savedState = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(1),
  height: z.int().min(1),
  maximized: z.boolean(),
});
type SavedState = z.infer<typeof savedState>;

const usualSize = { width: 1280, height: 860 };

/** Beside the window that is in front; without one the place of the last, where a screen still shows it; else the usual size. */
export function windowBounds(file: string): { bounds: Partial<Rectangle>; maximized: boolean } {
  const open = BrowserWindow.getAllWindows();
  const front = BrowserWindow.getFocusedWindow() ?? open.at(-1);
  if (front) {
    const bounds = front.getNormalBounds();
    const { workArea } = screen.getDisplayMatching(bounds);
    const places = open.map((window) => window.getNormalBounds());
    return { bounds: cascade(bounds, places, workArea), maximized: false };
  }
  const saved = readState(file);
  if (!saved) return { bounds: usualSize, maximized: false };
  const { maximized, ...bounds } = saved;
  const areas = screen.getAllDisplays().map(({ workArea }) => workArea);
  return { bounds: fitToScreens(bounds, areas), maximized };
}

/** On a full disk the window closes all the same, and opens at its usual size next time. */
export function keepWindowState(window: BrowserWindow, file: string): void {
  window.on('close', () => {
    const state: SavedState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileSync(file, JSON.stringify(state));
    } catch (error) {
      process.stderr.write(`${String(error)}\n`);
    }
  });
}

/** A missing or damaged file means the usual size: nothing else hangs on it. */
function readState(file: string): SavedState | undefined {
  try {
    return savedState.safeParse(JSON.parse(readFileSync(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}
