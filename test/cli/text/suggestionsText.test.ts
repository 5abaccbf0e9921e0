import { expect, test } from 'vitest';
import { suggestionsText } from '#cli/text/suggestionsText.ts';

const suggested = (variable: string, concernedWhen: (string | number)[]) => ({
  variable,
  concernedWhen,
  freedom: 'fear' as const,
  dimensions: ['personal' as const],
  label: 'Afraid at night',
  confidence: 'strong' as const,
  language: 'en' as const,
  scale: 'yesNo' as const,
  words: ['Afraid'],
  answers: ['Yes'],
});

test('what a file calls its variables is not run by the shell that the options are pasted into', () => {
  const suggestions = [
    suggested('q1_été', [1, 2]),
    suggested('a;touch b', [1]),
    suggested("it's$(id)", ['a b']),
    suggested('-x\nid', [1]),
  ];
  expect(suggestionsText({ suggestions }).split('Suggestions only. To rank them: ')[1]).toBe(
    String.raw`--fear q1_été=1,2 'a;touch b=1' 'it'\''s$(id)=a b' ` + "'-x\nid=1'",
  );
});
