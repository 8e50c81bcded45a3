/** The key `/` puts the cursor into the global search, unless something is being typed. */
export function focusSearch(): void {
  document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target as HTMLElement;
    if (target.closest('input, textarea, select, [contenteditable]')) return;
    const search = document.querySelector<HTMLInputElement>('[data-global-search]');
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  });
}

/** `<button data-print hidden>`: shown when scripts run, prints the page. */
export function printButtons(): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

/** `<button data-copy="text" hidden>`: copies the text and says so in the button. */
export function copyButtons(): void {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false;
    const label = button.textContent ?? '';
    button.setAttribute('aria-live', 'polite');
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy ?? '');
      button.textContent = '已复制';
      window.setTimeout(() => { button.textContent = label; }, 2000);
    });
  }
}
