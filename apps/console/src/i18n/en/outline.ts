/** The whole body's findings in short. */
export const outline = { title: 'Title', closedOn: 'Closed on', more: 'A hundred more' };
