import { existsSync } from 'node:fs';
import { Problem } from '#engine/survey/problem.ts';
import { opensWith, protectStudy } from '#project/protectStudy.ts';
import { keyOf, knowKey, newKey, saltOf, type StudyKey } from '#project/studyKey.ts';
import type { Handlers, OperationContext } from './context.ts';

/** Studies under a passphrase. */
export const protection: Pick<Handlers<'study'>, 'study.unlock' | 'study.protect'> = {
  'study.unlock': async ({ study, passphrase }, context) => {
    if (!existsSync(study)) throw new Problem('study.notFound', { study });
    const salt = saltOf(study);
    if (salt === null) return {};
    const key = passphrase === '' ? null : await keyOf(passphrase, salt);
    if (key === null || !opensWith(study, key)) throw new Problem('study.wrongPassphrase', { study });
    share(key, context);
    return {};
  },
  'study.protect': async ({ study, passphrase }, context) => {
    if (!existsSync(study)) throw new Problem('study.notFound', { study });
    const key = passphrase === null ? null : await newKey(passphrase);
    // Before it is used: whatever happens then, the study can be opened by who just named its passphrase.
    if (key !== null) share(key, context);
    return { copiesLeft: protectStudy(study, key) };
  },
};

function share(key: StudyKey, context: OperationContext): void {
  knowKey(key);
  context.shareKey?.(key);
}
