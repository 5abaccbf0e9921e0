import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const secret = (): string => randomBytes(32).toString('base64url');
const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
const equal = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

/** Two secrets: a browser shows the cookie to every server of this machine, whatever its port, but the key only to ours. */
export interface Session {
  readonly cookie: string;
  readonly key: string;
}

export interface OneTimeToken {
  readonly token: string;
  /** Gives the session's secrets for the token, the first time only. */
  exchange(token: string): Session | undefined;
  isCookie(secret: string): boolean;
  isKey(secret: string): boolean;
}

/** The printed address lets one browser in; after that only what that browser was given does. */
export function createOneTimeToken(): OneTimeToken {
  const token = secret();
  const session: Session = { cookie: secret(), key: secret() };
  let used = false;
  return {
    token,
    exchange(offered) {
      if (used || !equal(offered, token)) return undefined;
      used = true;
      return session;
    },
    isCookie: (offered) => used && equal(offered, session.cookie),
    isKey: (offered) => used && equal(offered, session.key),
  };
}
