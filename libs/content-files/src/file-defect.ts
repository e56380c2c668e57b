/** What is wrong with files, whatever content they hold. */
export const FILE_DEFECTS = {
  'file.not-yaml': 'The file cannot be read as YAML.',
  'file.too-large': 'The file is larger than a document can be.',
  'file.too-deep': 'The document is nested too deeply.',
  'file.too-many-aliases': 'Aliases of the document repeat more than anybody would write.',
  'file.tag': 'The document has a tag such as !!binary; it is to hold plain values.',
  'file.duplicate-member': 'A member stands in the document twice.',
  'file.not-a-document': 'The file holds no members.',
  'file.not-json': 'A value that JSON does not have, such as .nan.',
  'file.inexact-number': 'A number that cannot be kept exactly.',
  'file.state': 'The state is none that there is.',
  'file.wrong-key': 'The key in the document is not that of the file name.',
  'file.misplaced': 'The name of the file or its folder is none that content can have.',
  'file.unknown-type': 'The folder has the name of no content type.',
  'file.duplicate': 'Two files hold the same thing.',
  'file.no-draft': 'What is published has no draft beside it.',
} as const;

export type FileDefectCode = keyof typeof FILE_DEFECTS;

/** Something wrong with a file, where a person can find it. */
export interface FileDefect {
  readonly code: FileDefectCode;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** `touchpoints/sms.yaml:3:7`, as editors and terminals follow it. */
export function locationOf({ path, line, column }: Pick<FileDefect, 'path' | 'line' | 'column'>): string {
  return `${path}:${String(line)}:${String(column)}`;
}
