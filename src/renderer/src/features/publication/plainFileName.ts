/** A title as the name of a file: without the signs that some system does not allow in one. */
export const plainFileName = (title: string): string =>
  title
    .replace(/[/\\:*?"<>|]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .trim();
