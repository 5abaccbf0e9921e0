import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ParsedInput } from '#contract/index.ts';
import type { FigureFormat } from '#contract/publication.ts';
import { Problem } from '#engine/survey/problem.ts';
import { figureOf, type PublishedFigure } from '#presentation/figure/figureOf.ts';
import type { Figure } from '#presentation/figure/marks.ts';
import { createMeasure } from '#publishing/figure/measureText.ts';
import { pdfFigure } from '#publishing/figure/pdfFigure.ts';
import { pngFigure } from '#publishing/figure/pngFigure.ts';
import { svgFigure } from '#publishing/figure/svgFigure.ts';
import type { Handlers, OperationContext } from '../context.ts';
import { refuseExisting, writeWhole } from '../writeWhole.ts';
import { answerAnalysis } from './answerAnalysis.ts';
import { readerOf } from './readerOf.ts';
import { requireDetail } from './requireDetail.ts';

const pixelsPerMillimetre = 96 / 25.4;

export const figure: Pick<Handlers<'publication'>, 'publication.figure' | 'publication.preview'> = {
  'publication.preview': async (input, context) => {
    const drawn = await drawnFigure(input, context);
    return {
      svg: svgFigure(drawn),
      width: drawn.width / pixelsPerMillimetre,
      height: drawn.height / pixelsPerMillimetre,
      suggested: drawn.suggested,
    };
  },
  'publication.figure': async (input, context) => {
    const target = resolve(input.to);
    if (!input.replace) refuseExisting([target]);
    context.report({ stage: 'making', fraction: 0, rows: null, rowCount: null });
    const drawn = await drawnFigure(input, context);
    context.throwIfCancelled();
    const bytes = written(drawn, input.format, input.resolution);
    await writeWhole([target], input.replace, ([path]) => Promise.resolve(writeFileSync(path, bytes)));
    context.report({ stage: 'saving', fraction: 1, rows: null, rowCount: null });
    return { files: [target] };
  },
};

async function drawnFigure(
  input: ParsedInput<'publication.preview'>,
  context: OperationContext,
): Promise<PublishedFigure> {
  const { study, survey, definition, part, reader, name, width, height, text } = input;
  const answered = await answerAnalysis(definition, { study, survey }, context);
  requireDetail(answered, part);
  if (answered.room === 'tables' && answered.result.items.every(({ lines }) => lines.length === 0))
    throw new Problem('publication.noPicture');
  const { t, formats } = readerOf(reader);
  return figureOf(
    answered,
    {
      width: width * pixelsPerMillimetre,
      height: height === null ? null : height * pixelsPerMillimetre,
      part,
      name,
      text,
      language: reader.language,
    },
    t,
    formats,
    createMeasure(),
  );
}

function written(drawn: Figure, format: FigureFormat, resolution: number): Buffer | string {
  switch (format) {
    case 'png':
      return pngFigure(drawn, resolution);
    case 'svg':
      return svgFigure(drawn);
    case 'pdf':
      return pdfFigure(drawn);
  }
}
