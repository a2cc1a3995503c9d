interface WithTurbo {
  readonly Turbo: { visit(address: string): void };
}

/**
 * Links inside pictures. An SVG's `href` is an object and not a text, which Turbo stumbles over: a plain click is taken here instead, before
 * it gets there. What opens elsewhere (a new tab, a file) is left to the browser.
 */
document.addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('svg a') : null;
    if (!(link instanceof SVGAElement)) return;
    event.stopPropagation();
    if (
      event.defaultPrevented ||
      event.button !== 0 ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.altKey
    ) {
      return;
    }
    event.preventDefault();
    (globalThis as unknown as WithTurbo).Turbo.visit(new URL(link.href.baseVal, location.href).href);
  },
  true,
);
