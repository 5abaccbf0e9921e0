/** Share of control characters above which bytes are no text; pasted text may hold a few. */
const mostControls = 0.01;

/** Whether a file that begins with these bytes can be text: UTF-16 with a mark, or no NULs and hardly any controls. */
export function looksLikeText(start: Uint8Array): boolean {
  if ((start[0] === 0xff && start[1] === 0xfe) || (start[0] === 0xfe && start[1] === 0xff)) return true;
  let controls = 0;
  for (const byte of start) {
    if (byte === 0) return false;
    if (byte < 0x20 && (byte < 0x09 || byte > 0x0d)) controls++;
  }
  return controls <= start.length * mostControls;
}
