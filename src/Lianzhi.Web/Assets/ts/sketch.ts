// Drawing of a scene. The page works without it: a drawing on paper is then photographed and sent with the form.
type Tool = 'line' | 'box' | 'hand' | 'text' | 'distance' | 'north';
interface Point { x: number; y: number }
interface Shape { tool: Tool; points: Point[]; text: string }

const ink = '#111';
const letters = '600 34px sans-serif';
const step = 20;

/** `<div data-sketch>` in a form: what is drawn travels as a PNG with the form's own file field. */
export function sketch(box: HTMLElement): void {
  const form = box.closest('form');
  const input = form?.querySelector<HTMLInputElement>('input[type=file]');
  const board = box.querySelector<HTMLCanvasElement>('[data-sketch-board]');
  const tools = box.querySelector<HTMLElement>('[data-sketch-tools]');
  const words = box.querySelector<HTMLInputElement>('[data-sketch-text]');
  const said = box.querySelector<HTMLElement>('[data-sketch-said]');
  const pen = board?.getContext('2d');
  if (!form || !input || !board || !tools || !words || !said || !pen) return;
  const kept = `lz-sketch:${location.pathname}`;
  const shapes: Shape[] = box.hasAttribute('data-sketch-again') ? restored(kept) : [];
  let tool: Tool = 'line';
  let drawing: Shape | null = null;
  let cursor: Point | null = null;
  let chosen: File[] = [];
  [board.hidden, tools.hidden] = [false, false];

  const draw = (withCursor: boolean) => {
    pen.fillStyle = '#fff';
    pen.fillRect(0, 0, board.width, board.height);
    for (const shape of drawing ? [...shapes, drawing] : shapes) trace(pen, shape);
    if (withCursor && cursor) cross(pen, cursor);
  };
  const tell = (text: string) => { said.textContent = text; };
  const count = () => { tell(shapes.length === 0 ? '还没有绘制。' : `已绘制 ${shapes.length} 处。`); };
  const begin = (at: Point): boolean => {
    const text = words.value.trim();
    if ((tool === 'text' || tool === 'distance') && text === '') {
      tell(tool === 'text' ? '请先填写文字，再点要写的位置。' : '请先填写距离，例如 12.5 米，再从一端画到另一端。');
      words.focus();
      return false;
    }
    drawing = { tool, points: [at], text: tool === 'text' || tool === 'distance' ? text : '' };
    return true;
  };
  const move = (at: Point) => {
    if (!drawing) return;
    if (drawing.tool === 'hand') drawing.points.push(at);
    else if (drawing.tool === 'text') drawing.points[0] = at;
    else drawing.points[1] = at;
  };
  const end = () => {
    if (drawing && isSomething(drawing)) {
      shapes.push(drawing);
      // The form asks before it is left, as for anything that was typed.
      board.dispatchEvent(new Event('input', { bubbles: true }));
    }
    drawing = null;
    count();
    draw(true);
  };

  for (const button of tools.querySelectorAll<HTMLButtonElement>('[data-tool]')) {
    button.addEventListener('click', () => {
      tool = button.dataset.tool as Tool;
      for (const other of tools.querySelectorAll('[data-tool]')) other.setAttribute('aria-pressed', String(other === button));
      if ((tool === 'text' || tool === 'distance') && words.value.trim() === '') words.focus();
    });
  }
  // Typing here is no answer of the form, and Enter does not send it.
  words.addEventListener('keydown', event => { if (event.key === 'Enter') event.preventDefault(); });
  const undo = () => {
    shapes.pop();
    drawing = null;
    count();
    draw(true);
  };
  tools.querySelector('[data-sketch-undo]')?.addEventListener('click', undo);
  tools.querySelector('[data-sketch-clear]')?.addEventListener('click', () => {
    shapes.length = 0;
    undo();
  });

  board.addEventListener('pointerdown', event => {
    if (!event.isPrimary || event.button !== 0) return;
    cursor = null;
    if (!begin(placeOf(event, board))) {
      event.preventDefault();
      return;
    }
    board.setPointerCapture(event.pointerId);
    draw(false);
  });
  board.addEventListener('pointermove', event => {
    if (!drawing || !event.isPrimary || !board.hasPointerCapture(event.pointerId)) return;
    move(placeOf(event, board));
    draw(false);
  });
  board.addEventListener('pointerup', event => { if (event.isPrimary && drawing) end(); });
  board.addEventListener('pointercancel', () => {
    drawing = null;
    draw(false);
  });
  board.addEventListener('keydown', event => {
    const far = event.shiftKey ? step * 5 : step;
    const way = { ArrowLeft: [-far, 0], ArrowRight: [far, 0], ArrowUp: [0, -far], ArrowDown: [0, far] }[event.key];
    cursor ??= { x: board.width / 2, y: board.height / 2 };
    if (way) {
      cursor = { x: Math.min(board.width, Math.max(0, cursor.x + way[0])), y: Math.min(board.height, Math.max(0, cursor.y + way[1])) };
      move(cursor);
    } else if (event.key === 'Enter' || event.key === ' ') {
      if (drawing) end();
      else if (begin(cursor) && tool === 'text') end();
    } else if (event.key === 'Escape') {
      drawing = null;
    } else if (event.key === 'z' && (event.ctrlKey || event.metaKey)) {
      undo();
    } else {
      return;
    }
    event.preventDefault();
    draw(true);
  });

  input.addEventListener('change', () => { chosen = [...input.files ?? []]; });
  let ready = false;
  form.addEventListener('submit', event => {
    if (ready || shapes.length === 0) return;
    event.preventDefault();
    const { submitter } = event;
    sessionStorage.setItem(kept, JSON.stringify(shapes));
    drawing = null;
    draw(false);
    board.toBlob(picture => {
      if (!picture) return;
      const files = new DataTransfer();
      for (const file of [...chosen, new File([picture], '勘验图.png', { type: 'image/png' })]) files.items.add(file);
      input.files = files.files;
      // Sent at once; whoever comes back to the page sends what is drawn then.
      ready = true;
      form.requestSubmit(submitter);
      ready = false;
    }, 'image/png');
  });
  count();
  draw(false);
}

