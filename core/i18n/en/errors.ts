/**
 * For each code of core/api/errors.ts: what happened (`title`), what that means for the data (`body`), and what
 * to do now (`todo`). Values: `path`, `version`, `ref`, as the code's data have them.
 */
export default {
  NOT_SET_UP: {
    title: 'There is no office on this PC yet.',
    body: 'Nothing was saved.',
    todo: 'Begin with the first start.',
  },
  ALREADY_SET_UP: {
    title: 'There is an office on this PC already.',
    body: 'Its data were not changed.',
    todo: 'Close this screen, open Trajectboek again and sign in.',
  },
  LOCKED: {
    title: 'Trajectboek is locked.',
    body: 'What was saved before is safe. This last change is not saved yet.',
    todo: 'Sign in and try once more.',
  },
  WRONG_PASSWORD: {
    title: 'This password does not go with this name.',
    body: 'Nothing was changed.',
    todo: 'See that Caps Lock is off and type the password once more. Forgotten? The recovery code on paper always opens the data.',
  },
  WRONG_CODE: {
    title: 'This code does not open the file.',
    body: 'Nothing was changed. It may be the code of another file, or the beginning of the file is damaged: the two look alike.',
    todo: 'See whether the key number on the sheet belongs to this file, or try another copy.',
  },
  FORBIDDEN: {
    title: 'Only a manager can do this.',
    body: 'Nothing was changed.',
    todo: 'Ask a colleague who is a manager.',
  },
  NOT_FOUND: {
    title: 'This is no longer here.',
    body: 'It may have been removed or undone. Nothing else was changed.',
    todo: 'Go back to the list and look it up there.',
  },
  INVALID: {
    title: 'Not saved yet: look at the marked fields.',
    body: 'What you typed is still there.',
    todo: 'Change what is said under the fields and save again.',
  },
  CLOSED_DAY: {
    title: 'The workshop is closed on this day.',
    body: 'Nothing was filled in for this day.',
    todo: 'Was it open after all? Remove the closure under Settings.',
  },
  WEEK_CLOSED: {
    title: 'Week {{week}} is closed: what is in it does not change any more.',
    body: 'Nothing was changed.',
    todo: 'Does something have to change? Go to that week and open it again.',
    link: 'To week {{week}}',
  },
  LETTER_INCOMPLETE: {
    title: 'The letter cannot be finalised yet.',
    body: 'Your draft is saved.',
    todo: 'Complete what the letter lists as needed.',
  },
  LETTER_FINAL: {
    title: 'This letter is final.',
    body: 'A final letter never changes. Nothing was changed.',
    todo: 'Make a new letter if something else has to be in it.',
  },
  LETTER_REVIEW: {
    title: 'A colleague has to check this letter first.',
    body: 'Your draft was saved. Nothing was finalised.',
    todo: 'Ask a colleague to check the letter. Whoever asked cannot agree to it themselves.',
  },
  LETTER_CLOCK: {
    title: 'The clock of this PC is on a day before the latest letter.',
    body: 'Nothing was finalised.',
    todo: 'Check the date of the PC.',
  },
  INTAKE_FINISHED: {
    title: 'This intake is finished.',
    body: 'What you just typed is still on the screen, but not in the file.',
    todo: 'Open the intake again to change something.',
  },
  NOTHING_TO_UNDO: {
    title: 'There is nothing to undo.',
    body: 'Nothing was changed.',
  },
  CHANGED_SINCE: {
    title: 'Something here was changed after that.',
    body: 'It can no longer be undone by itself. Nothing was changed.',
    todo: 'Change it yourself on the page where it is.',
  },
  EDITED_ELSEWHERE: {
    title: 'Somebody else has just changed this too.',
    body: 'What you typed is still on the screen. It was not saved yet.',
    todo: 'Choose at the field which text stays.',
  },
  FOLDER_NOT_WRITABLE: {
    title: 'Trajectboek cannot write in this folder: {{path}}',
    body: 'What was saved is safe on this PC. The copy in this folder was not brought up to date.',
    todo: 'See whether the folder is there and whether you may save in it, or choose another folder.',
  },
  DISK_FULL: {
    title: 'The disk is full.',
    body: 'What was saved before is safe. This last change is not saved; what you typed is still there.',
    todo: 'Make room: empty the recycle bin or move large files. Then save again.',
  },
  FILE_IN_USE: {
    title: 'Another program has this file open: {{path}}',
    body: 'The data were not changed.',
    todo: 'Is Trajectboek still open somewhere, perhaps for another Windows user? Close it there and try again.',
  },
  NOT_OUR_FILE: {
    title: 'This file does not belong to this office: {{path}}',
    body: 'The file was not touched.',
    todo: 'Choose another file, or a folder that does not hold it.',
  },
  UNREADABLE_FILE: {
    title: 'This file does not open: {{path}}',
    body: 'Nothing was changed or thrown away. It is damaged, it is no file of Trajectboek, or the code is not its own.',
    todo: 'Leave the file where it is. Take the sheet with the recovery code and the newest copy, and ask for help.',
  },
  NEWER_VERSION: {
    title: 'This file is of a newer Trajectboek ({{version}}): {{path}}',
    body: 'Nothing was changed.',
    todo: 'Install the newest version of Trajectboek and open the file with it.',
  },
  DAMAGED_FILE: {
    title: 'This file is damaged: {{path}}',
    body: 'Trajectboek changed nothing in it and threw nothing away.',
    todo: 'Leave the file where it is. Take the newest copy and the sheet with the recovery code, and ask for help.',
  },
  NOT_THIS_PLACE: {
    title: 'This cannot be the place: {{path}}',
    body: 'The folder is on the network, belongs to Trajectboek itself, or is the folder where your file stands already. Nothing was changed.',
    todo: 'For a copy, choose a USB stick or another disk. Trajectboek itself belongs on a disk of this PC.',
  },
  COPY_DIFFERS: {
    title: 'This copy did not come out right: {{path}}',
    body: 'What was read back differs from what was written. The copy was taken away; your data were not changed.',
    todo: 'Use another USB stick or disk and make the copy there.',
  },
  LAST_MANAGER: {
    title: 'This is the last manager.',
    body: 'There must always be somebody who can manage settings and colleagues. Nothing was changed.',
    todo: 'Make a colleague manager first.',
  },
  HOST_HAS_PEOPLE: {
    title: 'People still have a place here.',
    body: 'So the organisation stays in the list. Nothing was changed.',
    todo: 'First end their place, or find another one for them.',
  },
  PERMISSION_NEEDED: {
    title: 'This needs permission.',
    body: 'The participant has not given permission for this yet, or has taken it back. Nothing was made.',
    todo: 'Ask for it and write the permission down.',
  },
  SHUTTING_DOWN: {
    title: 'Trajectboek is closing.',
    body: 'What was saved before is safe. This last change is not saved.',
    todo: 'Open Trajectboek again and see whether everything is there.',
  },
  UNEXPECTED: {
    title: 'This did not go as it should.',
    body: 'What was saved before is safe. This last change may not be saved.',
    todo: 'Try once more. Does it keep happening? Then pass on this number: {{ref}}',
  },
  /** The browser host, opened without its key. */
  browserHost: {
    title: 'This address does not work here (any more).',
    todo: 'Close Trajectboek, start it again and open the new address.',
  },
}
