/** better-sqlite3 with ciphers: the same interface, whose types its own package keeps to itself. */
declare module 'better-sqlite3-multiple-ciphers' {
  import Database from 'better-sqlite3';
  export = Database;
}
