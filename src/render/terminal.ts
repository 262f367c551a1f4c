import type { ChalkInstance } from 'chalk';
import type { Span, Style } from '../context/blocks.ts';
import type { Event, Sink } from '../context/events.ts';
import { createLayout } from './layout.ts';
import { type Line, spansWidth } from './line.ts';
import { groupLinks } from './links.ts';
import { createLiveArea, frameTime } from './live.ts';
import { createOutlet, type Outlet, type TextStream } from './outlet.ts';
import { createPlainLines } from './plain.ts';
import { withAddresses } from './words.ts';

export interface TerminalOptions {
  stdout: TextStream;
  stderr: TextStream;
  /** Styles are drawn; without it, no escape code is written but those of `live` and `hyperlinks`. */
  color: boolean;
  /** Running steps are shown at the bottom of stderr, which must be a terminal. */
  live: boolean;
  /** How wide stderr is now. */
  columns: () => number;
  /** Stderr has a bell. @default false */
  bell?: boolean;
  /** The terminal knows OSC 8; otherwise a link is shown as `text (address)`. */
  hyperlinks: boolean;
  /** What draws an event's pictures below its words; undefined where the terminal can show none. */
  pictures?: ((event: Event) => string | Promise<string>) | undefined;
  /** Milliseconds, for the spinner. */
  now?: () => number;
}

type Paint = (span: Span) => string;

const plain: Paint = (span) => span.text;

/** Draws a run on a terminal, or on whatever reads its stdout and stderr. */
export function terminalSink(options: TerminalOptions): Sink & { close(): void } {
  const layout = createLayout();
  const plainLines = createPlainLines();
  const screen = createScreen(options);
  let waiting: Promise<void> | undefined;
  let loaded = !options.color;

  const inOrder = (work: () => undefined | Promise<void>): undefined | Promise<void> => {
    if (waiting === undefined) return work();
    const turn = waiting.then(work).finally(() => {
      if (waiting === turn) waiting = undefined;
    });
    waiting = turn;
    return turn;
  };
  const waitFor = (work: Promise<void>): void => {
    waiting = waiting === undefined ? work : Promise.all([waiting, work]).then(() => {});
  };
  const drawPictures = (event: Event): { text: string } => {
    const pictures = options.pictures?.(event) ?? '';
    if (typeof pictures === 'string') return { text: pictures };
    const drawn = { text: '' };
    waitFor(
      pictures.then((text) => {
        drawn.text = text;
      }),
    );
    return drawn;
  };
  const sink: Sink = (event) => {
    if (event.type === 'ring') return options.bell ? inOrder(() => screen.ring()) : undefined;
    const asItIs = plainLines(event);
    const lines = asItIs !== undefined || isDrawnElsewhere(event) ? [] : layout(event);
    if (!loaded && lines.some(isStyled)) {
      loaded = true;
      waitFor(loadPaint().then(screen.paintWith));
    }
    const pictures = drawPictures(event);
    return inOrder(() => screen.show(event, asItIs ?? lines, pictures.text));
  };
  return Object.assign(sink, { close: () => void inOrder(screen.close) });
}

/** A step that runs is drawn live, and a question by who puts it, with what is typed behind it. */
const isDrawnElsewhere = (event: Event): boolean =>
  event.type === 'ask' || event.type === 'answer' || (event.type === 'step' && event.state === 'running');

const isStyled = (line: Line): boolean => line.spans.some((span) => span.style !== undefined);

interface Screen {
  paintWith(paint: Paint): void;
  /** Lines that are laid out, or text that is printed as it is. */
  show(event: Event, content: readonly Line[] | string, pictures?: string): undefined | Promise<void>;
  ring(): undefined | Promise<void>;
  close(): undefined;
}

