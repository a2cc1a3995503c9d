/**
 * Turbo's progress bar brings a style element of its own. The content policy allows no inline style, so the one text is
 * let in by its hash: `style-src 'self' ${turboStyleHash}`. Turbo's version is pinned; a browser test sees if it changes.
 */
export const turboStyleHash = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";
