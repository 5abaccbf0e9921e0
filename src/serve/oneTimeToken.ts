import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const equal = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

export interface OneTimeToken {
  readonly token: string;
  /** Gives the session's secret for the token, the first time only. */
  exchange(token: string): string | undefined;
  isSession(secret: string): boolean;
}

/** The printed address lets one browser in; after that only that browser's cookie does. */
export function createOneTimeToken(): OneTimeToken {
  const token = secret();
  const session = secret();
  let used = false;
  return {
    token,
    exchange(offered) {
      if (used || !equal(offered, token)) return undefined;
      used = true;
      return session;
    },
    isSession: (offered) => used && equal(offered, session),
  };
}
