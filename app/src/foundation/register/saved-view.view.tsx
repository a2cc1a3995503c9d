import { type ListState, listHref } from '../http/index.ts';
import type { Language } from '../texts/index.ts';
import { Button, Checkbox, Form, FormRow, TextField } from '../ui/index.ts';
import type { Register } from './register.rules.ts';
import type { SavedView } from './saved-view.store.ts';
import { texts } from './texts.ts';

/** The ways of looking at the list that have been saved, and a form that saves the one on the page. */
export function SavedViews({
  register,
  state,
  views,
  asked,
  language,
}: {
  register: Register;
  state: ListState;
  views: readonly SavedView[];
  /** Something is searched, filtered or sorted, so that there is a view to save. */
  asked: boolean;
  language: Language;
}) {
  const t = texts(language).views;
  const query = listHref('', state).slice(1);
  return (
    <>
      {views.length > 0 && (
        <ul class="saved-views" aria-label={t.title}>
          {views.map((view) => (
            <li>
              <a href={`${register.path}?${view.query}`} aria-current={view.query === query ? 'page' : undefined}>
                {view.name}
              </a>
              {view.own && (
                <form action={`${register.path}/vyer/${view.id}/ta-bort`} method="post">
                  <Button variant="quiet" small label={t.remove(view.name)}>
                    ×
                  </Button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {asked && (
        <details class="more-filters">
          <summary>{t.save}</summary>
          <Form action={`${register.path}/vyer`} hidden={{ query }} label={t.save}>
            <FormRow>
              <TextField name="name" id="view-name" label={t.name} maxlength={100} required />
              <Checkbox name="forAll" id="view-for-all" label={t.forAll} />
              <Button variant="secondary">{t.save}</Button>
            </FormRow>
          </Form>
        </details>
      )}
    </>
  );
}
