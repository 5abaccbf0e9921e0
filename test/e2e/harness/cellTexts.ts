import type { Locator } from 'playwright-core';

/** The cells of these rows as they are seen, each text after a space: words for those who only hear, and marks of notes, are left out. */
export function cellTexts(rows: Locator): Promise<string[][]> {
  return rows.evaluateAll((found) =>
    found.map((row) =>
      [...row.children].map((cell) => {
        const texts: string[] = [];
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        while (walker.nextNode()) {
          const { parentElement, textContent } = walker.currentNode;
          const text = textContent?.trim() ?? '';
          if (text && !parentElement?.closest('.visually-hidden, sup.mark')) texts.push(text);
        }
        return texts.join(' ');
      }),
    ),
  );
}
