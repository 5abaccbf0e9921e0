import { recordNetwork } from './recordNetwork.ts';

/** For `serve`, which needs no Electron. */
recordNetwork();
