import { describe, expect, it } from 'vitest';
import { codesIn, editedParts, labelChange, labelDraftOf } from '#renderer/src/features/survey/labelDraft.ts';
import { listEntries, setKey } from '#renderer/src/features/survey/listEntries.ts';
import { variableFixture } from '../../studyFixture.ts';

const variable = variableFixture('water', { missing: { codes: [9], range: { low: 97, high: null } } });

describe('what is said about a variable, while it is edited', () => {
  it('changes nothing as long as nothing is typed', () => {
    expect(labelChange(labelDraftOf(variable, null), variable)).toEqual({ change: {} });
  });

  it('changes only the part that was edited', () => {
    const draft = labelDraftOf(variable, null);
    expect(labelChange({ ...draft, label: ' Water ' }, variable)).toEqual({ change: { label: 'Water' } });
    expect(labelChange({ ...draft, missing: '8 9', low: '' }, variable)).toEqual({
      change: { missing: { codes: [8, 9], range: null } },
    });
  });

  it('adds a label to a code, and takes the label of an emptied one away', () => {
    const draft = labelDraftOf(variable, null);
    const codes = draft.codes.map((code) => (code.value === 9 ? { ...code, label: '' } : code));
    const added = [...codes, { value: null, text: '7', label: 'Other' }];
    const result = labelChange({ ...draft, codes: added }, variable);
    const labels = 'change' in result ? (result.change.valueLabels ?? []) : [];
    expect(labels.map(({ value }) => value)).toEqual([0, 1, 2, 3, 7]);
  });

  it('says which text is no code', () => {
    const draft = labelDraftOf(variable, null);
    expect(labelChange({ ...draft, missing: '8, nine' }, variable)).toEqual({ wrong: 'nine' });
    expect(labelChange({ ...draft, high: 'x' }, variable)).toEqual({ wrong: 'x' });
  });

  it('takes codes of text as they are, with their spaces', () => {
    const text = variableFixture('t', { type: 'text' });
    expect(codesIn('do not know, NA', text)).toEqual({ codes: ['do not know', 'NA'] });
  });

  it('knows which parts the file says in another way', () => {
    const { label, valueLabels, missing } = variable;
    const original = { label: 'Eau', valueLabels: valueLabels.toReversed(), missing };
    expect(editedParts(variable)).toEqual([]);
    expect(editedParts({ ...variable, original })).toEqual(['label']);
    expect(editedParts({ ...variable, original: { ...original, label } })).toEqual([]);
  });
});

describe('the list of variables', () => {
  const variables = ['a', 'b', 'c'].map((name) => variableFixture(name));
  const set = {
    name: 'needs',
    label: 'Needs',
    kind: 'dichotomy' as const,
    counted: 1,
    variables: ['b', 'c'],
    origin: 'hand' as const,
    lost: [],
  };

  it('has each set before its first variable', () => {
    const keys = listEntries('', variables, [set]).map(({ key }) => key);
    expect(keys).toEqual(['a', setKey('needs'), 'b', 'c']);
  });

  it('finds a set by its name, and with one of its variables', () => {
    expect(listEntries('needs', variables, [set]).map(({ key }) => key)).toEqual([setKey('needs')]);
    const found = listEntries('without c', variables, [set]).map(({ key }) => key);
    expect(found).toEqual([setKey('needs'), 'c']);
  });
});
