import { randomBytes } from 'node:crypto';
import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import type Database from 'better-sqlite3-multiple-ciphers';
import { argon2id } from 'hash-wasm';
import { Problem } from '#engine/survey/problem.ts';

/*
 * A study under a passphrase is an SQLite file of which each page is encrypted by AES-256 in CBC and bears an
 * HMAC (SQLCipher's fourth form). The key is Argon2id of the passphrase. Its salt stands in the first 16 bytes,
 * where a file that is not encrypted says “SQLite format 3”: `mark`, by which a locked study is known, and 12 random
 * ones. A copy of a study has its salt, and so its key.
 */

/** What the salt begins with. Another way to make a key needs another mark. */
const mark = Buffer.from('LFS1', 'latin1');
const saltBytes = 16;
/** RFC 9106, section 4, second recommendation: 64 MiB, three passes; one lane, for machines of two cores. */
const hardness = { parallelism: 1, hashLength: 32, memorySize: 64 * 1024, iterations: 3 } as const;
/** As long as a passphrase must be at least, in characters. */
export const shortestPassphrase = 8;

/** In hexadecimal digits: 32 of the salt, 64 of the key. */
export interface StudyKey {
  readonly salt: string;
  readonly key: string;
}

/** Keys of studies that were unlocked, by their salts. Of this thread; the host hands them on. */
const known = new Map<string, string>();

export function knowKeys(keys: readonly StudyKey[]): void {
  known.clear();
  for (const { salt, key } of keys) known.set(salt, key);
}

/** A key that was proven, for the studies that this thread opens from now on. */
export function knowKey({ salt, key }: StudyKey): void {
  known.set(salt, key);
}

/** Of an unlocked study; `null` of one that is under none. @throws Problem study.locked */
export function keyOfStudy(path: string): StudyKey | null {
  const salt = saltOf(path);
  if (salt === null) return null;
  const key = known.get(salt);
  if (key === undefined) throw new Problem('study.locked', { study: path });
  return { salt, key };
}

/** Whether a file is under a key that is not known. */
export function isLockedAway(path: string): boolean {
  const salt = saltOf(path);
  return salt !== null && !known.has(salt);
}

/** The salt of a locked study; `null` of any other file. */
export function saltOf(path: string): string | null {
  if (!existsSync(path)) return null;
  const head = Buffer.alloc(saltBytes);
  const file = openSync(path, 'r');
  try {
    readSync(file, head, 0, saltBytes, 0);
  } finally {
    closeSync(file);
  }
  return head.subarray(0, mark.length).equals(mark) ? head.toString('hex') : null;
}

/** (Not Node's own Argon2: Electron's cryptography has none.) Takes about half a second, and 64 MB, by design: so does each guess. */
export async function keyOf(passphrase: string, salt: string): Promise<StudyKey> {
  const key = await argon2id({
    ...hardness,
    // The same letters in whatever way a keyboard composes them.
    password: passphrase.normalize('NFKC'),
    salt: Buffer.from(salt, 'hex'),
    outputType: 'hex',
  });
  return { salt, key };
}

/** @throws Problem study.passphraseShort */
export async function newKey(passphrase: string): Promise<StudyKey> {
  if ([...passphrase.trim()].length < shortestPassphrase)
    throw new Problem('study.passphraseShort', { least: shortestPassphrase });
  return keyOf(passphrase, Buffer.concat([mark, randomBytes(saltBytes - mark.length)]).toString('hex'));
}

/** Before anything is read of it. @throws Problem study.locked, where its key is not known */
export function unlock(database: Database.Database, path: string): void {
  const key = keyOfStudy(path);
  if (key !== null) useKey(database, key);
}

export function useKey(database: Database.Database, key: StudyKey): void {
  chooseCipher(database);
  database.pragma(`key = "${rawKey(key)}"`);
}

/** Encrypts the database anew, with another key or, with `null`, with none. */
export function changeKey(database: Database.Database, key: StudyKey | null): void {
  chooseCipher(database);
  database.pragma(key === null ? "rekey = ''" : `rekey = "${rawKey(key)}"`);
}

function chooseCipher(database: Database.Database): void {
  database.pragma("cipher = 'sqlcipher'");
  database.pragma('legacy = 4');
}

function rawKey({ key, salt }: StudyKey): string {
  return `x'${key}${salt}'`;
}
