import { listHref } from '../../foundation/http/index.ts';
import type { Language } from '../../foundation/texts/index.ts';
import { EmptyState, formatDay, formatNumber, Page, type Shell } from '../../foundation/ui/index.ts';
import { action } from './action.rules.ts';
import { actionTexts } from './action.texts.ts';
import { actionWords } from './action-page.texts.ts';
import { daysBetween, isLate } from './action-state.rules.ts';
import { viewTexts } from './action-views.texts.ts';
import { ActionFilters, ActionTabs, viewPaths } from './action-views.view.tsx';
import type { Board, BoardColumn, Card } from './board.queries.ts';
import { actionHref, MoveButtons, StatusWords } from './status.view.tsx';

export function BoardPage({ shell, board, late }: { shell: Shell; board: Board; late: number }) {
  const { language } = shell;
  const t = viewTexts(language);
  const total = board.columns.reduce((sum, column) => sum + column.total, 0);
  const back = listHref(viewPaths.board, board.state);
  return (
    <Page
      shell={shell}
      wide
      title={t.boardPage.title}
      lead={late === 0 ? t.noneLate : t.late(formatNumber(late, language), late === 1)}
      crumbs={[{ href: action.path, label: actionTexts(language).title }]}
    >
      <ActionTabs view="board" state={board.state} language={language} />
      <ActionFilters asked={board} view="board" language={language} />
      {total === 0 ? (
        <EmptyState title={t.noHits}>{t.noHitsHelp}</EmptyState>
      ) : (
        <action-board>
          {board.tellable.size > 0 && <p class="muted board-keys">{t.boardPage.keys}</p>}
          <div class="board">
            {board.columns.map((column) => (
              <Column column={column} board={board} back={back} language={language} />
            ))}
          </div>
          <form class="board-drop" method="post" action={viewPaths.board} hidden>
            <input type="hidden" name="fran" />
            <input type="hidden" name="till" />
            <input type="hidden" name="back" value={back} />
          </form>
        </action-board>
      )}
    </Page>
  );
}

interface ColumnProps {
  readonly column: BoardColumn;
  readonly board: Board;
  readonly back: string;
  readonly language: Language;
}

function Column({ column, board, back, language }: ColumnProps) {
  const t = viewTexts(language).boardPage;
  const { state, total, cards } = column;
  const number = (value: number) => formatNumber(value, language);
  const inList = listHref(action.path, board.state, { filters: { ...board.state.filters, state } });
  return (
    <section class="board-column" data-state={state} aria-labelledby={`spalt-${state}`}>
      <h2 id={`spalt-${state}`}>
        {actionWords(language).state[state]} <small class="muted">{number(total)}</small>
      </h2>
      {cards.length === 0 && <p class="muted">{t.empty}</p>}
      <ul>
        {cards.map((card) => (
          <li
            class="board-card"
            id={`kort-${card.id}`}
            data-card={card.id}
            data-state={state}
            data-moves={board.tellable.has(card.id) ? '' : undefined}
          >
            <CardView card={card} board={board} back={back} language={language} />
          </li>
        ))}
      </ul>
      {cards.length < total && <a href={inList}>{t.all(number(total))}</a>}
    </section>
  );
}

function CardView({ card, board, back, language }: Omit<ColumnProps, 'column'> & { readonly card: Card }) {
  const t = viewTexts(language).boardPage;
  const words = actionWords(language);
  const { id, title, owner, status, state, ends, closedOn } = card;
  const late = isLate(card, board.today);
  return (
    <>
      <p class="board-title">
        <StatusWords status={status} language={language} quiet /> <a href={actionHref(id)}>{title}</a>
      </p>
      <p class="board-facts">
        {(owner !== null && board.owners.get(owner)) || words.noOwner}
        {late && ends !== null && <span class="late"> · {words.late(daysBetween(ends, board.today))}</span>}
        {!late && (closedOn ?? ends) !== null && <> · {formatDay((closedOn ?? ends)!, language)}</>}
      </p>
      {board.tellable.has(id) && (
        <details class="board-moves">
          <summary aria-label={t.moveLabel(title)}>{t.move}</summary>
          <div class="action-moves">
            <MoveButtons id={id} title={title} state={state ?? 'planned'} back={back} language={language} />
          </div>
        </details>
      )}
    </>
  );
}
