/**
 * Puts a page and its plain text on the clipboard, by the `copy` event of the page itself: that needs a key or a click of
 * the user a moment before, and no permission.
 *
 * @returns whether the browser let it.
 */
export function copyToClipboard({ html, text }: { readonly html: string; readonly text: string }): boolean {
  let put = false;
  const fill = (event: ClipboardEvent): void => {
    if (!event.clipboardData) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData.setData('text/html', html);
    event.clipboardData.setData('text/plain', text);
    put = true;
  };
  const selection = document.getSelection();
  const before = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : null;
  // Without something selected there is nothing to copy, and no event.
  const something = document.createElement('span');
  something.textContent = '.';
  something.style.cssText = 'position:fixed;opacity:0;user-select:text';
  document.body.append(something);
  selection?.selectAllChildren(something);
  document.addEventListener('copy', fill, { capture: true });
  try {
    return document.execCommand('copy') && put;
  } finally {
    document.removeEventListener('copy', fill, { capture: true });
    something.remove();
    selection?.removeAllRanges();
    if (before) selection?.addRange(before);
  }
}
