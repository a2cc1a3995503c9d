import { parentPort } from 'node:worker_threads';
import { type DrawingOptions, type DrawnPicture, drawPicture } from './draw.ts';

export interface DrawingOrder {
  readonly svg: string;
  readonly options: DrawingOptions;
}

export type DrawingAnswer =
  | { readonly ok: true; readonly drawn: DrawnPicture }
  | { readonly ok: false; readonly error: unknown };

/** The program of a thread that draws one picture at a time. */
parentPort!.on('message', ({ svg, options }: DrawingOrder) => parentPort!.postMessage(answer(svg, options)));

function answer(svg: string, options: DrawingOptions): DrawingAnswer {
  try {
    return { ok: true, drawn: drawPicture(svg, options) };
  } catch (error) {
    return { ok: false, error };
  }
}
