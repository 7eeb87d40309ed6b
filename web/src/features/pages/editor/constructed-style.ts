/**
 * The libraries of the editor write `<style>` elements into the page, which the site's Content-Security-Policy refuses, as
 * it does with everybody's. Constructed style sheets are made by script and no markup, so they are none of its business.
 */
class ConstructedStyle extends HTMLElement {
  private readonly sheet = new CSSStyleSheet();

  connectedCallback() {
    this.sheet.replaceSync(this.textContent);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.sheet];
  }

  disconnectedCallback() {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== this.sheet);
  }
}

/** From now on, a `style` element that somebody makes in this window is one that brings its rules in that way. */
export function constructStyles(): void {
  if (customElements.get('constructed-style')) return;
  customElements.define('constructed-style', ConstructedStyle);
  const original = document.createElement.bind(document);
  document.createElement = (name: string, options?: ElementCreationOptions) =>
    original(name.toLowerCase() === 'style' ? 'constructed-style' : name, options);
}
