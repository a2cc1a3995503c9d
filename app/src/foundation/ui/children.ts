import type { Child } from 'hono/jsx';

/** What may stand between the tags of a part. */
export type Content = Child | Child[];
