/** What a trigger through the API is called in the customer's event history. */
export const TRIGGER_EVENT = 'journey.triggered';

/** What the customer's event history calls it that a paused journey did not let them in. */
export const NOT_ENTERED_EVENT = 'journey.not-entered';

/** The end reason of an enrollment whose customer is not there any more. */
export const CUSTOMER_GONE = 'customer-gone';
