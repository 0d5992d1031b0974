/** Own templates of official documents */
export const template = {
  sub: 'Documents are exported in your own Word layout where a template is in force, else in the built-in one.',
  none: 'No templates for you to keep',
  noneText: 'The clerk keeps the templates of a body’s documents, the inspection office that of its notices.',
  builtin: 'Built-in layout in use',
  own: 'Version {{number}} in use: {{file}}',
  start: 'Download a starting template',
  upload: 'Upload a template',
  uploadHint: '.docx, at most 5 MB. It is checked first and kept only if it fits; then put it in force.',
  checking: 'Checking…',
  refused: '“{{name}}” cannot be a template and was not kept',
  lost: 'It did not arrive. Check the network and choose the file again.',
  versionsOf: 'Versions of the template: {{name}}',
  version: 'Version',
  numbered: 'Version {{number}}',
  file: 'File',
  state: 'State',
  uploaded: 'Uploaded',
  changed: 'In force or retired',
  preview: 'Download filled',
  previewOf: 'Download version {{number}} filled',
  placeholders_one: '{{count}} placeholder',
  placeholders_other: '{{count}} placeholders',
  howTo:
    'Type a name in braces into the text of the template, such as {{name}}. A list is written {{list}}, both in the text or both in one row of a table, and repeated for each item; a text written so is left out where it is empty.',
  written: 'Written',
  where: 'Where',
  anywhere: 'Anywhere',
  within: 'Within “{{name}}”',
  means: 'What comes in its place',
  done: {
    kept: 'Kept as version {{number}}; put it in force to export by it',
    putTemplateInForce: 'Version {{number}} is in force; exports follow it from now on',
    removeTemplate: 'Version {{number}} is retired; exports use the built-in layout from now on',
  },
};

export const templateWords = {
  templateKind: {
    REPORT: 'Progress report',
    PLAN: 'Plan with its three lists',
    PRINCIPAL_REPORT: 'Principal’s own report',
    NOTICE: 'Notices',
  },
  templateState: { READY: 'Not in force yet', IN_FORCE: 'In force', RETIRED: 'Retired' },
  templateVerb: { putTemplateInForce: 'Put in force', removeTemplate: 'Take out of force' },
};

export const templateRefusals = {
  templates_fileGone: 'The file of the template is gone; upload it again.',
  templates_tooMuch: 'There is too much to lay out by the own template in time; export in the built-in layout.',
  templates_notInForce: 'Version {{number}} is not in force.',
  templates_inForceAlready: 'Version {{number}} is in force already.',
  templates_sameFile: 'This file is version {{number}} already; put that in force.',
  templates_nothingToShow: 'There is nothing to fill in yet: open an inspection or send a notice first.',
  templates_kind: 'There is no template of this kind.',
  templates_unfit: 'The file cannot be a template; correct what is listed.',
  templates_noPdf:
    'The own template version {{number}} is in use, which makes .docx alone; for PDF take the built-in layout.',
};
