import type { Language } from '../texts/index.ts';
import { Attachments } from './attachment.view.tsx';
import { type CommentForm, Comments } from './comment.view.tsx';
import type { Hanging as HangingParts } from './hanging.queries.ts';
import { type LinkForm, Links } from './link.view.tsx';
import type { Register } from './register.rules.ts';
import type { Row } from './row.store.ts';

/** What was typed and could not be taken, shown again where it was typed. */
export interface HangingForms {
  readonly comment?: CommentForm;
  readonly link?: LinkForm;
}

export interface HangingProps {
  readonly register: Register;
  readonly row: Row;
  readonly parts: HangingParts;
  readonly forms: HangingForms;
  readonly mayChange: boolean;
  readonly personId: string;
  readonly language: Language;
}

export function Hanging({ register, row, parts, forms, mayChange, personId, language }: HangingProps) {
  const common = { register, row, mayChange, language };
  return (
    <>
      <Links {...common} part={parts.links} form={forms.link} />
      {parts.attachments !== undefined && <Attachments {...common} part={parts.attachments} />}
      <Comments
        register={register}
        row={row}
        part={parts.comments}
        form={forms.comment}
        personId={personId}
        language={language}
      />
    </>
  );
}
