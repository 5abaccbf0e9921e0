import type { Preview } from '../../stores/fileReading.ts';

const longestTitle = 60;
/** What programs write where a title could stand: who made the file, when, and out of which one. */
const notATitle =
  /[;©\\/]|\b(created|written by|type:|generated|exported|saved)\b|\.(sav|dta|por|csv|xlsx?)\b/i;

/** The label of a file where it reads like a title, and the file's own name otherwise. */
export function studyName({ fileLabel, fileName }: Pick<Preview, 'fileLabel' | 'fileName'>): string {
  const label = fileLabel.trim();
  const isTitle = /\p{L}/u.test(label) && label.length <= longestTitle && !notATitle.test(label);
  return isTitle ? label : fileName.replace(/\.[^.]+$/, '');
}
