import { field, RefusedError, type Route, type SambandRequest } from '../http/index.ts';
import type { Kernel } from './kernel.ts';
import { manageVocabularies } from './permissions.rules.ts';
import { addWord, changeWord, moveWord, setOffered, type WordAnswer } from './vocabulary.commands.ts';
import { vocabularyPage } from './vocabulary.queries.ts';
import type { Vocabulary } from './vocabulary.rules.ts';
import { vocabularyTexts } from './vocabulary.texts.ts';
import {
  fieldOf,
  VocabulariesPage,
  VocabularyPage,
  vocabulariesPath,
  vocabularyHref,
  type WordForm,
} from './vocabulary.view.tsx';

/** The municipality's own words. */
export function vocabularyRoutes(kernel: Kernel): readonly Route[] {
  const pages = new VocabularyPages(kernel);
  const access = manageVocabularies;
  const [first] = [...kernel.vocabularies.values()];
  const name = first?.name ?? 'none';
  const code = Object.keys(first?.start('sv') ?? {})[0] ?? 'none';
  const one = { path: `${vocabulariesPath}/:vocabulary`, example: vocabularyHref(name) };
  const word = { path: `${one.path}/:code`, example: vocabularyHref(name, code) };
  const act = (what: string) => ({ path: `${word.path}/${what}`, example: `${word.example}/${what}` });
  return [
    { method: 'get', path: vocabulariesPath, access, handle: (request) => pages.all(request) },
    { method: 'get', ...one, access, handle: (request) => pages.show(request) },
    { method: 'post', ...one, access, handle: (request) => pages.add(request) },
    { method: 'post', ...word, access, handle: (request) => pages.change(request) },
    { method: 'post', ...act('upp'), access, handle: (request) => pages.move(request, -1) },
    { method: 'post', ...act('ner'), access, handle: (request) => pages.move(request, 1) },
    { method: 'post', ...act('sluta'), access, handle: (request) => pages.offer(request, false) },
    { method: 'post', ...act('erbjud'), access, handle: (request) => pages.offer(request, true) },
  ];
}

class VocabularyPages {
  readonly #kernel: Kernel;
  constructor(kernel: Kernel) {
    this.#kernel = kernel;
  }

  all(request: SambandRequest): Response | Promise<Response> {
    const vocabularies = [...this.#kernel.vocabularies.values()];
    return request.html(<VocabulariesPage shell={request.shell()} vocabularies={vocabularies} />);
  }

  async show(request: SambandRequest, form?: WordForm, status = 200): Promise<Response> {
    const page = await request.transaction((tx) =>
      vocabularyPage(this.#kernel, tx, this.#vocabulary(request), request.language),
    );
    return request.html(<VocabularyPage shell={request.shell()} page={page} form={form} />, status);
  }

  async add(request: SambandRequest): Promise<Response> {
    const word = field(await request.fields(), fieldOf(undefined));
    const vocabulary = this.#vocabulary(request);
    const answer = await request.transaction((tx) => addWord(tx, vocabulary, word, request.language));
    return this.#answer(request, answer, undefined, word, vocabularyTexts(request.language).done.added);
  }

  async change(request: SambandRequest): Promise<Response> {
    const fields = await request.fields();
    const { code = '' } = request.params;
    const word = field(fields, fieldOf(code));
    const version = Number(field(fields, 'version') || Number.NaN);
    if (!Number.isInteger(version) || version < 0 || version > 2_147_483_647) throw new RefusedError(400);
    const vocabulary = this.#vocabulary(request);
    const answer = await request.transaction((tx) => changeWord(tx, vocabulary, code, version, word, request.language));
    return this.#answer(request, answer, code, word, vocabularyTexts(request.language).done.changed);
  }

  async move(request: SambandRequest, step: -1 | 1): Promise<Response> {
    const { code = '' } = request.params;
    const vocabulary = this.#vocabulary(request);
    await request.transaction((tx) => moveWord(tx, vocabulary, code, step));
    return request.redirect(`${vocabularyHref(vocabulary.name)}#ord-${encodeURIComponent(code)}`);
  }

  async offer(request: SambandRequest, offered: boolean): Promise<Response> {
    const { code = '' } = request.params;
    const vocabulary = this.#vocabulary(request);
    await request.transaction((tx) => setOffered(tx, vocabulary, code, offered));
    const t = vocabularyTexts(request.language).done;
    return request.redirect(vocabularyHref(vocabulary.name), {
      kind: 'success',
      text: offered ? t.offered : t.stopped,
    });
  }

  #vocabulary(request: SambandRequest): Vocabulary {
    const vocabulary = this.#kernel.vocabularies.get(request.params.vocabulary ?? '');
    if (vocabulary === undefined) throw new RefusedError(404);
    return vocabulary;
  }

  #answer(
    request: SambandRequest,
    answer: WordAnswer,
    code: string | undefined,
    word: string,
    done: string,
  ): Response | Promise<Response> {
    const vocabulary = this.#vocabulary(request);
    if (answer.ok) return request.redirect(vocabularyHref(vocabulary.name), { kind: 'success', text: done });
    const t = vocabularyTexts(request.language);
    if (answer.reason !== 'conflict') return this.show(request, { code, word, error: t.fault[answer.reason] }, 422);
    return this.show(request, { code, word, error: t.conflict(answer.theirs.label, word) }, 409);
  }
}