function restored(key: string): Shape[] {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? '[]') as Shape[];
  } catch {
    return [];
  }
}

function placeOf(event: PointerEvent, board: HTMLCanvasElement): Point {
  const frame = board.getBoundingClientRect();
  return { x: Math.round((event.clientX - frame.left) * board.width / frame.width), y: Math.round((event.clientY - frame.top) * board.height / frame.height) };
}

function isSomething(shape: Shape): boolean {
  return shape.tool === 'text' || shape.tool === 'north' || shape.points.length > 1;
}

function trace(pen: CanvasRenderingContext2D, { tool, points, text }: Shape): void {
  const from = points[0];
  const to = points[points.length - 1];
  [pen.strokeStyle, pen.fillStyle, pen.lineWidth, pen.lineCap, pen.lineJoin, pen.font, pen.textAlign, pen.textBaseline] = [ink, ink, 4, 'round', 'round', letters, 'left', 'alphabetic'];
  pen.beginPath();
  if (tool === 'text') write(pen, text, from);
  else if (tool === 'north') north(pen, from, Math.hypot(to.x - from.x, to.y - from.y) < step ? { x: from.x, y: from.y - 120 } : to);
  else if (tool === 'box') pen.strokeRect(Math.min(from.x, to.x), Math.min(from.y, to.y), Math.abs(to.x - from.x), Math.abs(to.y - from.y));
  else {
    pen.moveTo(from.x, from.y);
    for (const point of points.slice(1)) pen.lineTo(point.x, point.y);
    if (tool === 'distance') measure(pen, from, to, text);
    else pen.stroke();
  }
}

/** A line with an end mark at both ends and what it measures beside its middle. */
function measure(pen: CanvasRenderingContext2D, from: Point, to: Point, text: string): void {
  const length = Math.max(1, Math.hypot(to.x - from.x, to.y - from.y));
  const across = { x: -(to.y - from.y) / length * 16, y: (to.x - from.x) / length * 16 };
  for (const end of [from, to]) {
    pen.moveTo(end.x - across.x, end.y - across.y);
    pen.lineTo(end.x + across.x, end.y + across.y);
  }
  pen.lineWidth = 3;
  pen.stroke();
  pen.textAlign = 'center';
  write(pen, text, { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 12 });
}

function north(pen: CanvasRenderingContext2D, from: Point, to: Point): void {
  const angle = Math.atan2(to.y - from.y, to.x - from.x);
  const along = (distance: number, aside: number): Point => ({ x: to.x + Math.cos(angle) * distance - Math.sin(angle) * aside, y: to.y + Math.sin(angle) * distance + Math.cos(angle) * aside });
  pen.moveTo(from.x, from.y);
  pen.lineTo(to.x, to.y);
  pen.stroke();
  pen.beginPath();
  pen.moveTo(to.x, to.y);
  for (const side of [18, -18]) {
    const corner = along(-42, side);
    pen.lineTo(corner.x, corner.y);
  }
  pen.fill();
  [pen.textAlign, pen.textBaseline] = ['center', 'middle'];
  write(pen, '北', along(30, 0));
}

function write(pen: CanvasRenderingContext2D, text: string, at: Point): void {
  [pen.strokeStyle, pen.lineWidth] = ['#fff', 8];
  pen.strokeText(text, at.x, at.y);
  pen.fillText(text, at.x, at.y);
}

function cross(pen: CanvasRenderingContext2D, at: Point): void {
  pen.beginPath();
  pen.moveTo(at.x - 24, at.y);
  pen.lineTo(at.x + 24, at.y);
  pen.moveTo(at.x, at.y - 24);
  pen.lineTo(at.x, at.y + 24);
  [pen.strokeStyle, pen.lineWidth] = ['#1d4ed8', 3];
  pen.stroke();
}
