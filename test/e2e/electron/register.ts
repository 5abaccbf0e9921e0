import { registerHooks } from 'node:module';
import { recordNetwork } from './recordNetwork.ts';

/** `node --import …/register.ts out/main/index.js`: the built app finds the stand-in where Electron would be. */
const standIn = new URL('./electron.ts', import.meta.url).href;

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: standIn, shortCircuit: true } : next(specifier, context),
});

recordNetwork();
