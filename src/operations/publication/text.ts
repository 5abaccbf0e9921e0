import { surroundings } from '#presentation/analysis/surroundings.ts';
import type { Handlers } from '../context.ts';
import { answerAnalysis } from './answerAnalysis.ts';
import { readerOf } from './readerOf.ts';
import { requireDetail } from './requireDetail.ts';

export const text: Pick<Handlers<'publication'>, 'publication.text'> = {
  'publication.text': async ({ study, survey, definition, part, reader, name, medium }, context) => {
    const answered = await answerAnalysis(definition, { study, survey }, context);
    requireDetail(answered, part);
    const { t, formats } = readerOf(reader);
    return surroundings(answered, part, t, formats, name, medium);
  },
};
