import {
  type Appendix,
  type Block,
  type DocumentLanguage,
  type DocumentModel,
  type Figure,
  type InlineText,
  type List,
  type Numbered,
  numberDocument,
  type Section,
  sourceLine,
  type Table,
} from '@samband/documents';
import type { Content } from '../../foundation/ui/index.ts';

/** A document as it is read on a page of the program: the same words, tables and pictures as in the files. */
export function DocumentView({ document, level = 2 }: { document: DocumentModel; level?: 2 | 3 }) {
  const { language } = document;
  const numbered = numberDocument(document);
  return (
    <div class="report-document" lang={language}>
      {document.contents && <Contents numbered={numbered} />}
      {document.sections.map((section) => (
        <SectionView section={section} level={level} numbered={numbered} language={language} />
      ))}
      {document.appendices.map((appendix) => (
        <SectionView section={appendix} level={level} numbered={numbered} language={language} />
      ))}
    </div>
  );
}

function Contents({ numbered }: { numbered: Numbered }) {
  return (
    <ol class="report-contents">
      {numbered.outline
        .filter(({ level }) => level === 1)
        .map(({ id, label, title }) => (
          <li>
            <a href={`#${id}`}>{[label, title].filter(Boolean).join(' ')}</a>
          </li>
        ))}
    </ol>
  );
}

interface SectionProps {
  readonly section: Section | Appendix;
  readonly level: number;
  readonly numbered: Numbered;
  readonly language: DocumentLanguage;
}

function SectionView({ section, level, numbered, language }: SectionProps) {
  const label = numbered.labels.get(section.id);
  const inner = [...(section.sections ?? []), ...('parts' in section ? (section.parts ?? []) : [])];
  return (
    <section aria-labelledby={section.id}>
      <Heading level={level} id={section.id}>
        {[label, section.title].filter(Boolean).join(' ')}
      </Heading>
      <Blocks blocks={section.blocks} numbered={numbered} language={language} />
      {inner.map((each) => (
        <SectionView section={each} level={level + 1} numbered={numbered} language={language} />
      ))}
    </section>
  );
}

function Heading({ level, id, children }: { level: number; id: string; children: Content }) {
  if (level <= 2) return <h2 id={id}>{children}</h2>;
  return level === 3 ? <h3 id={id}>{children}</h3> : <h4 id={id}>{children}</h4>;
}

/** What a part has taken in, by itself: nothing is numbered. */
export function Blocks({
  blocks,
  language,
  numbered,
}: {
  blocks: readonly Block[];
  language: DocumentLanguage;
  numbered?: Numbered;
}) {
  return (
    <>
      {blocks.map((block) => (
        <BlockView block={block} language={language} numbered={numbered} />
      ))}
    </>
  );
}

interface BlockProps<B extends Block> {
  readonly block: B;
  readonly language: DocumentLanguage;
  readonly numbered: Numbered | undefined;
}

function BlockView({ block, language, numbered }: BlockProps<Block>): Content {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p class={block.lead === true ? 'report-lead' : undefined}>
          <Inline text={block.text} numbered={numbered} />
        </p>
      );
    case 'list':
      return <ListView block={block} language={language} numbered={numbered} />;
    case 'table':
      return <TableView block={block} language={language} numbered={numbered} />;
    case 'figure':
      return <FigureView block={block} language={language} numbered={numbered} />;
    case 'quote':
      return (
        <blockquote>
          <p>
            <Inline text={block.text} numbered={numbered} />
          </p>
          {block.by && <footer>{block.by}</footer>}
        </blockquote>
      );
    case 'notice':
      return (
        <div class="notice is-info">
          <p class="notice-title">{block.title}</p>
          <p>
            <Inline text={block.text} numbered={numbered} />
          </p>
        </div>
      );
    case 'pageBreak':
      return null;
  }
}

function Inline({ text, numbered }: { text: InlineText; numbered: Numbered | undefined }): Content {
  return (
    <>
      {text.map((part) => (
        <InlinePart part={part} numbered={numbered} />
      ))}
    </>
  );
}

