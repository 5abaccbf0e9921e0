import { encodeWithin, type ByteSink } from '../byteSink.ts';
import { limits, type Layout, type SavDictionary } from './savWriterLayout.ts';

/** Added to a small whole number to make its one-byte code. */
export const compressionBias = 100;

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The first 176 bytes. */
export function writeHeader(
  sink: ByteSink,
  survey: SavDictionary,
  layout: Layout,
  compression: 'bytes' | 'zlib',
): void {
  const { day, time } = headerDate(survey.createdAt);
  const weight = layout.variables.find((laidOut) => laidOut.variable.name === survey.weight);
  if (survey.weight !== null && weight?.width !== 0) {
    throw new Error(`The weight ${survey.weight} is not a numeric variable of the survey`);
  }
  sink.padded(compression === 'zlib' ? '$FL3' : '$FL2', 4);
  sink.padded('@(#) SPSS DATA FILE Larger Freedom', 60);
  sink.int32(2);
  sink.int32(layout.elementsPerCase);
  sink.int32(compression === 'zlib' ? 2 : 1);
  sink.int32(weight?.firstElement ?? 0);
  sink.int32(survey.rowCount > 0x7fffffff ? -1 : survey.rowCount);
  sink.float64(compressionBias);
  sink.padded(day, 9);
  sink.padded(time, 8);
  if (encodeWithin(survey.fileLabel, limits.fileLabel).length < Buffer.byteLength(survey.fileLabel)) {
    layout.losses.push({ variable: null, kind: 'label', count: 1 });
  }
  sink.padded(survey.fileLabel, limits.fileLabel);
  sink.bytes(new Uint8Array(3));
}

function headerDate(iso: string): { day: string; time: string } {
  const parts = /^\d\d(\d\d)-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)$/.exec(iso);
  if (parts === null || months[Number(parts[2]) - 1] === undefined) {
    throw new RangeError(`createdAt is "${iso}", expected for example 2011-03-01T12:00:00`);
  }
  return { day: `${parts[3]} ${months[Number(parts[2]) - 1]} ${parts[1]}`, time: parts[4] };
}
