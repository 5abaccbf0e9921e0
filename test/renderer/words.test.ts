import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, type TemplateChildNode } from '@vue/compiler-dom';
import { window as words } from '#words/en/window.ts';

const root = new URL('../../src/', import.meta.url).pathname;
const files = globSync(['renderer/src/**/*.{vue,ts}', 'presentation/**/*.ts'], { cwd: root }).map((file) => ({
  file,
  text: readFileSync(`${root}${file}`, 'utf8'),
}));
const components = files.filter(({ file }) => file.endsWith('.vue'));
const read = new Set(['aria-label', 'title', 'placeholder', 'alt', 'label', 'text', 'description']);

/** What a template says in letters of its own, rather than through the catalogue. */
function literals(node: TemplateChildNode): string[] {
  if (node.type === 2) return /\p{L}/u.test(node.content) ? [node.content.trim()] : [];
  if (node.type === 5) {
    const written = node.content.type === 4 ? node.content.content : '';
    return /^\s*(['"`])[^$]*\p{L}[^$]*\1\s*$/u.test(written) ? [written] : [];
  }
  if (node.type !== 1) return [];
  const attributes = node.props.flatMap((prop) =>
    prop.type === 6 && read.has(prop.name) && /\p{L}/u.test(prop.value?.content ?? '')
      ? [prop.value!.content]
      : [],
  );
  return [...attributes, ...node.children.flatMap(literals)];
}

function keysOf(tree: object, path = ''): string[] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [`${path}${name}`] : keysOf(value as object, `${path}${name}.`),
  );
}

describe('words of the window', () => {
  it.each(components)('stand in the catalogue, not in $file', ({ text }) => {
    const template = parse(text, { parseMode: 'sfc' }).children.filter(
      (node) => node.type === 1 && node.tag === 'template',
    );
    expect(template.flatMap(literals)).toEqual([]);
  });

  const keys = keysOf(words);
  const everything = files.map(({ text }) => text).join('\n');

  it('are all there: no text asks for a message that is missing', () => {
    const asked = [
      ...everything.matchAll(/\bt\(\s*'([\w.]+)'/g),
      ...everything.matchAll(/key: '([\w]+\.[\w.]+)'/g),
    ];
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.map(([, key]) => key).filter((key) => !keys.includes(key))).toEqual([]);
  });

  it('are all used', () => {
    const prefixes = [...everything.matchAll(/`([\w.]+\.)\$\{/g)].map(([, prefix]) => prefix);
    const unused = keys.filter(
      (key) => !everything.includes(`'${key}'`) && !prefixes.some((prefix) => key.startsWith(prefix)),
    );
    expect(unused).toEqual([]);
  });

  it('say braces and bars only as placeholders and plurals', () => {
    const flat = keys.map((key) =>
      key.split('.').reduce<unknown>((tree, name) => (tree as object)[name as never], words),
    );
    for (const text of flat as string[]) {
      expect(text.replace(/\{\w+\}/g, '')).not.toMatch(/[{}@]/);
      expect(text.split('|').length).toBeLessThanOrEqual(3);
    }
  });
});
