import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Bridge } from '#contract/bridge.ts';
import type { Reply } from '#contract/envelope.ts';
import type { AppSettings } from '#contract/settings.ts';

const bridge: Bridge = {
  place: 'desktop',
  call: (request) => ipcRenderer.send('call', request),
  cancel: (id) => ipcRenderer.send('cancel', id),
  subscribe(listener) {
    const hear = (_event: IpcRendererEvent, reply: Reply): void => listener(reply);
    ipcRenderer.on('reply', hear);
    return () => void ipcRenderer.off('reply', hear);
  },
  chosen: (files) =>
    ipcRenderer.invoke(
      'chosen',
      files.map((file) => webUtils.getPathForFile(file)),
    ),
  saveTarget: (suggestedName) => ipcRenderer.invoke('saveTarget', suggestedName),
  deliver: async () => undefined,
  newWindow: () => ipcRenderer.send('newWindow'),
  settingsChanged(listener) {
    const hear = (_event: IpcRendererEvent, settings: AppSettings): void => listener(settings);
    ipcRenderer.on('settings', hear);
    return () => void ipcRenderer.off('settings', hear);
  },
};

contextBridge.exposeInMainWorld('largerFreedom', bridge);
