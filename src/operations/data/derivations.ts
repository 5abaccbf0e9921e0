import { createHash } from 'node:crypto';
import { bandLabels } from '#engine/derive/bandLabels.ts';
import type { Definition } from '#engine/derive/definition.ts';
import { sourcesOf, usesWeight } from '#engine/derive/sourcesOf.ts';
import { Problem } from '#engine/survey/problem.ts';
import { nothingMissing, type Value, type ValueLabel, type Variable } from '#engine/survey/variable.ts';
import type { DerivedVariable } from '#project/derivedVariables.ts';
import type { StoredEdit } from '#project/variableEdits.ts';
import type { Original } from '#project/variables.ts';
import { findVariable } from './findVariable.ts';

/** A variable as the study has it: of the file, or derived; `original` where the user edited it. */
export interface StudyVariable extends Variable {
  readonly marked: readonly Value[];
  readonly original?: Original;
  readonly derived?: true;
}

/** How the values of a derived variable come about. */
export interface Derivation {
  readonly variable: StudyVariable;
  readonly definition: Definition;
  /** Names as the definition has them, and as the survey spells them. */
  readonly sources: ReadonlyMap<string, string>;
  /** The survey's weight, where the definition reads it. */
  readonly weight: string | null;
  /** Changes whenever the values could. */
  readonly key: string;
}

export interface Derivations {
  readonly active: readonly Derivation[];
  /** Definitions that cannot be computed, because what they build on is gone, for example. */
  readonly inactive: readonly { readonly derived: DerivedVariable; readonly problem: Problem }[];
}

/** What the values of `one` depend on besides its column. */
function asideOf({ name, missing }: Variable, marks: ReadonlyMap<string, readonly Value[]>): unknown {
  return [name, missing, marks.get(name) ?? []];
}

/**
 * Finds for each derived variable what it builds on, other derived variables included.
 *
 * @param fileVariables with the user's edits.
 * @param marks the codes set aside, by name.
 */
export function derivationsOf(
  fileVariables: readonly StudyVariable[],
  derived: readonly DerivedVariable[],
  edits: ReadonlyMap<string, StoredEdit>,
  marks: ReadonlyMap<string, readonly Value[]>,
  weight: string | null,
): Derivations {
  const resolved = new Map<DerivedVariable, Derivation | Problem>();
  const open: DerivedVariable[] = [];
  const own = fileVariables.map(({ name }) => name.toLowerCase());
  const names = [...fileVariables, ...derived];

  function resolve(one: DerivedVariable): Derivation | Problem {
    const known = resolved.get(one);
    if (known !== undefined) return known;
    if (open.includes(one)) {
      const circle = open.slice(open.indexOf(one)).map(({ name }) => name);
      return new Problem('derived.cycle', { variables: circle });
    }
    open.push(one);
    const result = attempt(one);
    open.pop();
    resolved.set(one, result);
    return result;
  }

  function attempt(one: DerivedVariable): Derivation | Problem {
    if (own.includes(one.name.toLowerCase())) {
      return new Problem('derived.nameTaken', { variable: one.name });
    }
    try {
      const needsWeight = usesWeight(one.definition);
      if (needsWeight && weight === null) {
        return new Problem('derived.needsWeight', { variable: one.name });
      }
      const sources = new Map<string, string>();
      const on: unknown[] = [];
      for (const name of [...sourcesOf(one.definition), ...(needsWeight ? [weight!] : [])]) {
        const source = findVariable(names, name);
        sources.set(name, source.name);
        if (!('definition' in source)) {
          on.push(asideOf(source, marks));
          continue;
        }
        const below = resolve(source);
        if (below instanceof Problem) return below;
        on.push([below.key, asideOf(below.variable, marks)]);
      }
      const key = createHash('sha1')
        .update(JSON.stringify([one.definition, on]))
        .digest('hex');
      const weightName = needsWeight ? sources.get(weight!)! : null;
      return {
        variable: variableOf(one, edits),
        definition: one.definition,
        sources,
        weight: weightName,
        key,
      };
    } catch (error) {
      if (error instanceof Problem) return error;
      throw error;
    }
  }

  const active: Derivation[] = [];
  const inactive: { derived: DerivedVariable; problem: Problem }[] = [];
  for (const one of derived) {
    const result = resolve(one);
    if (result instanceof Problem) inactive.push({ derived: one, problem: result });
    else active.push(result);
  }
  return { active, inactive };
}

function variableOf(one: DerivedVariable, edits: ReadonlyMap<string, StoredEdit>): StudyVariable {
  const { name, label, measure } = one;
  const edit = edits.get(name);
  const original: Original = { label, valueLabels: labelsOf(one), missing: nothingMissing };
  return {
    name,
    type: 'numeric',
    measure,
    label: edit?.label ?? label,
    valueLabels: edit?.valueLabels ?? original.valueLabels,
    missing: edit?.missing ?? nothingMissing,
    marked: edit?.marked ?? [],
    ...(edit?.changes === true ? { original } : {}),
    derived: true,
  };
}

function labelsOf({ valueLabels, definition }: DerivedVariable): readonly ValueLabel[] {
  return valueLabels.length === 0 && definition.kind === 'band' ? bandLabels(definition.by) : valueLabels;
}
