export { PostcodeField } from './checked-fields.tsx'
