export { readAssets } from './assets.ts';
export { idParam } from './id-param.ts';
export { type ListShape, type ListState, likePattern, listHref, readListState, sortLink } from './list-state.ts';
export { type Listening, listen, PortTakenError } from './listen.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { languageCookie, type RequestTenant } from './request.ts';
export { type FormFields, field, fieldList, RefusedError, type Route, type SambandRequest } from './route.ts';
export { createServer, type KeptForm, type ServerParts, type SignedIn, sessionCookie } from './server.tsx';
