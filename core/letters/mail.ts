/**
 * An e-mail to one address, or to none yet, with a subject and a text: all that the program gives to another one by
 * an address. Anything else in it (an attachment, a second address) is refused.
 */
export function isMail(address: string): boolean {
  const [to = '', query = '', ...more] = address.split('?')
  return (
    address.length <= 2000 &&
    more.length === 0 &&
    /^mailto:((\w|[.+-]|%2B)+(@|%40)[\w.-]+)?$/i.test(to) &&
    query.split('&').every((part) => /^(subject|body)=/.test(part))
  )
}
