export { readAssets } from './assets.ts';
export { listen, type Listening, PortTakenError } from './listen.ts';
export { createMetrics, type Metrics } from './metrics.ts';
export { languageCookie, type RequestTenant } from './request.ts';
export { type FormFields, field, fieldList, RefusedError, type Route, type SambandRequest } from './route.ts';
export { createServer, type KeptForm, type ServerParts, type SignedIn, sessionCookie } from './server.tsx';
