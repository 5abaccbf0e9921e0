/// <reference types="vite/client" />
import type { Bridge } from '#contract/bridge.ts';

declare global {
  interface Window {
    /** Set by the preload, or by the script that `serve` sends, before the app starts. */
    readonly largerFreedom?: Bridge;
  }
}
