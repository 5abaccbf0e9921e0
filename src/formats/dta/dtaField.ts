import type { ByteSink } from '../byteSink.ts';

/** Writes text in a field of fixed width, filled up with NUL. */
export function dtaField(sink: ByteSink, text: string, bytes: number): void {
  const content = Buffer.alloc(bytes);
  content.write(text, 'utf8');
  sink.bytes(content);
}
