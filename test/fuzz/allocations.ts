/**
 * Bytes that have been asked for with `new Float64Array(length)`, `Buffer.alloc(length)` and the like since this was
 * loaded. What is asked for is counted, whether or not the memory is ever touched or given back.
 */
let asked = 0;

export function bytesAskedFor(): number {
  return asked;
}

type Bytes = new (...parameters: never[]) => { readonly byteLength: number };

function counted<Constructor extends Bytes>(constructor: Constructor): Constructor {
  return new Proxy(constructor, {
    construct(target, parameters: unknown[], newTarget) {
      const made = Reflect.construct(target, parameters, newTarget) as { readonly byteLength: number };
      // An array over the buffer of another takes no memory.
      if (!(parameters[0] instanceof ArrayBuffer)) asked += made.byteLength;
      return made;
    },
  });
}

globalThis.Uint8Array = counted(Uint8Array);
globalThis.Int8Array = counted(Int8Array);
globalThis.Uint16Array = counted(Uint16Array);
globalThis.Int16Array = counted(Int16Array);
globalThis.Uint32Array = counted(Uint32Array);
globalThis.Int32Array = counted(Int32Array);
globalThis.Float64Array = counted(Float64Array);
globalThis.ArrayBuffer = counted(ArrayBuffer);

/** Node's own ways to memory; one that goes through another is counted once. */
const ways = ['alloc', 'allocUnsafe', 'allocUnsafeSlow', 'concat'] as const;
let within = 0;

for (const way of ways) {
  Buffer[way] = new Proxy(Buffer[way] as (...parameters: never[]) => Buffer, {
    apply(target, self, parameters: never[]) {
      within++;
      try {
        const made = Reflect.apply(target, self, parameters);
        if (within === 1) asked += made.byteLength;
        return made;
      } finally {
        within--;
      }
    },
  }) as never;
}
