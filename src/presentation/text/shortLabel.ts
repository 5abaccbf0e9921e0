/**
 * A variable's label without the question number that files put before it:
 * `Q10A. How often felt unsafe` → `How often felt unsafe`. Empty labels give the name.
 */
export function shortLabel(name: string, label: string): string {
  const text = label.trim();
  if (!text) return name;
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const rest = text.replace(
    new RegExp(`^(?:${escaped}|q\\d+[a-z]?\\d*(?:[-_.]\\d+)?)\\s*[.:)–—-]+\\s*`, 'i'),
    '',
  );
  return rest ? rest[0].toLocaleUpperCase() + rest.slice(1) : text;
}
