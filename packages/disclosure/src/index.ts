export { writeBundle } from './bundle.ts';
export type { CommentForm, PublicComment, Talk } from './comments.ts';
export type { Links } from './frame.ts';
export { itemPage } from './item-page.ts';
export { listPage, plainPage } from './list-page.ts';
export { LOOK_HASH } from './look.ts';
export { publicationPage } from './publication-page.ts';
export { prose } from './words.ts';
