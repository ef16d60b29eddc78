package calltally.ingest.spool;

import calltally.exchange.request.Bytes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The content of part of a file.
 *
 * @param intact in the order of the file
 * @param damaged bytes that are no frame, though frames follow them or they look like one
 */
record Frames(List<Frame> intact, List<Damage> damaged) {

  /** Reads all that can be read, from a position to the end. */
  static Frames of(byte[] bytes, int start) {
    Frames frames = new Frames(new ArrayList<>(), new ArrayList<>());
    int position = start;
    while (position < bytes.length) {
      Optional<Frame> frame = Frame.at(position, bytes);
      frame.ifPresent(frames.intact::add);
      position = frame.isPresent() ? position + frame.get().length() : frames.skip(position, bytes);
    }
    return frames;
  }

  /** Returns where the next intact frame begins; records the bytes before it as damaged. */
  private int skip(int damage, byte[] bytes) {
    int next = Frame.nextMark(damage + 1, bytes);
    while (next < bytes.length && Frame.at(next, bytes).isEmpty()) {
      next = Frame.nextMark(next + 1, bytes);
    }
    damaged.add(
        new Damage(
            damage,
            Bytes.of(Arrays.copyOfRange(bytes, damage, next)),
            Frame.isCutOff(damage, bytes)));
    return next;
  }

  /**
   * Unreadable bytes.
   *
   * @param position in the file
   * @param isTorn the file ends before they do: what a crash leaves of records never confirmed
   */
  record Damage(int position, Bytes bytes, boolean isTorn) {

    /** Whether all are zero: after a power loss, a file may have its length but no content. */
    boolean isEmpty() {
      for (byte next : bytes.toArray()) {
        if (next != 0) {
          return false;
        }
      }
      return true;
    }
  }
}
