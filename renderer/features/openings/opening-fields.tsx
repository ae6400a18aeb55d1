/** All about one opening; every field saves itself. */
import { useTranslation } from 'react-i18next'
import { placementKind } from '#core/api/fields.ts'
import type { Inputs } from '#core/api/contract.ts'
import { placementInsurance } from '#core/api/placement-fields.ts'
import { openingCompany, openingSurroundings, type OpeningView } from '#core/api/places.ts'
import { spokenLevels } from '#core/matching/facts.ts'
import { client } from '../../client.ts'
import { ChoiceField, SelectField } from '../../forms/choice-field.tsx'
import { DateField } from '../../forms/date-field.tsx'
import { PostcodeField } from '../../forms/postcode-field.tsx'
import { AreaField, TextField } from '../../forms/text-field.tsx'
import { useAutosave } from '../../forms/use-autosave.ts'
import { useOffice } from '../../office/office.ts'
import { Sheet } from '../../ui/sheet.tsx'
import { HoursField } from '../places/hours-field.tsx'
import { fieldId } from './asked-field.ts'
import { HeavyField } from './heavy-field.tsx'
import { NumberBox } from './number-box.tsx'
import { PartsField } from './parts-field.tsx'
import { withChosen, type WorkWords } from './work-words.ts'

type Fields = Inputs['openings']['save']['fields']
type Saved = { [K in keyof Fields]-?: Exclude<Fields[K], undefined> }

/** A field of this opening that saves itself, and can be gone to. */
function useField<K extends keyof Saved & keyof OpeningView>(opening: OpeningView, key: K) {
  const field = useAutosave<Saved[K]>(key, opening[key] as Saved[K], (value) =>
    client.openings.save({ id: opening.id, fields: { [key]: value } as Fields }),
  )
  return { ...field, id: fieldId(key) }
}

type Props = { opening: OpeningView; words: WorkWords }

export function WorkSheet({ opening, words }: Props) {
  const { t } = useTranslation(['matching', 'places', 'enums'])
  const title = useField(opening, 'title')
  const kind = useField(opening, 'kind')
  const tasks = useField(opening, 'tasks')
  const sector = useField(opening, 'sector')
  const capacity = useField(opening, 'capacity')
  const insurance = useField(opening, 'insurance')
  const surroundings = useField(opening, 'surroundings')
  const company = useField(opening, 'company')
  return (
    <Sheet title={t('opening.work')}>
      <div className="form">
        <TextField label={t('places:opening.title')} {...title} />
        <div className="form-row">
          <SelectField
            label={t('places:form.kind')}
            choices={placementKind.options.map((one) => ({
              value: one,
              label: t(`enums:placementKind.${one}`),
            }))}
            {...kind}
          />
          <SelectField
            label={t('opening.sector')}
            choices={[
              { value: '', label: t('opening.none') },
              ...withChosen(words.sectors, sector.value, words.sector(sector.value)),
            ]}
            {...sector}
          />
        </div>
        <AreaField label={t('places:opening.tasks')} optional {...tasks} />
        <div className="form-row">
          <SelectField
            label={t('opening.surroundings')}
            choices={openingSurroundings.options.map((one) => ({
              value: one,
              label: one === '' ? t('opening.none') : t(`opening.surroundingsWord.${one}`),
            }))}
            {...surroundings}
          />
          <SelectField
            label={t('opening.company')}
            choices={openingCompany.options.map((one) => ({
              value: one,
              label: one === '' ? t('opening.none') : t(`opening.companyWord.${one}`),
            }))}
            {...company}
          />
        </div>
        <div className="form-row">
          <NumberBox
            id={capacity.id}
            label={t('places:opening.capacity')}
            most={200}
            needed
            value={capacity.value}
            onChange={(people) => people !== null && capacity.onChange(people)}
            onBlur={capacity.onBlur}
            problem={capacity.problem}
          />
          <SelectField
            label={t('opening.insurance')}
            choices={placementInsurance.options.map((one) => ({
              value: one,
              label: one === '' ? t('opening.none') : t(`opening.insuranceWord.${one}`),
            }))}
            {...insurance}
          />
        </div>
      </div>
    </Sheet>
  )
}

export function WhenSheet({ opening }: { opening: OpeningView }) {
  const { t } = useTranslation(['matching', 'places'])
  const { today } = useOffice()
  const parts = useField(opening, 'parts')
  const needed = useField(opening, 'parts_needed')
  const hours = useField(opening, 'minutes_per_week')
  const days = useField(opening, 'days')
  const place = useField(opening, 'place')
  const postcode = useField(opening, 'postcode')
  const from = useField(opening, 'open_from')
  const until = useField(opening, 'open_until')
  const closed = useField(opening, 'closed')
  const { hostPlace } = opening
  return (
    <Sheet title={t('opening.when')}>
      <div className="form">
        <PartsField
          id={parts.id}
          label={t('opening.parts')}
          value={parts.value}
          onChange={parts.onChange}
          problem={parts.problem}
        />
        <div className="form-row">
          <NumberBox
            label={t('opening.partsNeeded')}
            hint={t('opening.partsNeededHint')}
            most={Math.max(1, parts.value.length)}
            {...needed}
          />
          <HoursField label={t('places:form.hours')} {...hours} />
        </div>
        <TextField label={t('opening.overDays')} hint={t('opening.overDaysHint')} optional {...days} />
        <div className="form-row">
          <TextField
            label={t('opening.place')}
            hint={hostPlace === '' ? t('opening.placeHintNone') : t('opening.placeHint', { city: hostPlace })}
            optional
            {...place}
          />
          <PostcodeField label={t('opening.postcode')} optional {...postcode} />
        </div>
        <div className="form-row">
          <DateField label={t('places:opening.from')} optional today={today} {...from} />
          <DateField label={t('places:opening.until')} optional today={today} {...until} />
        </div>
        <div id={closed.id}>
          <ChoiceField
            label={t('places:opening.available')}
            row
            value={closed.value ? 'no' : 'yes'}
            onChange={(value) => closed.onChange(value === 'no')}
            choices={[
              { value: 'yes', label: t('places:opening.availableYes') },
              { value: 'no', label: t('places:opening.availableNo') },
            ]}
          />
        </div>
      </div>
    </Sheet>
  )
}

export function AsksSheet({ opening, words }: Props) {
  const { t } = useTranslation(['matching', 'places'])
  const level = useField(opening, 'language_level')
  const licence = useField(opening, 'licence')
  const heavy = useField(opening, 'heavy')
  const demands = useField(opening, 'demands')
  const levels = spokenLevels.map((one) => ({ value: one as string, label: one as string }))
  return (
    <Sheet title={t('opening.asks')}>
      <div className="form">
        <div className="form-row">
          <SelectField
            label={t('opening.language')}
            choices={[
              { value: '', label: t('opening.languageNone') },
              ...withChosen(levels, level.value, level.value),
            ]}
            {...level}
          />
          <SelectField
            label={t('opening.licence')}
            choices={[
              { value: '', label: t('opening.licenceNone') },
              ...withChosen(words.licences, licence.value, words.licence(licence.value)),
            ]}
            {...licence}
          />
        </div>
        <HeavyField id={heavy.id} words={words} value={heavy.value} onChange={heavy.onChange} />
        <TextField label={t('opening.demands')} hint={t('opening.demandsHint')} optional {...demands} />
      </div>
    </Sheet>
  )
}
