import type { Page } from 'playwright-core';
import { catalogues } from '#words/catalogues.ts';
import type { Language } from '#words/languages.ts';
import { messagesOf } from '../../words/messagesOf.ts';

/** Everything that is written in the page as it stands, and said of it. */
function written(): string[] {
  const texts: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode as Text;
    if (parentElement?.checkVisibility() && data.trim() !== '') texts.push(data.trim());
  }
  const names = ['aria-label', 'aria-description', 'title', 'placeholder'];
  for (const element of document.querySelectorAll(names.map((name) => `[${name}]`).join()))
    texts.push(...names.flatMap((name) => element.getAttribute(name)?.trim() || []));
  return [...new Set(texts)];
}

/** What a reader cannot see whole: words of what is pressed and of headings. */
function cut(): string[] {
  const whole =
    'button, [role=tab], [role=radio], [role=option], [role=menuitemradio], h1, h2, h3, th, legend, label';
  return [...document.querySelectorAll(whole)]
    .filter((element) => element.checkVisibility() && getComputedStyle(element).display !== 'inline')
    .filter((element) => element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 1)
    .map((element) => `${element.tagName} ${element.textContent.trim()}`);
}

const other = (message: string, language: Language, path: string): boolean =>
  new Map(messagesOf(catalogues[language])).get(path) !== message;

/** The messages of English that another language words otherwise, as patterns of a whole text. */
function englishBut(language: Language): readonly RegExp[] {
  const own = new Set(messagesOf(catalogues[language]).flatMap(([, message]) => message.split(' | ')));
  return (
    messagesOf(catalogues.en)
      .filter(([path, message]) => other(message, language, path))
      .flatMap(([, message]) => message.split(' | '))
      // “{fear} and {want}” could be anything that a survey says.
      .filter((form) => !own.has(form) && /\p{L}{4}/u.test(form.replaceAll(placeholder, '')))
      .map((form) => {
        const names = [...form.matchAll(placeholder)].map(([, name]) => name);
        const parts = form.trim().split(/\{\w+\}/);
        return new RegExp(
          `^${parts.map((part, place) => plainly(part) + filledIn(names[place])).join('')}$`,
          'su',
        );
      })
  );
}

const placeholder = /\{(\w+)\}/g;

/** A number has no letters: “{count} respondent” is not “Sex of respondent”. */
function filledIn(name: string | undefined): string {
  if (name === undefined) return '';
  return name === 'count' ? '[^\\p{L}]+' : '.+';
}

const plainly = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

const patterns = new Map<Language, readonly RegExp[]>();

/** What stands in the page and is not in its language: words of English, numbers that are written otherwise; what is cut. */
export async function leftOvers(page: Page, language: 'fr' | 'bn'): Promise<readonly string[]> {
  const english = patterns.get(language) ?? englishBut(language);
  patterns.set(language, english);
  const texts = await page.evaluate(written);
  // French has a space before the sign, that does not break; Bangla was asked for with its own digits.
  const number = language === 'fr' ? /\d%|\d [%;]/ : /[0-9][0-9.,]*%|n = [0-9]/;
  return [
    ...texts
      .filter((text) => english.some((pattern) => pattern.test(text)))
      .map((text) => `English: ${text}`),
    ...texts.filter((text) => number.test(text)).map((text) => `number: ${text}`),
    ...(await page.evaluate(cut)).map((text) => `cut: ${text}`),
  ];
}
