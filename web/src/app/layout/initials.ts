/** One or two letters that stand for a name: "Anna Berg" is "AB", "anna" is "A". */
export function initials(displayName: string): string {
  const words = displayName.trim().split(/\s+/u);
  const chosen = words.length > 1 ? [words[0], words.at(-1)] : words;
  return chosen.map((word) => [...(word ?? '')][0]?.toLocaleUpperCase() ?? '').join('');
}
