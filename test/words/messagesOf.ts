/** Every message of a catalogue with its path, `room.part.name`. */
export function messagesOf(tree: object, within = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([name, value]: [string, unknown]) => {
    const path = within ? `${within}.${name}` : name;
    if (typeof value === 'string') return [[path, value] as const];
    return typeof value === 'object' && value !== null ? messagesOf(value, path) : [];
  });
}