function InlinePart({ part, numbered }: { part: InlineText[number]; numbered: Numbered | undefined }): Content {
  switch (part.kind) {
    case 'text': {
      const told = <Words text={part.text} />;
      const words = part.emphasis === true ? <em>{told}</em> : told;
      return part.strong === true ? <strong>{words}</strong> : words;
    }
    case 'link':
      return (
        <a href={part.href} rel="noreferrer">
          {part.text}
        </a>
      );
    case 'reference':
      return <a href={`#${part.to}`}>{numbered?.references.get(part.to) ?? '…'}</a>;
    case 'footnote':
      return (
        <small>
          {' ('}
          <Inline text={part.text} numbered={numbered} />)
        </small>
      );
    case 'break':
      return <br />;
  }
}

/** A date is not broken at its hyphens. */
function Words({ text }: { text: string }) {
  const pieces = text.split(/(\d{4}-\d{2}-\d{2})/);
  return <>{pieces.map((piece, index) => (index % 2 === 1 ? <span class="report-day">{piece}</span> : piece))}</>;
}

function ListView({ block, language, numbered }: BlockProps<List>) {
  const items = block.items.map(({ text, list }) => (
    <li>
      <Inline text={text} numbered={numbered} />
      {list && <ListView block={list} language={language} numbered={numbered} />}
    </li>
  ));
  return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>;
}

function TableView({ block, language, numbered }: BlockProps<Table>) {
  const label = numbered?.labelOf(block);
  const end = (index: number) => (block.columns[index]?.align === 'end' ? 'is-number' : undefined);
  return (
    <figure class="report-table">
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling region is no fieldset */}
      <div class="table-scroll" role="group" aria-label={block.caption} tabindex={0}>
        <table class={block.columns.length > 3 ? 'table is-grid is-wide' : 'table is-grid'} id={block.id}>
          <caption>{[label, block.caption].filter(Boolean).join('. ')}</caption>
          <thead>
            <tr>
              {block.columns.map(({ title }, index) => (
                <th scope="col" class={end(index)}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(({ cells, role }) =>
              role === 'group' ? (
                <tr class="report-group">
                  <th scope="colgroup" colspan={block.columns.length}>
                    <Inline text={cells[0] ?? []} numbered={numbered} />
                  </th>
                </tr>
              ) : (
                <tr>
                  {cells.map((cell, index) =>
                    index === 0 && block.rowHeader === true ? (
                      <th scope="row">
                        <Inline text={cell} numbered={numbered} />
                      </th>
                    ) : (
                      <td class={end(index)}>
                        <Inline text={cell} numbered={numbered} />
                      </td>
                    ),
                  )}
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
      <Source text={block.source} language={language} />
    </figure>
  );
}

function Source({ text = '', language }: { text: string | undefined; language: DocumentLanguage }) {
  if (text === '') return null;
  return (
    <p class="source-line">
      <Words text={sourceLine(text, language)} />
    </p>
  );
}

/** As a picture of its own: its styles may not reach the page, nor the page's it. */
function FigureView({ block, language, numbered }: BlockProps<Figure>) {
  const { picture, alt, caption, source, id } = block;
  const label = numbered?.labelOf(block);
  const data =
    picture.format === 'svg'
      ? `data:image/svg+xml;base64,${Buffer.from(picture.svg).toString('base64')}`
      : `data:image/${picture.format};base64,${Buffer.from(picture.bytes).toString('base64')}`;
  return (
    <figure class="report-figure" id={id}>
      {/* biome-ignore lint/a11y/useSemanticElements: a scrolling region is no fieldset */}
      <div class="table-scroll" role="group" aria-label={caption} tabindex={0}>
        <img src={data} alt={alt} width={Math.round(picture.width)} height={Math.round(picture.height)} />
      </div>
      <figcaption>
        {[label, caption].filter(Boolean).join('. ')}
        <Source text={source} language={language} />
      </figcaption>
    </figure>
  );
}
