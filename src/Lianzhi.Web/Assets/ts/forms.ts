/** Text areas grow with what is typed. */
export function growTextAreas(): void {
  for (const area of document.querySelectorAll<HTMLTextAreaElement>('textarea')) {
    const grow = () => { area.rows = Math.min(30, Math.max(Number(area.dataset.rows ?? area.rows), area.value.split('\n').length + 1)); };
    area.dataset.rows = String(area.rows);
    area.addEventListener('input', grow);
    grow();
  }
}

/** `<form data-auto-submit>`: choosing a filter applies it; its button is then needless. */
export function submitFiltersOnChange(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-auto-submit]')) {
    form.addEventListener('change', event => {
      if ((event.target as HTMLElement).matches('select, input[type=checkbox], input[type=radio], input[type=date]')) form.requestSubmit();
    });
  }
}

/** Leaving a form with typed, unsent input asks first. */
export function confirmLeaving(): void {
  let dirty = false;
  document.addEventListener('input', event => { if ((event.target as HTMLElement).closest('form[data-guard]')) dirty = true; });
  document.addEventListener('submit', () => { dirty = false; });
  window.addEventListener('beforeunload', event => { if (dirty) event.preventDefault(); });
}

/** `<input type=file data-preview>`: thumbnails of the photos chosen, drawn so that nothing but the page's own pixels is shown. */
export function previewPhotos(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-preview]')) {
    input.addEventListener('change', async () => {
      const list = document.createElement('ul');
      list.className = 'lz-photos';
      for (const file of input.files ?? []) {
        const item = document.createElement('li');
        item.append(await thumbnail(file), `${file.name}（${Math.max(1, Math.round(file.size / 1024))} KB）`);
        list.append(item);
      }
      input.parentElement?.querySelector('.lz-photos')?.remove();
      input.after(list);
    });
  }
}

async function thumbnail(file: File): Promise<HTMLCanvasElement> {
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [160, 120];
  try {
    const image = await createImageBitmap(file);
    const scale = Math.max(160 / image.width, 120 / image.height);
    canvas.getContext('2d')?.drawImage(image, (160 - image.width * scale) / 2, (120 - image.height * scale) / 2, image.width * scale, image.height * scale);
    image.close();
  } catch {
    canvas.hidden = true;
  }
  return canvas;
}
