import { crc32 } from 'node:zlib';
import type Database from 'better-sqlite3-multiple-ciphers';

type Part = string | number | null | Uint8Array;

/** CRC-32 over values in order: each with its kind and its length, so that none can pass for two others. */
export function checksumOf(parts: readonly Part[]): number {
  return parts.reduce<number>((sum, part) => {
    const content = part instanceof Uint8Array ? part : part === null ? '' : String(part);
    const length = typeof content === 'string' ? Buffer.byteLength(content) : content.length;
    return crc32(content, crc32(`${kindOf(part)}${length}:`, sum));
  }, 0);
}

/** Makes `checksum(…)` known to SQL, for migrations. */
export function addChecksumFunction(database: Database.Database): void {
  database.function('checksum', { varargs: true, deterministic: true }, (...parts: unknown[]) =>
    checksumOf(parts as Part[]),
  );
}

function kindOf(part: Part): string {
  if (part === null) return 'n';
  return typeof part === 'string' ? 't' : typeof part === 'number' ? 'i' : 'b';
}
