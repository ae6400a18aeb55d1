/**
 * An e-mail to one address, or to none yet, with a subject and a text: all that the program gives to another one by
 * an address. Anything else in it (an attachment, a second address) is refused.
 */
export function isMail(address: string): boolean {
  if (address.length > 2000) return false
  const parts = /^mailto:([^?#]*)(?:\?([^?#]*))?$/i.exec(address)
  if (parts === null) return false
  const [, to = '', query = ''] = parts
  if (!/^([\w.%+-]+(@|%40)[\w.-]+)?$/i.test(to)) return false
  if (/%(?!40|2B)|%40.*(@|%40)/i.test(to)) return false
  return query === '' || query.split('&').every((part) => /^(subject|body)=[^=]*$/.test(part))
}
