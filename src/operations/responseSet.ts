import type { ResponseSetDefinition, ResponseSetState } from '#contract/responseSet.ts';
import type { SurveyReference } from '#contract/source.ts';
import { Problem } from '#engine/survey/problem.ts';
import { responseSetsOf, setResponseSets, type StoredResponseSet } from '#project/responseSets.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { readStudy } from '#project/openStudy.ts';
import { surveyOf } from '#project/surveys.ts';
import type { Handlers } from './context.ts';
import type { StudyVariable } from './data/derivations.ts';
import { findVariable } from './data/findVariable.ts';
import { codesFor } from './data/missing.ts';
import { studyVariables } from './data/studyVariables.ts';
import { recorded } from './study/recorded.ts';

export const responseSet: Handlers<'responseSet'> = {
  'responseSet.list': (reference) => {
    const study = readStudy(reference.study);
    try {
      return statesIn(study, reference);
    } finally {
      study.close();
    }
  },
  'responseSet.save': ({ set, replaces, ...reference }) =>
    recorded(reference, ['responseSet'], (study, stored) => {
      const sets = responseSetsOf(study, stored.id);
      const before = replaces === null ? null : known(sets, replaces);
      const made = checked(set, studyVariables(study, stored).all);
      if (sets.some((one) => one !== before && one.name === made.name)) {
        throw new Problem('responseSet.nameTaken', { set: made.name });
      }
      const all = before === null ? [...sets, made] : sets.map((one) => (one === before ? made : one));
      setResponseSets(study, stored.id, all);
      const what = before === null ? 'set.add' : 'set.change';
      return { step: { what, params: { set: made.name } }, result: statesIn(study, reference) };
    }),
  'responseSet.remove': ({ set, ...reference }) =>
    recorded(reference, ['responseSet'], (study, { id }) => {
      const sets = responseSetsOf(study, id);
      const gone = known(sets, set);
      setResponseSets(
        study,
        id,
        sets.filter((one) => one !== gone),
      );
      const step = { what: 'set.remove', params: { set: gone.name } } as const;
      return { step, result: statesIn(study, reference) };
    }),
};

function known(sets: readonly StoredResponseSet[], name: string): StoredResponseSet {
  const found = sets.find((one) => one.name === name) ?? sets.find((one) => one.name === `$${name}`);
  if (!found) throw new Problem('responseSet.unknown', { set: name });
  return found;
}

/** As SPSS writes it: with a `$` before it. @throws Problem derived.nameInvalid */
function nameOf(name: string): string {
  const bare = name.replace(/^\$/, '');
  if (!/^[\p{L}_@#][\p{L}\p{M}\p{N}_.$@#]{0,62}$/u.test(bare)) {
    throw new Problem('derived.nameInvalid', { variable: name });
  }
  return `$${bare}`;
}

/** A set as it is kept: its variables as the survey spells them, the counted value as they hold it. */
function checked(
  { name, label, kind, counted, variables }: ResponseSetDefinition,
  all: readonly StudyVariable[],
): StoredResponseSet {
  const members = [...new Set(variables.map((one) => findVariable(all, one)))];
  const names = members.map((one) => one.name);
  const texts = members.filter(({ type }) => type === 'text');
  if (texts.length > 0 && texts.length < members.length) {
    throw new Problem('responseSet.mixed', { set: name, variables: names });
  }
  if ((kind === 'dichotomy') !== (counted !== null)) {
    throw new Problem('responseSet.counted', { set: name });
  }
  const value = counted === null ? null : codesFor(members[0], [counted])[0];
  return { name: nameOf(name), label, counted: value, variables: names, origin: 'hand' };
}

function statesIn(study: StudyFile, reference: SurveyReference): { sets: ResponseSetState[] } {
  const stored = surveyOf(study, reference.survey);
  const names = new Set(studyVariables(study, stored).all.map(({ name }) => name));
  const sets = responseSetsOf(study, stored.id).map(({ variables, ...set }): ResponseSetState => ({
    ...set,
    kind: set.counted === null ? 'category' : 'dichotomy',
    variables: [...variables],
    lost: variables.filter((name) => !names.has(name)),
  }));
  return { sets };
}
