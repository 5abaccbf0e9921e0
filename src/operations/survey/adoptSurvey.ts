import type { Adopted, VariableMatch } from '#contract/surveyChanges.ts';
import { renameSources, sourcesOf } from '#engine/derive/sourcesOf.ts';
import type { Definition } from '#engine/derive/definition.ts';
import { Problem } from '#engine/survey/problem.ts';
import type { Value } from '#engine/survey/variable.ts';
import { concernsOf, setConcerns } from '#project/concerns.ts';
import { setDerivedVariables } from '#project/derivedVariables.ts';
import { responseSetsOf, setResponseSets } from '#project/responseSets.ts';
import type { StudyFile } from '#project/studyFile.ts';
import { readStudy } from '#project/openStudy.ts';
import { setRoles, surveyOf, type StoredRoles, type StoredSurvey } from '#project/surveys.ts';
import { editsOf, saveEdit } from '#project/variableEdits.ts';
import type { Handler } from '../context.ts';
import { designVariables, renameDesign, singleRoles } from '../design/designVariables.ts';
import { matchVariables } from './matchVariables.ts';
import { problemMessage } from '../problems.ts';
import { studyState } from '../study/studyState.ts';
import { studyVariables } from '../data/studyVariables.ts';
import { countValues } from '../data/summarise.ts';
import { recorded } from '../study/recorded.ts';
import { openSurveyData } from '../data/surveyData.ts';

export const match: Handler<'survey.match'> = ({ study: path, survey, other }) => {
  const study = readStudy(path);
  try {
    const [one, another] = twoSurveys(study, survey, other);
    const own = studyVariables(study, one).ofFile;
    const others = studyVariables(study, another).ofFile;
    const matched = matchVariables(own, others);
    const named = ({ name, label }: { name: string; label: string }): { name: string; label: string } => ({
      name,
      label,
    });
    return {
      matched,
      unmatched: own.filter(({ name }) => !matched.some(({ variable }) => variable === name)).map(named),
      otherUnmatched: others.filter(({ name }) => !matched.some((pair) => pair.other === name)).map(named),
    };
  } finally {
    study.close();
  }
};

export const adopt: Handler<'survey.adopt'> = async ({ study: path, survey, other }) => {
  const occurring = await occurringCodes(path, survey);
  const tables = ['survey', 'variableEdit', 'derived', 'responseSet', 'concern'] as const;
  const adopted = recorded({ study: path, survey }, tables, (study) => {
    const [one, another] = twoSurveys(study, survey, other);
    const result = new Adoption(study, one, another, occurring).run();
    return { step: { what: 'survey.adopt', params: { survey: another.name } }, result };
  });
  return { study: await studyState(path), ...adopted };
};

function twoSurveys(
  study: StudyFile,
  survey: number | string | null,
  other: number | string,
): [StoredSurvey, StoredSurvey] {
  const another = surveyOf(study, other);
  if (survey === null) throw new Problem('survey.same', { survey: another.name });
  const one = surveyOf(study, survey);
  if (one.id === another.id) throw new Problem('survey.same', { survey: one.name });
  return [one, another];
}

/** Codes that occur, by variable; loaded when a concern asks for a code without a label. */
async function occurringCodes(
  study: string,
  survey: number | string | null,
): Promise<(name: string) => ReadonlySet<Value>> {
  const data = await openSurveyData({ study, survey });
  const known = new Map<string, ReadonlySet<Value>>();
  for (const { name, valueLabels, derived } of data.variables) {
    if (derived || valueLabels.length > 0) continue;
    const counts = countValues((await data.load([name])).get(name)!, null);
    known.set(name, new Set(counts?.keys()));
  }
  return (name) => known.get(name) ?? new Set();
}

type Left = Adopted['left'][number];

/** Takes over, kind by kind, what finds its variables; says of everything else why it stays behind. */
class Adoption {
  readonly #study: StudyFile;
  readonly #own: StoredSurvey;
  readonly #other: StoredSurvey;
  readonly #occurring: (name: string) => ReadonlySet<Value>;
  readonly #matches: ReadonlyMap<string, VariableMatch>;
  /** From the other survey's names to this one's; grows with derived variables. */
  readonly #names: Map<string, string>;
  readonly #taken: Adopted['taken'] = [];
  readonly #left: Left[] = [];

  constructor(
    study: StudyFile,
    own: StoredSurvey,
    other: StoredSurvey,
    occurring: (name: string) => ReadonlySet<Value>,
  ) {
    this.#study = study;
    this.#own = own;
    this.#other = other;
    this.#occurring = occurring;
    const matches = matchVariables(studyVariables(study, own).ofFile, studyVariables(study, other).ofFile);
    this.#matches = new Map(matches.filter(({ sameType }) => sameType).map((pair) => [pair.other, pair]));
    this.#names = new Map([...this.#matches].map(([name, { variable }]) => [name, variable]));
  }

