import type { VariableMatch } from '#contract/surveyChanges.ts';
import type { Value, ValueLabel, Variable } from '#engine/survey/variable.ts';
import type { Original } from '#project/variables.ts';
import { plainQuestion, sameLabel } from './sameLabel.ts';

/** A variable, and what its file says where the user edited it. */
type Asked = Variable & { readonly original?: Original };

/**
 * Finds for each variable of a survey the one of another that asks the same: of the same name, exactly or
 * in other letters, else of the same label where no other variable of either has it. Labels and codes are
 * the same where the user's are, or where those of the files are.
 */
export function matchVariables(variables: readonly Asked[], others: readonly Asked[]): VariableMatch[] {
  const pairs = new Map<Asked, { readonly other: Asked; readonly by: 'name' | 'label' }>();
  const taken = new Set<Asked>();
  const pairBy = (by: 'name' | 'label', key: (one: Asked) => string): void => {
    const open = grouped(
      variables.filter((one) => !pairs.has(one)),
      key,
    );
    const otherOpen = grouped(
      others.filter((one) => !taken.has(one)),
      key,
    );
    for (const [text, [one, ...more]] of open) {
      const [other, ...otherMore] = otherOpen.get(text) ?? [];
      if (text === '' || other === undefined || more.length + otherMore.length > 0) continue;
      pairs.set(one, { other, by });
      taken.add(other);
    }
  };
  pairBy('name', ({ name }) => name);
  pairBy('name', ({ name }) => name.toLowerCase());
  pairBy('label', ({ label }) => plainQuestion(label));
  pairBy('label', (one) => plainQuestion(ofFile(one).label));
  return variables.flatMap((one) => {
    const pair = pairs.get(one);
    if (pair === undefined) return [];
    const { other, by } = pair;
    return {
      variable: one.name,
      label: one.label,
      other: other.name,
      otherLabel: other.label,
      by,
      sameType: (one.type === 'text') === (other.type === 'text'),
      sameLabel: plainQuestion(one.label) === plainQuestion(other.label),
      codes: differingCodes(one.valueLabels, other.valueLabels).filter(({ value }) =>
        differingCodes(ofFile(one).valueLabels, ofFile(other).valueLabels).some(
          (code) => code.value === value,
        ),
      ),
    };
  });
}

function ofFile(one: Asked): Pick<Original, 'label' | 'valueLabels'> {
  return one.original ?? one;
}

/** Codes that have different labels, or a label on one side only, where both have labels at all. */
export function differingCodes(
  labels: readonly ValueLabel[],
  others: readonly ValueLabel[],
): VariableMatch['codes'] {
  const own = byValue(labels);
  const other = byValue(others);
  return [...new Set([...own.keys(), ...other.keys()])].flatMap((value) => {
    const label = own.get(value) ?? null;
    const otherLabel = other.get(value) ?? null;
    const same = label !== null && otherLabel !== null && sameLabel(label, otherLabel);
    return same ? [] : [{ value, label, otherLabel }];
  });
}

function byValue(labels: readonly ValueLabel[]): Map<Value, string> {
  return new Map(labels.map(({ value, label }) => [value, label]));
}

function grouped(variables: readonly Asked[], key: (one: Asked) => string): Map<string, Asked[]> {
  const groups = new Map<string, Asked[]>();
  for (const one of variables) {
    const text = key(one);
    const group = groups.get(text);
    if (group) group.push(one);
    else groups.set(text, [one]);
  }
  return groups;
}
