/** Brings a field of this screen into sight, with the cursor in it. */
export function goToField(id: string): void {
  const field = document.getElementById(id)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
