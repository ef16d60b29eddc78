package calltally.reporting.export;

/** Types of a column's values. */
public enum ColumnType {
  TEXT,
  /** A telephone number as text, or a code as the exchange writes it. */
  NUMBER,
  LINK,
  WORD,
  NAMES,
  YES,
  COUNT,
  DECIMAL,
  /** A share from 0 to 1. */
  SHARE,
  /** A duration in seconds, to the millisecond. */
  SECONDS,
  /** A local date of the source. */
  DATE,
  /** An instant, written in the source's time zone. */
  MOMENT
}
