import { phrase } from '#engine/survey/phrase.ts';
import { atByte } from '../atByte.ts';
import type { BlockReader } from '../blockReader.ts';

/** Passes over tags that must stand here. @throws Problem `file.truncated`, `file.damaged`. */
export function expectTag(reader: BlockReader, tags: string): void {
  const offset = reader.offset;
  const found = String.fromCharCode(...reader.take(tags.length, phrase('tag', { tag: tags })));
  if (found !== tags) throw reader.damaged(atByte(offset), phrase('tagMissing', { tag: tags }));
}
