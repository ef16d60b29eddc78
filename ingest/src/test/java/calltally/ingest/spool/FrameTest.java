package calltally.ingest.spool;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class FrameTest {

  private static final int HEADER = 21;
  private static final byte[] FIRST = frame(1, "first");
  private static final byte[] SECOND = frame(2, "second");
  private static final byte[] THIRD = frame(3, "third");

  @Test
  void a_frame_is_read_as_written_wherever_it_begins() {
    byte[] bytes = joined(new byte[7], SECOND, THIRD);

    assertThat(Frame.at(7, bytes))
        .hasValueSatisfying(
            frame -> {
              assertThat(frame.number()).isEqualTo(2);
              assertThat(frame.content()).isEqualTo("second".getBytes(UTF_8));
              assertThat(frame.length()).isEqualTo(HEADER + 6).isEqualTo(SECOND.length);
            });
    assertThat(Frame.at(0, frame(Long.MAX_VALUE, "")))
        .hasValueSatisfying(frame -> assertThat(frame.number()).isEqualTo(Long.MAX_VALUE));
  }

  @Test
  void a_change_of_any_bit_is_detected() {
    for (int bit = 0; bit < SECOND.length * 8; bit++) {
      byte[] changed = SECOND.clone();
      changed[bit / 8] ^= (byte) (1 << bit % 8);

      assertThat(Frame.at(0, changed)).as("bit %d", bit).isEmpty();
    }
  }

  @Test
  void a_frame_cut_off_anywhere_is_none_and_known_as_cut_off() {
    for (int length = 1; length < SECOND.length; length++) {
      byte[] cut = Arrays.copyOf(SECOND, length);

      assertThat(Frame.at(0, cut)).as("length %d", length).isEmpty();
      assertThat(Frame.isCutOff(0, cut)).as("length %d", length).isTrue();
    }
    assertThat(Frame.isCutOff(0, SECOND)).isFalse();
    assertThat(Frame.isCutOff(0, new byte[100])).isFalse();
  }

  @Test
  void the_next_mark_is_where_a_frame_may_begin() {
    byte[] bytes = joined("CTF CTFR".getBytes(UTF_8), FIRST);

    assertThat(Frame.nextMark(0, bytes)).isEqualTo(4);
    assertThat(Frame.nextMark(5, bytes)).isEqualTo(8);
    assertThat(Frame.nextMark(9, bytes)).isEqualTo(bytes.length);
  }

  @Test
  void intact_frames_after_damage_are_read() {
    byte[] damaged = SECOND.clone();
    damaged[HEADER]++;

    Frames frames = Frames.of(joined(FIRST, damaged, THIRD), 0);

    assertThat(frames.intact()).extracting(Frame::number).containsExactly(1L, 3L);
    assertThat(frames.damaged())
        .singleElement()
        .satisfies(
            damage -> {
              assertThat(damage.position()).isEqualTo(FIRST.length);
              assertThat(damage.bytes().toArray()).isEqualTo(damaged);
              assertThat(damage.isTorn()).isFalse();
              assertThat(damage.isEmpty()).isFalse();
            });
  }

  @Test
  void a_mark_within_damaged_content_begins_no_frame() {
    byte[] damaged = frame(2, "CTFR".repeat(10));
    damaged[HEADER - 1]++;

    Frames frames = Frames.of(joined(damaged, THIRD), 0);

    assertThat(frames.intact()).extracting(Frame::number).containsExactly(3L);
    assertThat(frames.damaged())
        .extracting(damage -> damage.bytes().size())
        .containsExactly(damaged.length);
  }

  @Test
  void a_frame_within_the_content_of_another_is_not_read() {
    Frames frames = Frames.of(new Frame(9, SECOND).toBytes(), 0);

    assertThat(frames.intact()).extracting(Frame::number).containsExactly(9L);
    assertThat(frames.damaged()).isEmpty();
  }

  @Test
  void what_a_crash_leaves_at_the_end_is_torn_or_zero() {
    byte[] torn = Arrays.copyOf(SECOND, SECOND.length - 1);

    assertThat(Frames.of(joined(FIRST, torn), 0).damaged())
        .singleElement()
        .matches(Frames.Damage::isTorn)
        .matches(damage -> !damage.isEmpty());
    assertThat(Frames.of(joined(FIRST, new byte[4096]), 0).damaged())
        .singleElement()
        .matches(Frames.Damage::isEmpty);
    assertThat(Frames.of(joined(FIRST, SECOND), FIRST.length).intact())
        .extracting(Frame::number)
        .containsExactly(2L);
  }

  private static byte[] frame(long number, String content) {
    return new Frame(number, content.getBytes(UTF_8)).toBytes();
  }

  private static byte[] joined(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
