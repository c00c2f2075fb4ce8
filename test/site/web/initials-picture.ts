/** Jira's colours for people without a picture. */
const COLORS = ['#0c66e4', '#1f845a', '#ae4787', '#5e4db2', '#227d9b', '#c25100'] as const;

/** A picture, as a `data:` address, of the first and last initial of the name on a colour of its own. */
export function initialsPicture(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const initials = [words[0], words.slice(1).at(-1)].map((word) => word?.[0] ?? '').join('');
  const sum = Array.from(name, (character) => character.codePointAt(0) ?? 0).reduce((a, b) => a + b, 0);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">
<rect width="32" height="32" fill="${COLORS[sum % COLORS.length] ?? COLORS[0]}"/>
<text x="16" y="21" text-anchor="middle" font-family="sans-serif" font-weight="600" font-size="13" fill="#fff">${initials}</text>
</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
