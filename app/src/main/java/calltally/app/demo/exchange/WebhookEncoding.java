package calltally.app.demo.exchange;

/** The form of a notification over HTTP. */
enum WebhookEncoding {
  /** A query string. */
  GET,
  /** A query string whose plus signs are sent as they are, so that they arrive as blanks. */
  GET_WITH_RAW_PLUS,
  /** An urlencoded body. */
  FORM,
  /** One flat JSON object. */
  JSON
}
