import type { Transaction } from '../database/index.ts';
import { field, idParam, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import { addComment, changeComment, setCommentActive } from './comment.commands.ts';
import { commentDetail } from './comment.queries.ts';
import { commentTexts } from './comment.texts.ts';
import { CommentConflictPage, CommentPage } from './comment.view.tsx';
import { commentFaultText } from './comment-fault-words.ts';
import type { ShowRow } from './hanging.routes.ts';
import type { Kernel } from './kernel.ts';
import type { Register } from './register.rules.ts';
import type { RegisterWork } from './row.commands.ts';
import { plainRow } from './row.queries.ts';

const noId = '00000000-0000-7000-8000-000000000000';

/** Comments on a row: by whoever may read it, changed and removed by whoever wrote them. */
export function commentRoutes(kernel: Kernel, register: Register, showRow: ShowRow): readonly Route[] {
  const { path, read: access } = register;
  const pages = new CommentPages(kernel, register, showRow);
  const one = { path: `${path}/:id/kommentarer/:comment`, example: `${path}/${noId}/kommentarer/${noId}` };
  const act = (name: string) => ({ path: `${one.path}/${name}`, example: `${one.example}/${name}`, access });
  return [
    {
      method: 'post',
      path: `${path}/:id/kommentarer`,
      example: `${path}/${noId}/kommentarer`,
      access,
      handle: (request) => pages.add(request),
    },
    { method: 'get', ...one, access, handle: (request) => pages.show(request) },
    { method: 'post', ...one, access, handle: (request) => pages.change(request) },
    { method: 'post', ...act('ta-bort'), handle: (request) => pages.setActive(request, false) },
    { method: 'post', ...act('ta-tillbaka'), handle: (request) => pages.setActive(request, true) },
  ];
}

class CommentPages {
  readonly #kernel: Kernel;
  readonly #register: Register;
  readonly #showRow: ShowRow;
  constructor(kernel: Kernel, register: Register, showRow: ShowRow) {
    this.#kernel = kernel;
    this.#register = register;
    this.#showRow = showRow;
  }

  async add(request: SambandRequest): Promise<Response> {
    const body = field(await request.fields(), 'comment');
    const answer = await request.transaction((tx) => addComment(this.#work(request, tx), idParam(request), body));
    if (answer.ok) return this.#toComment(request, answer.id, commentTexts(request.language).added, answer.untold);
    if ('theirs' in answer) throw new RefusedError(409);
    return this.#showRow(request, { comment: { body, error: commentFaultText(answer.fault, request.language) } });
  }

  show(request: SambandRequest): Promise<Response> {
    return this.#page(request, undefined);
  }

  async change(request: SambandRequest): Promise<Response> {
    const [id, comment] = [idParam(request), idParam(request, 'comment')];
    const fields = await request.fields();
    const body = field(fields, 'comment');
    const version = Number(field(fields, 'version'));
    if (!Number.isInteger(version) || version < 1 || version > 2_147_483_647) throw new RefusedError(400);
    const answer = await request.transaction((tx) =>
      changeComment(this.#work(request, tx), id, comment, version, body),
    );
    const { language } = request;
    if (answer.ok) return this.#toComment(request, comment, commentTexts(language).changed, answer.untold);
    if ('fault' in answer) return this.#page(request, { body, error: commentFaultText(answer.fault, language) });
    const row = await request.transaction((tx) => plainRow(tx, this.#register, id));
    const shown = { shell: request.shell(), register: this.#register, row, theirs: answer.theirs, mine: body };
    return request.html(<CommentConflictPage {...shown} />, 409);
  }

  async setActive(request: SambandRequest, active: boolean): Promise<Response> {
    const comment = idParam(request, 'comment');
    await request.transaction((tx) => setCommentActive(this.#work(request, tx), idParam(request), comment, active));
    const t = commentTexts(request.language);
    return this.#toComment(request, comment, active ? t.takenBack : t.removed);
  }

  /** `refused` is what was typed and why it could not be taken. */
  async #page(request: SambandRequest, refused: { body: string; error: string } | undefined): Promise<Response> {
    const [id, comment] = [idParam(request), idParam(request, 'comment')];
    const { person, language } = request;
    const [row, detail] = await request.transaction(
      async (tx) =>
        [
          await plainRow(tx, this.#register, id),
          await commentDetail(this.#kernel, tx, this.#register, id, comment, person.personId, language),
        ] as const,
    );
    if (detail === undefined) throw new RefusedError(404);
    const own = detail.comment.createdBy === person.personId && detail.comment.active;
    const form = own ? (refused ?? { body: detail.comment.body, error: undefined }) : undefined;
    const page = (
      <CommentPage shell={request.shell()} register={this.#register} row={row} detail={detail} form={form} />
    );
    return request.html(page, refused === undefined ? 200 : 422);
  }

  #work(request: SambandRequest, tx: Transaction): RegisterWork {
    const { person: actor, language } = request;
    return { kernel: this.#kernel, tx, actor, register: this.#register, language };
  }

  #toComment(request: SambandRequest, comment: string, text: string, untold: readonly string[] = []): Response {
    const path = `${this.#register.path}/${idParam(request)}#kommentar-${comment}`;
    if (untold.length === 0) return request.redirect(path, { kind: 'success', text });
    const names = untold.join('; ').slice(0, 500);
    return request.redirect(path, { kind: 'info', text: commentTexts(request.language).untold(names) });
  }
}