function createScreen({
  stdout,
  stderr,
  live,
  columns,
  hyperlinks,
  now = () => performance.now(),
}: TerminalOptions): Screen {
  const outlets = { stdout: createOutlet(stdout, 'stdout'), stderr: createOutlet(stderr, 'stderr') };
  let paint = plain;
  const draw = (line: Line): string => `${drawSpans(line, paint, hyperlinks)}\n`;
  const area = live
    ? createLiveScreen(outlets.stderr, columns, now, (spans) => drawSpans({ spans, form: 'prose' }, paint, false))
    : undefined;

  return {
    paintWith(loaded) {
      paint = loaded;
    },
    show(event, content, pictures = '') {
      area?.follow(event);
      if (content.length === 0) return area?.redraw();
      const text = { stdout: '', stderr: '' };
      if (typeof content !== 'string') for (const line of content) text[line.stream] += draw(line);
      else if (event.type === 'line') text[event.stream] = content;
      text.stdout += pictures;
      if (area === undefined) return both(outlets.stdout(text.stdout), outlets.stderr(text.stderr));
      // One write, so that nothing flickers.
      if (text.stdout === '') return outlets.stderr(area.erase() + text.stderr + area.draw());
      void outlets.stderr(area.erase());
      return both(outlets.stdout(text.stdout), outlets.stderr(text.stderr + area.draw()));
    },
    ring: () => outlets.stderr('\x07'),
    close() {
      area?.close();
      return undefined;
    },
  };
}

function both(first: undefined | Promise<void>, second: undefined | Promise<void>): undefined | Promise<void> {
  return first === undefined || second === undefined ? (first ?? second) : Promise.all([first, second]).then(() => {});
}

interface LiveScreen {
  follow(event: Event): void;
  /** What removes the area from the screen; the cursor is then where it began. */
  erase(): string;
  draw(): string;
  redraw(): undefined | Promise<void>;
  close(): void;
}

function createLiveScreen(
  write: Outlet,
  columns: () => number,
  now: () => number,
  paint: (spans: readonly Span[]) => string,
): LiveScreen {
  const area = createLiveArea();
  let timer: ReturnType<typeof setInterval> | undefined;
  let drawn: number[] = [];
  let hidden = false;

  const width = (): number => columns() || 80;
  const erase = (): string => {
    // A narrower window has wrapped what was drawn.
    const height = drawn.reduce((rows, cells) => rows + Math.max(1, Math.ceil(cells / width())), 0);
    drawn = [];
    // Row by row: tmux puts what `CSI J` clears from the top of a screen into its history.
    return height === 0 ? '' : `\r${'\x1b[A\x1b[2K'.repeat(height)}`;
  };
  const draw = (): string => {
    if (hidden || area.isEmpty()) return '';
    const rows = area.rows(now(), width() - 1);
    drawn = rows.map(spansWidth);
    return rows.map((row) => `${paint(row)}\n`).join('');
  };
  const redraw = (): undefined | Promise<void> => write(erase() + draw());
  const stop = (): void => {
    clearInterval(timer);
    timer = undefined;
  };
  const close = (): void => {
    stop();
    area.clear();
    void write(erase());
  };
  return {
    follow(event) {
      area.follow(event);
      if (event.type === 'progress') return;
      // A question needs the screen for itself until it is answered.
      hidden = event.type === 'ask';
      if (event.type === 'finished') return close();
      if (event.type !== 'step') return;
      if (event.state === 'running') {
        area.start(event.id, event.title, now());
        timer ??= setInterval(redraw, frameTime).unref();
      } else {
        area.end(event.id);
        if (!area.isRunning()) stop();
      }
    },
    erase,
    draw,
    redraw,
    close,
  };
}

const drawSpans = (line: Pick<Line, 'spans' | 'form'>, paint: Paint, hyperlinks: boolean): string =>
  hyperlinks
    ? groupLinks(line.spans)
        .map(({ group, link }) => hyperlink(group.map(paint).join(''), link))
        .join('')
    : withAddresses(line).map(paint).join('');

const hyperlink = (text: string, link: string | undefined): string =>
  link === undefined ? text : `\x1b]8;;${link}\x1b\\${text}\x1b]8;;\x1b\\`;

// Loaded for the first styled word: 12 ms that a plain line does not wait for.
async function loadPaint(): Promise<Paint> {
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return ({ text, style }) => (style === undefined ? text : chalkOf(chalk, style)(text));
}

function chalkOf(chalk: ChalkInstance, { code, color, ...switches }: Style): ChalkInstance {
  let styled = chalk;
  if (switches.bold) styled = styled.bold;
  if (switches.dim) styled = styled.dim;
  if (switches.italic) styled = styled.italic;
  if (switches.underline) styled = styled.underline;
  if (switches.strike) styled = styled.strikethrough;
  if (color !== undefined) return styled[color];
  return code ? styled.cyan : styled;
}
