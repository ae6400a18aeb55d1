/**
 * An e-mail to one address, or to none yet, with a subject and a text: all that the program gives to another one by
 * an address. Anything else in it (an attachment, a second address) is refused.
 */
export function isMail(address: string): boolean {
  const url = address.length > 2000 ? null : URL.parse(address)
  if (url?.protocol !== 'mailto:' || !/^([\w.%+-]+(@|%40)[\w.-]+)?$/i.test(url.pathname)) return false
  if (/%(?!40|2B)|%40.*(@|%40)/i.test(url.pathname)) return false
  return [...url.searchParams.keys()].every((key) => key === 'subject' || key === 'body')
}
