import type { ByteSink } from '../byteSink.ts';
import { writeExtensions } from './savWriterExtensions.ts';
import { writeHeader } from './savWriterHeader.ts';
import type { Layout, SavDictionary } from './savWriterLayout.ts';
import { writeValueLabels } from './savWriterValueLabels.ts';
import { writeVariables } from './savWriterVariables.ts';

/** Everything before the rows. */
export function writeDictionary(
  sink: ByteSink,
  dictionary: SavDictionary,
  layout: Layout,
  compression: 'bytes' | 'zlib',
): void {
  writeHeader(sink, dictionary, layout, compression);
  writeVariables(sink, layout);
  writeValueLabels(sink, layout);
  writeExtensions(sink, dictionary, layout);
}
