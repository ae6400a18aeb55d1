/** The story for the municipality: only with permission, which can be recorded from here. */
import { UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { AreaField } from '../../forms/text-field.tsx'
import { StateWord } from '../../ui/state-word.tsx'
import type { Moment } from './moment-screen.tsx'

export function StoryField({
  moment,
  value,
  onChange,
  onAsk,
}: {
  moment: Moment
  value: string
  onChange: (story: string) => void
  /** Record the permission: a form of its own, so never inside this one. */
  onAsk: () => void
}) {
  const { t } = useTranslation('aftercare')
  const may = moment.storyPermission
  return (
    <div className="aftercare-story">
      {(may || value !== '') && (
        <AreaField
          label={t('form.story')}
          hint={t('form.storyHint')}
          optional
          value={value}
          onChange={onChange}
        />
      )}
      {!may && (
        <p>
          <StateWord kind="care">{value === '' ? t('form.storyNo') : t('form.storyOld')}</StateWord>{' '}
          <UnstyledButton className="link" onClick={onAsk}>
            {t('form.storyGive')}
          </UnstyledButton>
        </p>
      )}
    </div>
  )
}
