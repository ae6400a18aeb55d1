/** An organisation with something to do, and somebody who goes there. */
import { t, type Session } from '../harness.ts'

export const hostName = 'Kringloop De Proefzolder'
export const openingTitle = 'Naaiatelier'

export async function addHost({ page, keys }: Session): Promise<void> {
  await keys.link(t('app:shell.nav.network'))
  await keys.button(t('places:hosts.emptyAction'))
  const dialog = page.getByRole('dialog')
  await keys.type(t('places:hosts.name'), hostName, dialog)
  await keys.select(t('places:hosts.kind'), t('enums:hostKind.volunteer'), dialog)
  await keys.button(t('places:hosts.new'), dialog)
  await page.getByRole('heading', { level: 1, name: hostName }).waitFor()
  await keys.type(t('places:hosts.city'), 'Terneuzen')
}

export async function addOpening(session: Session): Promise<void> {
  const { page, keys } = session
  await keys.button(t('places:host.addOpening'))
  const dialog = page.getByRole('dialog')
  await keys.type(t('places:opening.title'), openingTitle, dialog)
  await keys.select(t('places:form.kind'), t('enums:placementKind.volunteer'), dialog)
  await keys.button(t('places:opening.create'), dialog)
  await page.getByRole('heading', { level: 1, name: openingTitle }).waitFor()
  await keys.type(t('places:opening.tasks'), 'Kleding herstellen en vermaken')
  await keys.type(t('places:opening.capacity'), '2')
  await keys.press('Tab')
  await session.expectGood('walk-31-aanbod')
  await page.getByRole('link', { name: t('matching:opening.at', { host: hostName }) }).focus()
  await keys.press('Enter')
  await page.getByRole('heading', { level: 1, name: hostName }).waitFor()
  await page.getByText(t('matching:opening.state.open', { free: 2, capacity: 2 })).waitFor()
}

export async function place(session: Session, person: string): Promise<void> {
  const { page, keys } = session
  await keys.link(new RegExp(`^${t('places:host.place')}.*${openingTitle}`))
  await page.getByRole('heading', { level: 1, name: t('places:form.title') }).waitFor()
  await keys.type(t('places:form.findPerson'), person.slice(0, 5))
  await keys.button(person)
  await page.getByText(t('places:form.otherPerson')).waitFor()
  await keys.choose(t('places:form.goal'), t('enums:placementGoal.experience'))
  await keys.type(t('places:form.ownWords'), 'Ik wil leren hoe een atelier hier werkt.')
  await keys.type(t('places:form.explainedOn'), '5-11-2026')
  await keys.type(t('places:form.explainedLanguage'), 'Arabisch')
  await keys.choose(t('places:form.understood'), t('places:form.understoodYes'))
  await keys.choose(t('places:form.stage'), t('enums:placementStage.placed'))
  await keys.type(t('places:form.starts'), '9-11-2026')
  await keys.type(t('places:form.hours'), '4')
  await keys.type(t('places:form.nextAction'), 'Bellen of het goed gaat')
  await keys.type(t('places:form.nextOn'), '25-11-2026')
  await session.expectGood('walk-32-plek', { names: [person] })
  await keys.button(t('places:form.create'))
}
