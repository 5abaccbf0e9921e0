import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { listPageFiles } from '#page/pageFiles.ts';
import type { Language } from '#words/languages.ts';
import { pages } from '#words/pages.ts';

export interface Answer {
  readonly contentType: string;
  readonly content: string | Buffer;
}

/** The built window's files, with the browser's bridge loaded before the app. */
export function createPages(
  folder: string,
  bridgeFile: string,
): (path: string) => Promise<Answer | undefined> {
  const files = listPageFiles(folder);
  const bridge = readFileSync(bridgeFile, 'utf8');
  return async (path) => {
    if (path === '/bridge.js') return { contentType: 'text/javascript; charset=utf-8', content: bridge };
    const found = files.get(path);
    if (!found) return undefined;
    const content = await readFile(found.file);
    const { contentType } = found;
    return {
      contentType,
      content: contentType.startsWith('text/html') ? withBridge(String(content)) : content,
    };
  };
}

/** A plain script runs before the app's module, which waits for the page. An icon of nothing keeps browsers from asking for one. */
export function withBridge(html: string): string {
  return html.replace(
    '<head>',
    '<head>\n    <link rel="icon" href="data:," />\n    <script src="/bridge.js"></script>',
  );
}

/** A page that stands in for the app. */
export function messagePage(page: keyof (typeof pages)['en'], language: Language): Answer {
  const { title, text } = pages[language][page];
  const content = `<!doctype html>
<html lang="${language}">
  <head><meta charset="utf-8" /><meta name="color-scheme" content="light dark" /><title>${title}</title></head>
  <body><h1>${title}</h1><p>${text}</p></body>
</html>
`;
  return { contentType: 'text/html; charset=utf-8', content };
}
