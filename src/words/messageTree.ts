/** `file.notFound` becomes `file: { notFound }`, the way that message paths are read. */
export function messageTree(
  flat: Readonly<Record<string, string>>,
): Record<string, Record<string, string> | string> {
  const tree: Record<string, Record<string, string> | string> = {};
  for (const [code, text] of Object.entries(flat)) {
    const [noun, name] = code.split('.');
    const branch = tree[noun] ?? {};
    tree[noun] = name === undefined || typeof branch === 'string' ? text : { ...branch, [name]: text };
  }
  return tree;
}
