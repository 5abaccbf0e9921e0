import { closeSync, openSync, writeSync } from 'node:fs';

const capacity = 1 << 20;

/** Little-endian bytes on their way to a file, through one buffer of 1 MiB. */
export class ByteSink {
  private readonly buffer = Buffer.alloc(capacity);
  private used = 0;
  private written = 0;
  private readonly file: number;

  /** The file must not be there yet: nothing is written over, and no link is followed. */
  constructor(path: string) {
    this.file = openSync(path, 'wx');
  }

  /** Bytes given so far: the place in the file of the next one. */
  get position(): number {
    return this.written + this.used;
  }

  int32(value: number): void {
    this.reserve(4);
    this.used = this.buffer.writeInt32LE(value, this.used);
  }

  int64(value: number): void {
    this.reserve(8);
    this.used = this.buffer.writeBigInt64LE(BigInt(value), this.used);
  }

  float64(value: number): void {
    this.reserve(8);
    this.used = this.buffer.writeDoubleLE(value, this.used);
  }

  uint16(value: number): void {
    this.reserve(2);
    this.used = this.buffer.writeUInt16LE(value, this.used);
  }

  int16(value: number): void {
    this.reserve(2);
    this.used = this.buffer.writeInt16LE(value, this.used);
  }

  uint32(value: number): void {
    this.reserve(4);
    this.used = this.buffer.writeUInt32LE(value, this.used);
  }

  float32(value: number): void {
    this.reserve(4);
    this.used = this.buffer.writeFloatLE(value, this.used);
  }

  byte(value: number): void {
    this.reserve(1);
    this.buffer[this.used++] = value;
  }

  bytes(source: Uint8Array, start = 0, end = source.length): void {
    for (let from = start; from < end;) {
      this.reserve(1);
      const length = Math.min(end - from, capacity - this.used);
      this.buffer.set(source.subarray(from, from + length), this.used);
      this.used += length;
      from += length;
    }
  }

  /** `text` cut or filled with spaces to exactly `width` bytes. */
  padded(text: string, width: number): void {
    const encoded = encodeWithin(text, width);
    this.bytes(encoded);
    for (let i = encoded.length; i < width; i++) this.byte(0x20);
  }

  text(text: string): void {
    this.bytes(Buffer.from(text, 'utf8'));
  }

  /** Puts other bytes where some were given before. */
  overwrite(position: number, source: Uint8Array): void {
    this.flush();
    for (let done = 0; done < source.length;) {
      done += writeSync(this.file, source, done, source.length - done, position + done);
    }
  }

  close(): void {
    this.flush();
    closeSync(this.file);
  }

  /** Closes the file without writing what is still in the buffer. */
  abandon(): void {
    closeSync(this.file);
  }

  private reserve(length: number): void {
    if (this.used + length > capacity) this.flush();
  }

  private flush(): void {
    for (let done = 0; done < this.used;) {
      done += writeSync(this.file, this.buffer, done, this.used - done, this.written + done);
    }
    this.written += this.used;
    this.used = 0;
  }
}

/** `text` as UTF-8, cut between two characters so that it takes at most `limit` bytes. */
export function encodeWithin(text: string, limit: number): Uint8Array {
  const encoded = Buffer.from(text, 'utf8');
  if (encoded.length <= limit) return encoded;
  let end = limit;
  while (end > 0 && (encoded[end] & 0xc0) === 0x80) end--;
  return encoded.subarray(0, end);
}
