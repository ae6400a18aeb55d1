/** Bytes from the contract as a file of the user's: the browser or the desktop program asks where. */

export const spreadsheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
export const textTableType = 'text/csv;charset=utf-8'

export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
}

/** `type` is a media type. */
export function saveFile(base64: string, name: string, type: string): void {
  const url = URL.createObjectURL(new Blob([bytesOf(base64)], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000) // the download reads it after this
}

export function savePdf(base64: string, name: string): void {
  saveFile(base64, name, 'application/pdf')
}
