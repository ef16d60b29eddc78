package calltally.reporting.export;

/** What the values of a column are. */
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
  /** In seconds, milliseconds kept. */
  SECONDS,
  /** A local date of the source. */
  DATE,
  /** An instant, written in the source's zone. */
  MOMENT
}
