/** A test that reads the clock: what else the machine does now and then is no fault of the product, so that it may try thrice. */
export const MEASURED = { retry: 2 };
