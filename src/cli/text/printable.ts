/** Control characters but line ends, and those that turn the direction of what follows. */
const notPrinted = /[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069]/gu;
/** Those that JSON lets stand as they are. */
const bareInJson = /[\u007f-\u009f]/g;

/**
 * Text for a terminal. Labels and names come from files of anybody: sent as they are, they could move the cursor, change
 * what stands above, or write to the clipboard.
 */
export function printable(text: string): string {
  return text.replace(notPrinted, ' ');
}

/** The same for a JSON document, which stays the same document. */
export function printableJson(json: string): string {
  return json.replace(bareInJson, (character) => `\\u00${character.charCodeAt(0).toString(16)}`);
}
