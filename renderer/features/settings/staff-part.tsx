import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { role, type Role } from '#core/api/fields.ts'
import { client } from '../../client.ts'
import { AskToSave } from '../../forms/ask-to-save.tsx'
import { useDraft } from '../../forms/draft.tsx'
import { ChoiceField } from '../../forms/choice-field.tsx'
import { PasswordField, TextField } from '../../forms/text-field.tsx'
import { problemOf } from '../../office/failure.ts'
import { useOffice } from '../../office/office.ts'
import { orpc } from '../../office/query.ts'
import { useCommand } from '../../office/use-command.ts'
import { ListMenu } from '../../ui/list-menu.tsx'
import { Sheet } from '../../ui/sheet.tsx'
import { useToast } from '../../ui/toast.tsx'

export function StaffPart() {
  const { t } = useTranslation(['settings', 'enums'])
  const { me } = useOffice()
  const staff = useQuery(orpc.settings.staff.queryOptions()).data ?? []
  const [adding, setAdding] = useState(false)
  return (
    <Sheet
      title={t('staff.title')}
      className="settings-sheet"
      aside={<ListMenu list="staff" name={t('staff.title')} />}
    >
      <div className="table-scroll">
        <table className="data-table" aria-label={t('staff.title')}>
          <thead>
            <tr>
              <th scope="col">{t('staff.name')}</th>
              <th scope="col">{t('staff.function')}</th>
              <th scope="col">{t('staff.role')}</th>
            </tr>
          </thead>
          <tbody>
            {staff.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <bdi>{one.name}</bdi>
                  {one.id === me.id && <span className="dim settings-plain">{` (${t('staff.you')})`}</span>}
                  {!one.active && <span className="dim settings-plain">{` (${t('staff.notActive')})`}</span>}
                </th>
                <td>{one.function_title}</td>
                <td>{t(`enums:role.${one.role}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="form-actions">
        {me.role === 'manager' ? (
          <Button leftSection={<IconPlus size={18} stroke={2} aria-hidden />} onClick={() => setAdding(true)}>
            {t('staff.add')}
          </Button>
        ) : (
          <p className="dim">{t('staff.onlyManager')}</p>
        )}
      </div>
      {adding && <NewStaff onClose={() => setAdding(false)} />}
    </Sheet>
  )
}

function NewStaff({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation(['settings', 'enums'])
  const toast = useToast()
  const [form, setForm] = useState({ name: '', function_title: '', role: 'coach' as Role, password: '' })
  const add = useCommand(client.settings.addStaff)
  const { password: _secret, ...plain } = form
  const draft = useDraft('staff:new', plain, (left) => setForm((now) => ({ ...now, ...left })))
  const set = (part: Partial<typeof form>) => setForm((now) => ({ ...now, ...part }))
  async function answer(): Promise<void> {
    if (!(await add.run(form))) return
    draft.clear()
    toast({ text: t('staff.added', { name: form.name }) })
    onClose()
  }
  return (
    <AskToSave
      opened
      title={t('staff.addTitle')}
      answer={t('staff.add')}
      onAnswer={() => void answer()}
      onClose={onClose}
      save={add}
      draft={draft}
    >
      <TextField
        label={t('staff.name')}
        value={form.name}
        onChange={(name) => set({ name })}
        problem={problemOf(add.failure, 'name')}
        autoFocus
        noSpelling
      />
      <TextField
        label={t('staff.function')}
        optional
        value={form.function_title}
        onChange={(function_title) => set({ function_title })}
      />
      <ChoiceField
        label={t('staff.role')}
        hint={t('staff.roleHint')}
        row
        value={form.role}
        onChange={(next) => set({ role: next })}
        choices={role.options.map((one) => ({ value: one, label: t(`enums:role.${one}`) }))}
      />
      <PasswordField
        label={t('staff.password')}
        hint={t('staff.passwordHint')}
        showLabel={t('staff.showPassword')}
        autoComplete="new-password"
        value={form.password}
        onChange={(password) => set({ password })}
        problem={problemOf(add.failure, 'password')}
      />
    </AskToSave>
  )
}
