const KEPT = 'safelight.letters';
const LETTERS = ["1em 'Inter'", "1em 'Source Serif 4'"];

/**
 * Fetches the site's own letters once the page has all it needs, and notes that the next page may be written in them: public/early.js
 * looks for it. Whoever comes for the first time reads at once, in what the system has, and photos do not wait for letters.
 */
export function fetchLetters(): void {
  addEventListener('load', () => setTimeout(() => void fetchNow().catch(() => undefined), 3000), { once: true });
}

async function fetchNow(): Promise<void> {
  await Promise.all(LETTERS.map((letters) => document.fonts.load(letters)));
  localStorage.setItem(KEPT, 'here');
}
