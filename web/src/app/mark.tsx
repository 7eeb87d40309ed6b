/** The site's sign. It is drawn in index.html, where it is seen before the script has come. */
export function Mark() {
  return (
    <svg width="32" height="32" aria-hidden="true">
      <use href="#mark" />
    </svg>
  );
}
