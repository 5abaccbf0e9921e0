/** The last part of a name, without what no file system takes. */
export function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/[\p{Cc}<>:"|?*]/gu, '').replace(/^\.+/, '');
  return plain.slice(-120) || 'file';
}
