/**
 * `data-live="address"` with `data-live-version`: listens for server-sent events; when the version told differs, the page is
 * fetched again and its `[data-part]` elements are replaced. Nothing is touched while somebody works inside a part, except what
 * cannot wait (`data-part-now`, a call for help).
 */
export function livePages(): void {
  const root = document.querySelector<HTMLElement>('[data-live]');
  if (!root || !('EventSource' in window)) return;
  const source = new EventSource(root.dataset.live ?? '');
  source.addEventListener('board', async event => {
    const version = (event as MessageEvent<string>).data;
    if (version === root.dataset.liveVersion) return;
    const answer = await fetch(window.location.href, { headers: { Accept: 'text/html' } });
    if (!answer.ok || answer.redirected) return;
    const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const parts = [...document.querySelectorAll<HTMLElement>('[data-part]:not([data-part-now])')];
    for (const part of document.querySelectorAll<HTMLElement>('[data-part-now]')) {
      const next = fresh.querySelector(`[data-part="${part.dataset.part ?? ''}"]`);
      if (next) part.replaceWith(document.importNode(next, true));
    }
    const busy = parts.some(part => part.contains(document.activeElement) || part.querySelector('details[open]') !== null);
    if (busy) return;
    for (const part of parts) {
      const next = fresh.querySelector(`[data-part="${part.dataset.part ?? ''}"]`);
      if (next) part.replaceWith(document.importNode(next, true));
    }
    // What is sent from now on has been seen.
    const seen = fresh.querySelector<HTMLInputElement>('input[name="Input.version"]')?.value;
    if (seen) for (const field of document.querySelectorAll<HTMLInputElement>('input[name="Input.version"]')) field.value = seen;
    root.dataset.liveVersion = version;
  });
  window.addEventListener('pagehide', () => source.close());
}
