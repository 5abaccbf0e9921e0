/**
 * The option that typed letters mean: the first that begins with them, looked for from `from` on and then from the
 * start. One letter again and again goes from one to the next. `-1`: none begins so.
 */
export function optionBegins(
  options: readonly { readonly text: string }[],
  typed: string,
  from: number,
): number {
  const repeated = typed.length > 1 && [...typed].every((letter) => letter === typed[0]);
  const wanted = (repeated ? typed[0] : typed).toLocaleLowerCase();
  const start = typed.length === 1 || repeated ? from + 1 : from;
  for (let step = 0; step < options.length; step++) {
    const index = (Math.max(start, 0) + step) % options.length;
    if (options[index].text.toLocaleLowerCase().startsWith(wanted)) return index;
  }
  return -1;
}
