import { EventEmitter } from 'node:events';
import type { PageAnswer, PageRequest } from './messages.ts';

type Handler = (request: Request) => Promise<Response>;
type BeforeRequest = (details: { url: string }, answer: (decision: { cancel?: boolean }) => void) => void;
type PermissionHandler = (contents: unknown, permission: string, answer: (granted: boolean) => void) => void;

export class StandInSession extends EventEmitter {
  spellChecker = true;
  private readonly handlers = new Map<string, Handler>();
  private beforeRequest: BeforeRequest = (_details, answer) => answer({});
  private permissionRequest: PermissionHandler = (_contents, _permission, answer) => answer(true);
  private permissionCheck: (contents: unknown, permission: string) => boolean = () => true;
  private devicePermission: () => boolean = () => true;

  readonly protocol = {
    handle: (scheme: string, handler: Handler) => void this.handlers.set(scheme, handler),
  };
  readonly webRequest = {
    onBeforeRequest: (listener: BeforeRequest) => void (this.beforeRequest = listener),
  };

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionRequest = handler;
  }
  setPermissionCheckHandler(handler: (contents: unknown, permission: string) => boolean): void {
    this.permissionCheck = handler;
  }
  setDevicePermissionHandler(handler: () => boolean): void {
    this.devicePermission = handler;
  }
  setBluetoothPairingHandler(): void {}
  setDisplayMediaRequestHandler(): void {}
  setSpellCheckerEnabled(enabled: boolean): void {
    this.spellChecker = enabled;
  }

  async answer({ url, method, headers }: PageRequest): Promise<PageAnswer | 'cancelled' | 'network'> {
    const { cancel } = await new Promise<{ cancel?: boolean }>((resolve) =>
      this.beforeRequest({ url }, resolve),
    );
    if (cancel) return 'cancelled';
    const handler = this.handlers.get(new URL(url).protocol.replace(':', ''));
    if (!handler) return 'network';
    const response = await handler(new Request(url, { method, headers }));
    return {
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: new Uint8Array(await response.arrayBuffer()),
    };
  }

  /** The answers to a permission asked for, a permission looked up and a device. */
  async permissionAnswers(): Promise<boolean[]> {
    const kinds = ['geolocation', 'media', 'notifications', 'clipboard-read', 'hid', 'openExternal'];
    const asked = await Promise.all(
      kinds.map((kind) => new Promise<boolean>((resolve) => this.permissionRequest(null, kind, resolve))),
    );
    return [...asked, ...kinds.map((kind) => this.permissionCheck(null, kind)), this.devicePermission()];
  }
}

const partitions = new Map<string, StandInSession>();

export const session = {
  defaultSession: new StandInSession(),
  fromPartition(name: string): StandInSession {
    const known = partitions.get(name) ?? new StandInSession();
    partitions.set(name, known);
    return known;
  },
};

export const everySession = (): StandInSession[] => [session.defaultSession, ...partitions.values()];
