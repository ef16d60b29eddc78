package calltally.ingest.file;

import calltally.ingest.file.line.DamagedLine;
import calltally.ingest.file.table.TableTime;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a finished call began, was answered and ended, as far as its row says.
 *
 * @param answer null where it is not known
 * @param talk as reported; null where it is not known
 * @param isWaitKnown whether a missed call's end is known
 */
record CallSpan(
    Instant start,
    @Nullable Instant answer,
    Instant end,
    @Nullable Duration talk,
    boolean isWaitKnown) {

  static CallSpan of(CallRow row, TableTime times, boolean isAnswered) {
    String written = row.time(CallColumn.START);
    if (written.isEmpty()) {
      throw new DamagedLine("time", "a finished call must have the time of its start");
    }
    Instant start = times.instant(written);
    Instant end = moment(row, CallColumn.END, start, times);
    return isAnswered ? answered(row, start, end, times) : missed(row, start, end);
  }

  private static CallSpan answered(
      CallRow row, Instant start, @Nullable Instant ended, TableTime times) {
    Duration talk = row.length(CallColumn.TALK);
    Duration wait = row.length(CallColumn.WAIT);
    Duration whole = row.length(CallColumn.DURATION);
    Instant end = ended != null || whole == null ? ended : start.plus(whole);
    Instant answer = moment(row, CallColumn.ANSWER, start, times);
    if (answer == null && wait != null) {
      answer = start.plus(wait);
    } else if (answer == null && talk != null && end != null) {
      answer = end.minus(talk);
    }
    if (answer != null && answer.isBefore(start)) {
      answer = null;
    }
    if (ended == null && answer != null && talk != null) {
      end = answer.plus(talk);
    }
    Duration reported = talk == null && answer == null ? whole : talk;
    return new CallSpan(start, answer, end == null ? start : end, reported, answer != null);
  }

  private static CallSpan missed(CallRow row, Instant start, @Nullable Instant ended) {
    Duration wait = row.length(CallColumn.WAIT);
    Duration whole = row.length(CallColumn.DURATION);
    if (ended != null) {
      return new CallSpan(start, null, ended, null, true);
    }
    Duration length = wait == null ? whole : wait;
    boolean isKnown = wait != null || (whole != null && !whole.isZero());
    return new CallSpan(start, null, length == null ? start : start.plus(length), null, isKnown);
  }

  private static @Nullable Instant moment(
      CallRow row, CallColumn column, Instant start, TableTime times) {
    String written = row.time(column);
    return written.isEmpty() ? null : times.instantAfter(start, written);
  }
}
