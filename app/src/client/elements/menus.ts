/** The account menu closes on Escape, on a click beside it and when the page changes. */
function closeMenus(except?: Node): void {
  for (const menu of document.querySelectorAll<HTMLDetailsElement>('details.frame-account[open]')) {
    if (except === undefined || !menu.contains(except)) menu.open = false;
  }
}

document.addEventListener('click', (event) => closeMenus(event.target instanceof Node ? event.target : undefined));
document.addEventListener('turbo:before-cache', () => closeMenus());
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.querySelector<HTMLDetailsElement>('details.frame-account[open]');
  closeMenus();
  open?.querySelector('summary')?.focus();
});