  run(): Adopted {
    this.#edits();
    this.#derived();
    this.#roles();
    this.#concerns();
    this.#responseSets();
    return { taken: this.#taken, left: this.#left };
  }

  #take(kind: Left['kind'], name: string, variable: string): void {
    this.#taken.push({ kind, name, variable });
  }

  #leave(kind: Left['kind'], name: string, reason: Left['reason'], more: Partial<Left> = {}): void {
    this.#left.push({ kind, name, reason, codes: [], problem: null, ...more });
  }

  /** Codes of a variable that mean something else in this survey, of all or of some. */
  #differing(name: string, codes: readonly Value[] | null): Value[] {
    const differing = (this.#matches.get(name)?.codes ?? []).filter(
      ({ label, otherLabel }) => label !== null && otherLabel !== null,
    );
    return differing.map(({ value }) => value).filter((value) => codes === null || codes.includes(value));
  }

  #edits(): void {
    const own = editsOf(this.#study, this.#own.id);
    const there = new Set(studyVariables(this.#study, this.#other).ofFile.map(({ name }) => name));
    for (const [name, edit] of editsOf(this.#study, this.#other.id)) {
      const variable = this.#names.get(name);
      const kind = edit.changes ? 'edit' : 'mark';
      if (variable === undefined) {
        if (there.has(name)) this.#leave(kind, name, 'noMatch');
        continue;
      }
      const before = own.get(variable);
      const differing = this.#differing(name, edit.marked);
      if (differing.length > 0) this.#leave('mark', name, 'codesDiffer', { codes: differing });
      const marked = edit.marked.filter((code) => !differing.includes(code));
      const changed = edit.changes && !(before?.changes ?? false);
      if (edit.changes && !changed) this.#leave('edit', name, 'alreadySet');
      const labels = this.#differing(name, null);
      if (changed && edit.valueLabels !== null && labels.length > 0) {
        this.#leave('edit', name, 'codesDiffer', { codes: labels });
      }
      saveEdit(this.#study, this.#own.id, variable, {
        label: changed ? edit.label : before?.label,
        missing: changed ? edit.missing : before?.missing,
        valueLabels: changed && labels.length === 0 ? edit.valueLabels : before?.valueLabels,
        marked: [...new Set([...(before?.marked ?? []), ...marked])],
      });
      if (marked.length > 0) this.#take('mark', name, variable);
      if (changed) this.#take('edit', name, variable);
    }
  }

  #derived(): void {
    const { derived: own, ofFile } = studyVariables(this.#study, this.#own);
    const all = [...own];
    let open = studyVariables(this.#study, this.#other).derived.map((one) => one);
    for (let before = -1; before !== open.length;) {
      before = open.length;
      open = open.filter((one) => {
        if (!sourcesOf(one.definition).every((name) => this.#called(name) !== undefined)) return true;
        const names = new Map(sourcesOf(one.definition).map((name) => [name, this.#called(name)!]));
        const definition = renameSources(one.definition, names);
        const same = all.find(({ name }) => name.toLowerCase() === one.name.toLowerCase());
        const codes = sourcesOf(one.definition).flatMap((name) =>
          this.#differing(name, codesIn(one.definition)),
        );
        if (ofFile.some(({ name }) => name.toLowerCase() === one.name.toLowerCase())) {
          this.#leave('derived', one.name, 'alreadySet');
        } else if (same !== undefined && JSON.stringify(same.definition) !== JSON.stringify(definition)) {
          this.#leave('derived', one.name, 'alreadySet');
        } else if (codes.length > 0) {
          this.#leave('derived', one.name, 'codesDiffer', { codes: [...new Set(codes)] });
        } else {
          if (same === undefined) all.push({ ...one, definition });
          this.#names.set(one.name, same?.name ?? one.name);
          this.#take('derived', one.name, same?.name ?? one.name);
        }
        return false;
      });
    }
    for (const { name } of open) this.#leave('derived', name, 'noMatch');
    setDerivedVariables(this.#study, this.#own.id, all);
  }

  /** Sources are written in any letter case. */
  #called(name: string): string | undefined {
    const wanted = name.toLowerCase();
    return this.#names.get(name) ?? [...this.#names].find(([other]) => other.toLowerCase() === wanted)?.[1];
  }

  #roles(): void {
    const { roles } = this.#own;
    const other = this.#other.roles;
    const merged: { -readonly [Key in keyof StoredRoles]: StoredRoles[Key] } = { ...roles };
    for (const role of singleRoles) {
      const name = other[role];
      if (name === null) continue;
      const variable = this.#names.get(name);
      if (variable === undefined) this.#leave('role', role, 'noMatch');
      else if (roles[role] !== null && roles[role] !== variable) this.#leave('role', role, 'alreadySet');
      else {
        merged[role] = variable;
        this.#take('role', role, variable);
      }
    }
    if (roles.lonelyPsu === 'fail') merged.lonelyPsu = other.lonelyPsu;
    this.#moreOfDesign(merged);
    setRoles(this.#study, this.#own.id, merged);
    this.#uncomputed(merged);
  }

  /** Second stage, replicate weights and known totals: each as a whole, or not at all. */
  #moreOfDesign(merged: { -readonly [Key in keyof StoredRoles]: StoredRoles[Key] }): void {
    const other = this.#other.roles;
    const named = designVariables(other);
    for (const role of ['secondStage', 'replicates', 'margins'] as const) {
      const names = named.filter(
        (one) => one.role === role || (role === 'secondStage' && one.role === 'secondFpc'),
      );
      if (names.length === 0) continue;
      const own = merged[role] ?? null;
      const isEmpty = own === null || (Array.isArray(own) && own.length === 0);
      const sampled = merged.strata !== null || merged.psu !== null || merged.fpc !== null;
      const codes =
        role === 'margins' ? names.flatMap(({ variable }) => this.#differing(variable, null)) : [];
      if (names.some(({ variable }) => !this.#names.has(variable))) this.#leave('role', role, 'noMatch');
      else if (codes.length > 0) this.#leave('role', role, 'codesDiffer', { codes: [...new Set(codes)] });
      else {
        const called = renameDesign(other, (name) => this.#names.get(name) ?? name)[role];
        const isSame = JSON.stringify(own) === JSON.stringify(called);
        if ((!isEmpty && !isSame) || (role === 'replicates' && sampled)) {
          this.#leave('role', role, 'alreadySet');
          continue;
        }
        Object.assign(merged, { [role]: called });
        this.#take('role', role, this.#names.get(names[0].variable)!);
      }
    }
  }

  /** Of what was taken, what still cannot be computed here: for want of a weight, for example. */
  #uncomputed(roles: StoredRoles): void {
    const { derivations } = studyVariables(this.#study, { ...this.#own, roles });
    for (const { derived, problem } of derivations.inactive) {
      if (this.#taken.some(({ kind, variable }) => kind === 'derived' && variable === derived.name)) {
        this.#leave('derived', derived.name, 'cannotCompute', { problem: problemMessage(problem) });
      }
    }
  }

  #concerns(): void {
    const own = concernsOf(this.#study, this.#own.id);
    const all = [...own];
    const { all: variables } = studyVariables(this.#study, surveyOf(this.#study, this.#own.id));
    for (const concern of concernsOf(this.#study, this.#other.id)) {
      const name = this.#names.get(concern.variable);
      const variable = variables.find((one) => one.name === name);
      if (variable === undefined) {
        this.#leave('concern', concern.variable, 'noMatch');
        continue;
      }
      const isHere = (code: Value): boolean =>
        variable.derived === true ||
        variable.valueLabels.some(({ value }) => value === code) ||
        this.#occurring(variable.name).has(code);
      const codes = [
        ...this.#differing(concern.variable, concern.concernedWhen),
        ...concern.concernedWhen.filter((code) => !isHere(code)),
      ];
      const mine = all.find((one) => one.variable === variable.name);
      if (mine !== undefined) {
        const same = JSON.stringify(mine) === JSON.stringify({ ...concern, variable: variable.name });
        if (same) this.#take('concern', concern.variable, variable.name);
        else this.#leave('concern', concern.variable, 'alreadySet');
      } else if (codes.length > 0) {
        this.#leave('concern', concern.variable, 'codesDiffer', { codes: [...new Set(codes)] });
      } else {
        all.push({ ...concern, variable: variable.name });
        this.#take('concern', concern.variable, variable.name);
      }
    }
    setConcerns(this.#study, this.#own.id, all);
  }

  #responseSets(): void {
    const all = [...responseSetsOf(this.#study, this.#own.id)];
    for (const set of responseSetsOf(this.#study, this.#other.id)) {
      if (set.origin === 'file') continue;
      const variables = set.variables.flatMap((name) => this.#names.get(name) ?? []);
      const differing = set.counted === null ? null : [set.counted];
      const codes = set.variables.flatMap((name) => this.#differing(name, differing));
      if (variables.length < set.variables.length) this.#leave('responseSet', set.name, 'noMatch');
      else if (all.some(({ name }) => name === set.name)) this.#leave('responseSet', set.name, 'alreadySet');
      else if (codes.length > 0) {
        this.#leave('responseSet', set.name, 'codesDiffer', { codes: [...new Set(codes)] });
      } else {
        all.push({ ...set, variables });
        this.#take('responseSet', set.name, set.name);
      }
    }
    setResponseSets(this.#study, this.#own.id, all);
  }
}

/** The codes that a definition names; `null`: it may mean any. */
function codesIn(definition: Definition): readonly Value[] | null {
  switch (definition.kind) {
    case 'topBox':
    case 'count':
      return definition.codes;
    case 'recode':
      return definition.rules.some(({ ranges }) => ranges.length > 0)
        ? null
        : definition.rules.flatMap(({ values }) => values);
    default:
      return null;
  }
}
