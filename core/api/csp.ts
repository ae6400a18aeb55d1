/**
 * The Content-Security-Policy of every page, sent as a header by the desktop shell and by the browser host
 * (a `<meta>` would leave out frame-ancestors). Nothing is loaded from anywhere but the program itself.
 * `style-src-attr 'unsafe-inline'`: the UI kit sets sizes and colours through style attributes.
 * `frame-src blob:`: a letter's PDF is shown in a frame from bytes that came over the contract.
 */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "style-src-attr 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data:",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  'frame-src blob:',
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')
