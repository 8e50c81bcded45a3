/** How far the pointer goes before a press becomes a drag. */
const slack = 6;

/**
 * `[data-drags]` around a form: cards with `data-drag="ACT|{}|JOB|OFFICER||"` may be carried with the mouse or a pen onto `[data-drop="CREW"]`.
 * A drop sends the form just as its buttons do, so the same rules answer; nothing is moved on the page itself. Fingers scroll; keyboard and
 * fingers use the buttons.
 */
export function dragCards(): void {
  const root = document.querySelector<HTMLElement>('[data-drags]');
  if (!root) return;
  root.classList.add('dp-drags');
  root.addEventListener('pointerdown', event => {
    const target = event.target as HTMLElement;
    const card = target.closest<HTMLElement>('[data-drag]');
    if (!card || event.button !== 0 || event.pointerType === 'touch' || target.closest('a, button, summary, input, select, textarea')) return;
    carry(card, event);
  });
}

function carry(card: HTMLElement, start: PointerEvent): void {
  let ghost: HTMLElement | null = null;
  let over: HTMLElement | null = null;
  const end = () => {
    ghost?.remove();
    card.classList.remove('dragged');
    over?.classList.remove('over');
    document.removeEventListener('pointermove', move);
    document.removeEventListener('pointerup', up);
    document.removeEventListener('pointercancel', end);
    document.removeEventListener('keydown', key);
  };
  const move = (event: PointerEvent) => {
    if (!ghost) {
      if (Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY) < slack) return;
      ghost = document.createElement('div');
      ghost.className = 'dp-ghost';
      ghost.textContent = card.dataset.dragName ?? '';
      document.body.append(ghost);
      card.classList.add('dragged');
      window.getSelection()?.removeAllRanges();
    }
    ghost.style.transform = `translate(${event.clientX + 12}px, ${event.clientY + 12}px)`;
    const next = document.elementFromPoint(event.clientX, event.clientY)?.closest<HTMLElement>('[data-drop]') ?? null;
    if (next !== over) {
      over?.classList.remove('over');
      next?.classList.add('over');
      over = next;
    }
  };
  const up = () => {
    const [drop, carried] = [over, ghost !== null];
    end();
    const form = card.closest('form') ?? drop?.closest('form') ?? document.querySelector<HTMLFormElement>('[data-drags] form');
    // Put back where it came from, nothing is to be sent.
    if (!carried || !drop || !form || drop.contains(card)) return;
    const way = document.createElement('input');
    [way.type, way.name, way.value] = ['hidden', 'Input.Way', (card.dataset.drag ?? '').replace('{}', drop.dataset.drop ?? '')];
    form.append(way);
    form.requestSubmit();
    // Sent by now; nobody who comes back to the page sends it again.
    way.remove();
  };
  const key = (event: KeyboardEvent) => { if (event.key === 'Escape') end(); };
  document.addEventListener('pointermove', move);
  document.addEventListener('pointerup', up);
  document.addEventListener('pointercancel', end);
  document.addEventListener('keydown', key);
}
