// Resumable upload of evidence. The page works without it: small files then go with the form itself.
import type { Upload } from 'tus-js-client';

const piece = 8 * 1024 * 1024;

/** `<div data-uploads="CASE">` around a file input: files go up at once, in pieces, and what is whole becomes part of the form. */
export function resumableUploads(): void {
  for (const box of document.querySelectorAll<HTMLElement>('[data-uploads]')) {
    const input = box.querySelector<HTMLInputElement>('input[type=file]');
    const list = box.querySelector<HTMLElement>('[data-upload-list]');
    if (!input || !list) continue;
    // The files travel by themselves, not with the form.
    input.removeAttribute('name');
    input.addEventListener('change', () => {
      for (const file of input.files ?? []) void send(file, box, list);
      input.value = '';
    });
  }
}

async function send(file: File, box: HTMLElement, list: HTMLElement): Promise<void> {
  const tus = await import('tus-js-client');
  const row = list.appendChild(document.createElement('li'));
  const name = row.appendChild(document.createElement('span'));
  const bar = row.appendChild(document.createElement('progress'));
  const said = row.appendChild(document.createElement('span'));
  const button = row.appendChild(document.createElement('button'));
  [name.textContent, bar.max, bar.value, button.type, button.className] = [file.name, 100, 0, 'button', 'lz-btn lz-btn-sm'];
  bar.setAttribute('aria-label', `${file.name} 上传进度`);
  said.setAttribute('role', 'status');
  row.className = 'ev-upload';
  row.dataset.state = 'going';
  let running = true;
  const say = (text: string, action: string | null) => { said.textContent = text; button.hidden = action === null; button.textContent = action; };
  const upload: Upload = new tus.Upload(file, {
    endpoint: '/api/v1/evidence/uploads',
    chunkSize: piece,
    retryDelays: [0, 1000, 3000, 5000, 10000, 20000],
    removeFingerprintOnSuccess: true,
    metadata: { filename: file.name, case: box.dataset.uploads ?? '' },
    fingerprint: async () => ['lz', box.dataset.uploads, file.name, file.size, file.lastModified].join('|'),
    onShouldRetry: error => {
      const status = error.originalResponse?.getStatus() ?? 0;
      return status === 0 || status === 409 || status === 423 || status === 503;
    },
    onProgress: (sent, total) => {
      bar.value = 100 * sent / total;
      say(`已上传 ${Math.floor(100 * sent / total)}%`, '暂停');
    },
    onError: error => {
      running = false;
      row.dataset.state = 'stopped';
      say(reasonOf(error), '继续');
    },
    onSuccess: () => {
      const id = upload.url?.split('/').pop() ?? '';
      const field = row.appendChild(document.createElement('input'));
      [field.type, field.name, field.value] = ['hidden', 'Input.uploads', id];
      // What the server listed as unfinished is this one, now whole.
      box.querySelector(`[data-upload="${id}"]`)?.remove();
      row.dataset.state = 'done';
      bar.value = 100;
      say('已上传并校验', null);
      button.remove();
    },
  });
  button.addEventListener('click', () => {
    running = !running;
    row.dataset.state = running ? 'going' : 'stopped';
    if (running) upload.start();
    else void upload.abort().then(() => say(`已暂停，${Math.floor(bar.value)}%`, '继续'));
  });
  say('准备上传', '暂停');
  const before = await upload.findPreviousUploads();
  if (before.length > 0) upload.resumeFromPreviousUpload(before[0]);
  upload.start();
}

function reasonOf(error: Error): string {
  const body = (error as { originalResponse?: { getBody(): string } }).originalResponse?.getBody();
  try {
    return (JSON.parse(body ?? '') as { detail?: string }).detail ?? '上传中断';
  } catch {
    return '网络中断，已保存收到的部分';
  }
}
