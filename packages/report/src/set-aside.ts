/** Why a stretch of a file is no part of the report's text. */
export type SetAsideKind =
  /** Running heads, running feet and page numbers of a PDF. */
  | 'PAGE_FURNITURE'
  /** Menus, footers, links to neighbours and buttons of a web page. */
  | 'SITE_CHROME'
  /** Text that a reader of the file does not see: hidden, deleted, or a watermark. */
  | 'HIDDEN'
  /** Footnotes, endnotes and comments. */
  | 'NOTE'
  /** What could not be read: a page that is only a picture, a script that is not run. */
  | 'UNREAD';

/** Something a file holds that was left out of the report's text on purpose: kept and shown, never lost in silence. */
export interface SetAside {
  kind: SetAsideKind;
  text: string;
  /** Page of a PDF, from 1. */
  page?: number;
}

/** A report file as read: its text, and what was left out of it. */
export interface FileReading {
  text: string;
  setAside: SetAside[];
}
